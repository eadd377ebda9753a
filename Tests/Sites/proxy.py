#!/usr/bin/env python3
"""A TCP proxy in front of each database server that can be told to be slow: `proxy.py PORT=ADDRESS:PORT …`, seconds of delay as lines on stdin."""

import asyncio
import sys


class Proxy:
    def __init__(self):
        self.delay = 0.0

    async def carry(self, reader, writer):
        """What comes goes on after the delay, in its order; reading goes on meanwhile, up to a bound."""
        queue, loop = asyncio.Queue(256), asyncio.get_running_loop()

        async def take():
            try:
                while part := await reader.read(65_536):
                    await queue.put((loop.time() + self.delay, part))
            except OSError:
                pass
            await queue.put((0, b""))

        taking = asyncio.create_task(take())
        try:
            while True:
                due, part = await queue.get()
                if not part:
                    return
                if (wait := due - loop.time()) > 0:
                    await asyncio.sleep(wait)
                writer.write(part)
                await writer.drain()
        except OSError:
            # Whoever was to have it has gone.
            pass
        finally:
            taking.cancel()

    async def serve(self, address, port, reader, writer):
        try:
            onward, upward = await asyncio.wait_for(asyncio.open_connection(address, port), 10)
        except (OSError, TimeoutError):
            writer.transport.abort()
            return
        both = [asyncio.create_task(self.carry(reader, upward)), asyncio.create_task(self.carry(onward, writer))]
        _, rest = await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        for task in rest:
            task.cancel()
        for end in (writer, upward):
            end.transport.abort() if end.transport.get_write_buffer_size() else end.close()

    async def obey(self):
        reader, loop = asyncio.StreamReader(), asyncio.get_running_loop()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        while line := await reader.readline():
            self.delay = float(line)

    async def run(self, words):
        for word in words:
            port, _, target = word.partition("=")
            address, _, onward = target.partition(":")

            async def come(reader, writer, address=address, onward=int(onward)):
                try:
                    await self.serve(address, onward, reader, writer)
                except (OSError, asyncio.CancelledError):
                    pass

            await asyncio.start_server(come, "127.0.0.1", int(port))
        print("listening", flush=True)
        await self.obey()


if __name__ == "__main__":
    asyncio.run(Proxy().run(sys.argv[1:]))
