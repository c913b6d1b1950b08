"""Pictures in the running program: clean on the disk however they came, and decoded where nobody else has to wait."""

import asyncio
import os
import re
import signal
import time
from pathlib import Path

import httpx

from tests import pictures
from tests.lengths import length
from tests.machine.media.test_pictures_on_disk import traces
from tests.running.town import OnTheWire, Town, town

BOMBS = length(4, 8)
MOST_MORE = 40.0  # megabytes of the program itself, whatever comes; what decodes has a limit of its own


def decoders(here: Town) -> list[int]:
    """Started from a thread, a process counts as a child of that thread."""
    found = []
    for task in Path(f"/proc/{here.pid}/task").iterdir():
        try:
            found += [int(one) for one in (task / "children").read_text().split()]
        except FileNotFoundError:
            continue
    return [pid for pid in found if b"picture_process" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def exists(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def megabytes(pid: int, what: str) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(rf"{what}:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


async def drops(phone: OnTheWire, bomb: bytes, txn: str) -> httpx.Response:
    file = ("file", ("photo.png", bomb, "image/png"))
    return await phone.client.post("/chat/send", data={"txn": txn, "kind": "photo"}, files=[file], timeout=300)


async def test_a_picture_sent_as_a_file_leaves_no_trace_and_is_kept_once(tmp_path: Path) -> None:
    async with town(tmp_path, telegram=True) as here:
        phones = (await here.arrives("Aygul", "en"), await here.on_telegram("Bo", "en"))
        await phones[1].agrees()
        for number, one in enumerate(phones):
            await one.says("/suggest")
            for form in ("JPEG", "HEIC", "PNG"):
                secretive = pictures.encoded(pictures.wall(240, 180, number), form, orientation=6)
                await one.sends_document(secretive, f"wall.{form.lower()}", f"image/{form.lower()}")
        await here.until(lambda: here.ask("SELECT count(*) FROM media WHERE state = 'ready'") == [(6,)])
        assert traces(here.data) == []
        hashes = {row[0] for row in here.ask("SELECT hash FROM media WHERE door = 'web'")}
        kept = [here.data / "media" / hash[:2] / f"{hash}{end}" for hash in hashes for end in (".jpg", ".thumb.jpg")]
        assert {path.stat().st_ino for path in (here.data / "gateway").iterdir()} >= {p.stat().st_ino for p in kept}


async def test_eight_small_huge_pictures_hold_up_nobody_and_need_little(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        senders = [await here.phone(f"Sender {number}") for number in range(BOMBS)]
        bo = await here.arrives("Bo", "en")
        await bo.sends_photo(pictures.photograph(80, 60))
        bomb = pictures.rgb_png(8000, 5000)
        before, began = megabytes(here.pid, "VmRSS"), time.monotonic()
        dropping = asyncio.gather(*(drops(one, bomb, "bomb") for one in senders))
        slowest, looks, highest = 0.0, 0, before
        while not dropping.done():
            asked = time.monotonic()
            assert (await bo.client.get("/")).status_code == 200
            slowest, looks = max(slowest, time.monotonic() - asked), looks + 1
            (decoder,) = decoders(here)
            highest = max(highest, megabytes(here.pid, "VmRSS"))
            await asyncio.sleep(0.02)
        assert [answer.status_code for answer in await dropping] == [200] * BOMBS
        took = time.monotonic() - began
        print(
            f"{BOMBS} pictures of 40 MP and {len(bomb) // 1000} kB in {took:.1f} s; the page at worst {slowest:.3f} s"
            f" in {looks} looks; the program {before:.0f} → {highest:.0f} MB,"
            f" the process {megabytes(decoder, 'VmHWM'):.0f} MB"
        )
        assert slowest < took / 4  # a figure in seconds would be one of this machine
        assert highest < before + MOST_MORE
        assert megabytes(decoder, "VmPeak") <= 1024


async def test_the_process_is_killed_and_comes_again_and_goes_with_the_program(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        aygul = await here.arrives("Aygul", "en")
        await aygul.says("/suggest")
        await aygul.sends_photo(pictures.photograph(80, 60))
        (first,) = decoders(here)
        os.kill(first, signal.SIGKILL)
        await aygul.sends_photo(pictures.photograph(90, 60))
        (second,) = decoders(here)
        assert second != first
        assert here.ask("SELECT count(*) FROM media WHERE state = 'ready'") == [(2,)]
        await here.kill()
        await here.until(lambda: not exists(second))
        await here.start()
        await aygul.sends_photo(pictures.photograph(70, 60))
        (third,) = decoders(here)
        await here.stop()
        assert not exists(third)
