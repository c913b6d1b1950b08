"""The process that decodes pictures: small, used again, replaced when it dies, and gone with us."""

import asyncio
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.media import images
from bot.media.cleaning import Turns
from bot.media.picture_process import MEMORY, NotRunning, PictureProcess
from tests import ROOT, pictures


@contextmanager
def process(**settings: float) -> Iterator[PictureProcess]:
    one = PictureProcess(**settings)
    try:
        yield one
    finally:
        one.close()


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def memory_of(pid: int, what: str) -> int:
    """In kB, https://man7.org/linux/man-pages/man5/proc_pid_status.5.html."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(what))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIC"])
def test_it_answers_what_cleaning_here_would(form: str) -> None:
    data = pictures.encoded(pictures.wall(400, 300), form, orientation=6)
    with process() as one:
        assert one.clean(data) == images.clean(data)
        assert one.look_at(one.clean(data).jpeg).jpeg == images.clean(data).jpeg


def test_one_process_does_it_all_and_says_why_not() -> None:
    with process() as one:
        one.clean(pictures.photograph(80, 60))
        first = one.pid
        for bad, reason in ((pictures.PDF, "not_a_picture"), (pictures.truncated(), "broken")):
            with pytest.raises(images.BadPicture) as refused:
                one.clean(bad)
            assert refused.value.reason == reason
        one.clean(pictures.photograph(80, 60))
        assert one.pid == first


@pytest.mark.parametrize(
    "data", [pictures.huge_png(), pictures.huge_webp(), pictures.huge_jpeg(), pictures.huge_heic()]
)
def test_more_than_40_megapixels_are_refused_by_the_header(data: bytes) -> None:
    with process() as one:
        one.clean(pictures.photograph(80, 60))
        with pytest.raises(images.BadPicture) as refused:
            one.clean(data)
        assert refused.value.reason == "too_many_pixels"
        assert one.pid is not None
        assert memory_of(one.pid, "VmHWM") < 80_000


def test_40_megapixels_fit_into_its_memory_and_those_that_do_not_end_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with process() as one:
        assert one.clean(pictures.flat_webp(8000, 5000)).came_as == (8000, 5000)
        assert one.pid is not None
        assert memory_of(one.pid, "VmPeak") * 1024 < MEMORY
        resource.prlimit(one.pid, resource.RLIMIT_AS, (100 << 20, 100 << 20))
        with pytest.raises(images.BadPicture):
            one.clean(pictures.huge_png(8000, 5000))
        assert one.clean(pictures.photograph(80, 60)).width == 60


def test_it_is_killed_and_the_next_picture_does_not_notice() -> None:
    with process() as one:
        one.clean(pictures.photograph(80, 60))
        first = one.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        assert one.clean(pictures.photograph(80, 60)).width == 60
        assert one.pid != first
        assert not alive(first)


def test_a_picture_that_takes_too_long_is_given_up_and_the_next_one_is_not() -> None:
    with process(processor_seconds=0.2) as one:
        started = time.monotonic()
        with pytest.raises(images.BadPicture) as refused:
            one.clean(pictures.huge_png(8000, 5000))
        assert refused.value.reason == "broken"
        assert time.monotonic() - started < 20
        assert one.clean(pictures.photograph(80, 60)).width == 60


def test_a_process_that_stands_still_is_not_waited_for() -> None:
    with process(patience=1.0) as one:
        one.clean(pictures.photograph(80, 60))
        assert one.pid is not None
        os.kill(one.pid, signal.SIGSTOP)
        with pytest.raises(images.BadPicture):
            one.clean(pictures.photograph(80, 60))


def test_it_knows_nothing_of_our_environment() -> None:
    with process() as one:
        one.clean(pictures.photograph(80, 60))
        environment = Path(f"/proc/{one.pid}/environ").read_bytes().decode()
        assert set(environment.rstrip("\0").split("\0")) == {f"PYTHONPATH={ROOT}", "MALLOC_ARENA_MAX=1"}


def test_it_ends_with_us_also_in_the_middle_of_a_picture_and_says_nothing() -> None:
    program = (
        "import os, sys, threading, time\n"
        "from bot.media.picture_process import PictureProcess\n"
        "from tests import pictures\n"
        "one = PictureProcess(); one.clean(pictures.photograph(80, 60))\n"
        "print(one.pid, flush=True)\n"
        "threading.Thread(target=one.clean, args=(pictures.huge_png(8000, 5000),)).start()\n"
        "time.sleep(0.3); os.kill(os.getpid(), 9)"
    )
    here = subprocess.run(
        [sys.executable, "-X", "dev", "-c", program],
        env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert here.stderr == ""
    pid = int(here.stdout)
    deadline = time.monotonic() + 5
    while alive(pid):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_closing_leaves_nothing_behind_in_development_mode() -> None:
    program = (
        "from bot.media.picture_process import PictureProcess\nfrom tests import pictures\n"
        "one = PictureProcess(); one.clean(pictures.photograph(80, 60)); one.close()"
    )
    ended = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", program],
        env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert ended.stderr == ""


async def test_whoever_sends_many_does_not_keep_one_waiting() -> None:
    turns, order = Turns(), []

    async def takes(whose: str) -> None:
        async with turns.turn(whose):
            order.append(whose)
            await asyncio.sleep(0)

    waiting = [asyncio.create_task(takes(whose)) for whose in ("flood", "flood", "flood", "flood", "Aygul", "Bo")]
    await asyncio.gather(*waiting)
    assert order == ["flood", "flood", "Aygul", "Bo", "flood", "flood"]


async def test_whoever_leaves_while_she_waits_holds_up_nobody() -> None:
    turns = Turns()
    async with turns.turn("first"):
        leaver = asyncio.create_task(turns._take("leaver"))
        stayer = asyncio.create_task(turns._take("stayer"))
        await asyncio.sleep(0)
        leaver.cancel()
    await asyncio.wait_for(stayer, 5)
    turns._pass_on()
    async with turns.turn("again"):
        pass


def test_a_process_that_cannot_start_is_no_fault_of_the_picture(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged, and the picture may come again; as soon as the process starts, it is opened."""
    with process() as one:
        with monkeypatch.context() as broken:
            for command in ("/bin/false", "/nowhere/python"):
                broken.setattr(sys, "executable", command)
                with pytest.raises(NotRunning):
                    one.clean(pictures.photograph())
        assert "pictures cannot be opened" in caplog.text
        assert one.clean(pictures.photograph()).width
