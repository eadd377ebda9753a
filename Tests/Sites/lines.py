"""Clients of both sockets for the load, many questions at a time, and the journal of what was asked and answered."""

import asyncio
import collections
import json
import time


class Lost(Exception):
    """The connection ended before the answer came: whether it was done is not known."""


class Refused(Exception):
    """An answer that is an error."""

    def __init__(self, reply):
        super().__init__(json.dumps(reply) if isinstance(reply, dict) else reply)
        self.reply = reply


class Journal:
    """Lines of JSON, each on its way to the disk before the load goes on; moments are of one monotonic clock for all programs of the machine."""

    def __init__(self, path):
        self.file = open(path, "a", buffering=1)

    def write(self, **line):
        self.file.write(json.dumps(line) + "\n")


def read(path):
    with open(path) as file:
        return [json.loads(line) for line in file]


class PBXLine:
    """A connection to pbx.sock that is made anew whenever it breaks; answers come in the order of the questions."""

    def __init__(self, path):
        self.path, self.writer, self.waiting, self.connecting = path, None, collections.deque(), asyncio.Lock()

    async def connect(self):
        async with self.connecting:
            if self.writer is None:
                reader, writer = await asyncio.open_unix_connection(self.path)
                self.waiting = collections.deque()
                self.writer = writer
                self.reading = asyncio.create_task(self.read(reader, writer, self.waiting))

    async def read(self, reader, writer, waiting):
        try:
            while True:
                answer = await self.answer(reader)
                future = waiting.popleft()
                if not future.done():
                    future.set_result(answer)
        except (OSError, EOFError, IndexError):
            pass
        finally:
            if self.writer is writer:
                self.writer = None
            writer.close()
            for future in waiting:
                if not future.done():
                    future.set_exception(Lost())

    async def answer(self, reader):
        line = (await reader.readuntil(b"\r\n")).decode()
        kind, rest = line[0], line[1:-2]
        if kind == "-":
            return Refused(rest)
        if kind == "$":
            return None if rest == "-1" else (await reader.readexactly(int(rest) + 2))[:-2].decode()
        if kind == "*":
            return None if rest == "-1" else [await self.answer(reader) for _ in range(int(rest))]
        return int(rest) if kind == ":" else rest

    async def ask(self, *words):
        """The answer; Lost where the connection breaks before it."""
        if self.writer is None:
            try:
                await self.connect()
            except OSError:
                raise Lost() from None
        future = asyncio.get_running_loop().create_future()
        self.waiting.append(future)
        words = [str(word).encode() for word in words]
        self.writer.write(b"*%d\r\n" % len(words) + b"".join(b"$%d\r\n%s\r\n" % (len(word), word) for word in words))
        answer = await future
        if isinstance(answer, Refused):
            raise answer
        return answer

    async def insist(self, *words):
        """The answer and how often it was asked for: a PBX asks again on a new connection."""
        tries = 1
        while True:
            try:
                return await self.ask(*words), tries
            except Lost:
                tries += 1
                await asyncio.sleep(0.02)


class Control:
    """Connections to control.sock, one question at a time on each."""

    def __init__(self, path):
        self.path, self.idle = path, []

    async def call(self, method, **parameters):
        """The reply's parameters. Refused where it is an error, Lost where it does not come."""
        reader = writer = None
        try:
            while self.idle and writer is None:
                reader, writer = self.idle.pop()
                if reader.at_eof():
                    writer.close()
                    writer = None
            if writer is None:
                reader, writer = await asyncio.open_unix_connection(self.path, limit=1 << 24)
            asked = {"method": f"org.majord.{method}", "parameters": {name: value for name, value in parameters.items() if value is not None}}
            writer.write(json.dumps(asked).encode() + b"\0")
            reply = json.loads((await asyncio.wait_for(reader.readuntil(b"\0"), 60))[:-1])
        except (OSError, EOFError, TimeoutError):
            if writer:
                writer.close()
            raise Lost() from None
        self.idle.append((reader, writer))
        if "error" in reply:
            raise Refused(reply)
        return reply["parameters"]


def fields(answer):
    return dict(zip(answer[::2], answer[1::2]))


async def paced(rate, seconds, work):
    """Starts so many pieces of work a second, whatever became of those before; returns when all have ended."""
    began, tasks = time.monotonic(), set()
    for number in range(int(rate * seconds)):
        if (wait := began + number / rate - time.monotonic()) > 0:
            await asyncio.sleep(wait)
        task = asyncio.create_task(work(number))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    if tasks:
        await asyncio.gather(*tasks)
