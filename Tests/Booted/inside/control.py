"""A small Varlink client, written for these tests. `python3 control.py METHOD [PARAMETERS]` asks once."""

import json
import sys

from unix_socket import connected

PATH = "/run/majord/control.sock"


def call(method, parameters=None, path=PATH, seconds=20):
    """The reply as it came: with `parameters`, or with `error`."""
    with connected(path, seconds) as connection:
        return ask(connection, method, parameters)


def ask(connection, method, parameters=None):
    """The same over a connection that is there."""
    connection.sendall(json.dumps({"method": method, "parameters": parameters or {}}).encode() + b"\0")
    reply = b""
    while not reply.endswith(b"\0"):
        part = connection.recv(65_536)
        if not part:
            raise ConnectionResetError("majord closed the connection")
        reply += part
    return json.loads(reply[:-1])


def status():
    return call("org.majord.Roster.Status")["parameters"]


if __name__ == "__main__":
    print(json.dumps(call(sys.argv[1], json.loads(sys.argv[2]) if len(sys.argv) > 2 else None)))
