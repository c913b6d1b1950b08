"""Who waits for what in this process, and is woken when it happens (in others: sharing.py)."""

import asyncio
import contextlib
from collections.abc import Iterator

# The bell of the bot's own queue; every other bell is a chat's number, and those are positive.
UPDATES = 0


class Bell:
    def __init__(self) -> None:
        self._listeners: dict[int, set[asyncio.Event]] = {}
        self.closed = False

    @contextlib.contextmanager
    def listening(self, name: int) -> Iterator[asyncio.Event]:
        """Listen first, then look, then wait: what happens in between is not missed."""
        event = asyncio.Event()
        self._listeners.setdefault(name, set()).add(event)
        try:
            yield event
        finally:
            self._listeners[name].discard(event)
            if not self._listeners[name]:
                del self._listeners[name]

    def listeners(self, name: int) -> int:
        return len(self._listeners.get(name, ()))

    def ring(self, name: int) -> None:
        for event in self._listeners.get(name, ()):
            event.set()

    def ring_all(self) -> None:
        for name in list(self._listeners):
            self.ring(name)

    def close(self) -> None:
        """Everybody is woken and finds that it is over."""
        self.closed = True
        self.ring_all()


async def heard(event: asyncio.Event, seconds: float | None) -> bool:
    """Waits for the bell and re-arms it. False when nothing rang in time; None is for ever."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    event.clear()
    return True
