"""Where hostile pictures are decoded: a process of its own with little memory, little time and no secrets.

Both ends live here: `PictureProcess` is ours, `main` is the other's (`python -m bot.media.picture_process`).
"""

import contextlib
import json
import logging
import os
import resource
import select
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from bot.media import images
from bot.media.images import BadPicture, CleanPicture
from bot.media.pixels import Reason

log = logging.getLogger(__name__)

MEMORY = 1 << 30  # bytes of addresses; measured: 40 megapixels of WebP, the hungriest, take 0.7 GB
PROCESSOR_SECONDS = (
    10  # for one picture; measured: 1.4 for 40 megapixels. Other programs on the machine do not count.
)
TO_START = 60.0  # seconds until it is ready for a picture; it imports the decoders
PATIENCE = 60.0  # seconds for one picture by the clock, for a process that does not even run
LONGEST_PART = 64 << 20  # bytes of one part of an answer
ROOT = Path(__file__).parent.parent.parent
LENGTH = struct.Struct(">I")


class Closed(OSError):
    """The program ends: it is not the picture's fault, and it may come again."""


class NotRunning(Closed):
    """It does not start here, whatever the picture: no memory, half an installation. It may be mended meanwhile."""


class PictureProcess:
    """Starts with its first picture, is used again for the next, and is replaced when it died. Blocks.

    May be called from several threads: they wait for one another.
    """

    def __init__(self, patience: float = PATIENCE, processor_seconds: float = PROCESSOR_SECONDS) -> None:
        self._patience = patience
        self._processor_seconds = processor_seconds
        self._turn = threading.Lock()
        self._running: _Running | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        return self._running.process.pid if self._running else None

    def clean(self, data: bytes) -> CleanPicture:
        """Like media.clean."""
        return _picture(self._ask(b"clean", data))

    def redraw(self, data: bytes) -> CleanPicture:
        """Like media.redraw."""
        return _picture(self._ask(b"redraw", data))

    def look_at(self, jpeg: bytes) -> CleanPicture:
        """Like media.look_at."""
        return _picture(self._ask(b"look_at", jpeg))

    def close(self) -> None:
        """Whoever waits for a picture gets a Closed."""
        self._closed = True
        self._end()

    def _ask(self, job: bytes, data: bytes) -> Sequence[bytes]:
        with self._turn:
            answer = self._asked(job, data)
            if answer is None:
                # Killed from outside, or by a picture: the second time it is the picture.
                answer = self._asked(job, data)
        if self._closed:
            raise Closed
        if answer is None:
            raise BadPicture("broken")
        if answer[0] != b"well":
            raise BadPicture(cast(Reason, answer[0].decode()))
        return answer[1:]

    def _asked(self, job: bytes, data: bytes) -> Sequence[bytes] | None:
        """None when the process died over it. Raises BadPicture when it took too long."""
        if self._closed:
            raise Closed
        running = self._running = self._running or _start(self._patience, self._processor_seconds)
        try:
            _send(running.line, job, data)
            return _receive(running.line)
        except TimeoutError:
            self._end()
            raise BadPicture("broken") from None
        except (OSError, EOFError):
            killed_by_time = self._end() == -signal.SIGPROF
            if killed_by_time:
                raise BadPicture("broken") from None
            return None

    def _end(self) -> int | None:
        running, self._running = self._running, None
        if running is None:
            return None
        running.process.kill()
        running.line.close()
        return running.process.wait()


class _Running:
    def __init__(self, process: subprocess.Popen[bytes], line: socket.socket) -> None:
        self.process = process
        self.line = line


def _start(patience: float, processor_seconds: float) -> _Running:
    """Returns when it is ready for a picture. Raises NotRunning."""
    ours, theirs = socket.socketpair()
    ours.settimeout(TO_START)
    try:
        running = _Running(_begin(theirs, processor_seconds), ours)
    except OSError as error:
        ours.close()
        raise _not_running(type(error).__name__) from None
    try:
        _receive(ours)  # "ready"
    except (OSError, EOFError) as error:
        running.process.kill()
        ours.close()
        raise _not_running(f"{type(error).__name__}, status {running.process.wait()}") from None
    ours.settimeout(patience)
    return running


def _not_running(why: str) -> NotRunning:
    log.error("pictures cannot be opened: their process does not start (%s)", why)
    return NotRunning(why)


def _begin(theirs: socket.socket, processor_seconds: float) -> subprocess.Popen[bytes]:
    with theirs:
        return subprocess.Popen(  # noqa: S603 every word of the command is ours
            # -P: nothing is imported from the folder it happens to run in.
            [sys.executable, "-P", "-B", "-m", "bot.media.picture_process", str(processor_seconds)],
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,  # decoders write what they think of a picture
            # Nothing of our environment, where the tokens are. One arena, since each reserves addresses that count.
            env={"PYTHONPATH": str(ROOT), "MALLOC_ARENA_MAX": "1"},
            cwd="/",
            start_new_session=True,  # Ctrl-C in our terminal is for us; our end is its end
        )


def _picture(parts: Sequence[bytes]) -> CleanPicture:
    about, jpeg, thumbnail = parts
    return CleanPicture(jpeg=jpeg, thumbnail=thumbnail, **json.loads(about, object_hook=_with_size))


def _with_size(about: dict[str, Any]) -> dict[str, Any]:
    return about | {"came_as": tuple(about["came_as"])}


# --- the line between the two


def _send(line: socket.socket, *parts: bytes) -> None:
    line.sendall(LENGTH.pack(len(parts)) + b"".join(LENGTH.pack(len(part)) for part in parts))
    for part in parts:
        line.sendall(part)


def _receive(line: socket.socket) -> list[bytes]:
    """Raises EOFError when the other end is gone, TimeoutError when it is silent."""
    (count,) = LENGTH.unpack(_read(line, LENGTH.size))
    lengths = [LENGTH.unpack(_read(line, LENGTH.size))[0] for _ in range(min(count, 4))]
    if max(lengths, default=0) > LONGEST_PART:
        raise EOFError("nothing we asked for")
    return [_read(line, length) for length in lengths]


def _read(line: socket.socket, length: int) -> bytes:
    whole = bytearray(length)
    view, got = memoryview(whole), 0
    while got < length:
        count = line.recv_into(view[got:])
        if not count:
            raise EOFError("the other end is gone")
        got += count
    return bytes(whole)


# --- on the other side


def main() -> None:
    line = socket.socket(fileno=0)
    threading.Thread(target=_end_with, args=(line,), daemon=True).start()
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)):
        with contextlib.suppress(OSError, ValueError):  # not every system has every limit
            resource.setrlimit(kind, (most, most))
    seconds = float(sys.argv[1])
    _send(line, b"ready")
    while True:
        try:
            job, data = _receive(line)
        except (EOFError, OSError):
            return
        # Its signal ends the process, also in the middle of somebody else's C.
        signal.setitimer(signal.ITIMER_PROF, seconds)
        answer = _work(job, data)
        signal.setitimer(signal.ITIMER_PROF, 0)
        _send(line, *answer)


def _end_with(line: socket.socket) -> None:
    """Also in the middle of a picture: nobody is left who waits for it."""
    gone = select.poll()
    gone.register(line, 0)  # POLLHUP is always told
    gone.poll()
    os._exit(0)


def _work(job: bytes, data: bytes) -> list[bytes]:
    try:
        picture = {b"clean": images.clean, b"redraw": images.redraw, b"look_at": images.look_at}[job](data)
    except BadPicture as error:
        return [error.reason.encode()]
    except MemoryError:
        return [b"too_many_pixels"]
    except Exception:  # the last line of defence is another process
        return [b"broken"]
    about = {
        "width": picture.width,
        "height": picture.height,
        "hash": picture.hash,
        "fingerprint": picture.fingerprint,
        "came_as": picture.came_as,
    }
    return [b"well", json.dumps(about).encode(), picture.jpeg, picture.thumbnail]


if __name__ == "__main__":
    main()
