"""A PBX: a small client of the Redis protocol, written for these tests. `python3 pbx.py COMMAND…` asks once."""

import sys

from unix_socket import connected

PATH = "/run/majord/pbx.sock"
EXCLUSIVE = "+31880001234"


class Refused(Exception):
    """An answer that is an error."""


class PBX:
    def __init__(self, path=PATH, seconds=20):
        self.socket = connected(path, seconds)
        self.buffer = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.socket.close()

    def send(self, *words):
        words = [str(word).encode() for word in words]
        self.socket.sendall(b"*%d\r\n" % len(words) + b"".join(b"$%d\r\n%s\r\n" % (len(word), word) for word in words))

    def more(self):
        part = self.socket.recv(65_536)
        if not part:
            raise ConnectionResetError("majord closed the connection")
        self.buffer += part

    def line(self):
        while b"\r\n" not in self.buffer:
            self.more()
        line, _, self.buffer = self.buffer.partition(b"\r\n")
        return line.decode()

    def receive(self):
        line = self.line()
        kind, rest = line[0], line[1:]
        if kind == "+":
            return rest
        if kind == "-":
            raise Refused(rest)
        if kind == ":":
            return int(rest)
        if kind == "*":
            return None if rest == "-1" else [self.receive() for _ in range(int(rest))]
        if kind != "$":
            raise AssertionError(f"no answer of the protocol: {line}")
        if rest == "-1":
            return None
        while len(self.buffer) < int(rest) + 2:
            self.more()
        text, self.buffer = self.buffer[: int(rest)], self.buffer[int(rest) + 2 :]
        return text.decode()

    def ask(self, *words):
        self.send(*words)
        return self.receive()

    def route(self, caller, call, called=EXCLUSIVE):
        return fields(self.ask("ROUTE", caller, called, call))


def fields(answer):
    return dict(zip(answer[::2], answer[1::2]))


def route(caller, call, called=EXCLUSIVE):
    """One question on a connection of its own."""
    with PBX() as pbx:
        return pbx.route(caller, call, called)


if __name__ == "__main__":
    try:
        with PBX() as connection:
            print(connection.ask(*sys.argv[1:]))
    except OSError as error:
        sys.exit(f"{type(error).__name__}: {error}")
