"""What was read from far away a moment ago, in memory: a little of it, and not for long."""

import time
from collections import OrderedDict
from collections.abc import Callable

MOST_BYTES = 32 << 20  # some hundred pictures, or a thousand thumbnails
LARGEST = 2 << 20  # bytes
KEPT = 600.0  # seconds; another process may have deleted it meanwhile, though nobody is shown it without being asked


class Recent:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._files: OrderedDict[str, tuple[float, bytes]] = OrderedDict()
        self._bytes = 0

    def find(self, name: str) -> bytes | None:
        self._drop_old()
        found = self._files.get(name)
        return found[1] if found else None

    def keep(self, name: str, content: bytes) -> None:
        self.drop(name)
        if len(content) > LARGEST:
            return
        self._files[name] = (self._clock(), content)
        self._bytes += len(content)
        while self._bytes > MOST_BYTES:
            self._drop_first()

    def drop(self, name: str) -> None:
        found = self._files.pop(name, None)
        self._bytes -= len(found[1]) if found else 0

    def _drop_old(self) -> None:
        """The first one is the oldest."""
        while self._files and next(iter(self._files.values()))[0] < self._clock() - KEPT:
            self._drop_first()

    def _drop_first(self) -> None:
        _, (_, content) = self._files.popitem(last=False)
        self._bytes -= len(content)
