"""A slow line to a port of this machine, as far away as one likes and cut as often as one likes."""

import asyncio
import contextlib
from types import TracebackType

CHUNK = 4096


class SlowLine:
    """`async with SlowLine(port) as line:` leads from `line.url` there.

    Everything arrives half of `round_trip` later, and goes up no faster than `upwards` bytes a second.
    """

    def __init__(self, port: int, round_trip: float, upwards: int) -> None:
        self._port = port
        self._half = round_trip / 2
        self._upwards = upwards
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.url = ""
        self.cuts = 0

    def cut(self) -> None:
        """Whoever is being listened to is cut off in the middle of a word; a new call gets through."""
        self.cuts += bool(self._open)
        for writer in list(self._open):
            writer.transport.abort()

    async def __aenter__(self) -> "SlowLine":
        self._server = await asyncio.start_server(self._called, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        self.cut()
        await asyncio.gather(*self._tasks)

    async def _called(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        back, forth = await asyncio.open_connection("127.0.0.1", self._port)
        self._open |= {writer, forth}
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._carry(reader, forth, 1 / self._upwards))
                group.create_task(self._carry(back, writer, 0.0))
        finally:
            self._open -= {writer, forth}
            self._tasks.discard(task)
            for one in (writer, forth):
                one.transport.abort()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, a_byte: float) -> None:
        """What is under way when the line is cut never arrives."""
        loop, under_way = asyncio.get_running_loop(), asyncio.Queue[tuple[float, bytes]]()

        async def deliver() -> None:
            while True:
                arrives, some = await under_way.get()
                await asyncio.sleep(arrives - loop.time())
                if not some:
                    writer.write_eof()
                    return
                writer.write(some)
                await writer.drain()

        delivering = asyncio.ensure_future(deliver())
        try:
            with contextlib.suppress(ConnectionError):
                while some := await reader.read(CHUNK):
                    await asyncio.sleep(len(some) * a_byte)
                    under_way.put_nowait((loop.time() + self._half, some))
            under_way.put_nowait((loop.time() + self._half, b""))
            with contextlib.suppress(OSError, RuntimeError):
                await delivering
        finally:
            delivering.cancel()
