"""A stranger against the disk of the running program, and a disk that is nearly full."""

import asyncio
import os
import time
from pathlib import Path

import httpx

from tests import pictures
from tests.running.town import OnTheWire, Town, town

MEGABYTE = 1 << 20
COOKIES = 12
PIECES = 4  # that each cookie tries, of 8 MB


def weight(here: Town) -> int:
    """Without the backups: a nightly one may be made at any moment, and keeps what it found for thirty days."""
    found = [path for path in here.data.rglob("*") if "backups" not in path.relative_to(here.data).parts]
    return sum(size(path) for path in found)


def size(path: Path) -> int:
    """0 of what goes in this moment."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except FileNotFoundError:
        return 0


async def pours(one: OnTheWire, content: bytes, txn: str) -> httpx.Response:
    file = ("file", ("a.bin", content, "application/octet-stream"))
    return await one.client.post("/chat/send", data={"txn": txn, "kind": "document"}, files=[file], timeout=60)


async def test_a_stranger_with_many_cookies_fills_nothing_and_what_she_left_goes(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        content, before = os.urandom(8 * MEGABYTE), weight(here)
        began, answers = time.monotonic(), []
        for number in range(COOKIES):
            stranger = await here.phone(f"Stranger {number}", "en")
            poured = (pours(stranger, content, f"t{piece}") for piece in range(PIECES))
            answers += [answer.status_code for answer in await asyncio.gather(*poured)]
            await stranger.client.aclose()
        took, grown = time.monotonic() - began, weight(here) - before
        print(
            f"{COOKIES * PIECES * 8} MB poured by {COOKIES} cookies in {took:.1f} s:"
            f" {grown / MEGABYTE:.0f} MB on the disk, {answers.count(200)} taken"
        )
        assert answers.count(200) == 7
        assert grown < 70 * MEGABYTE
        assert {200, 429} == set(answers)
        await here.turn(days=3, hours=1)
        await here.until(lambda: weight(here) - before < 8 * MEGABYTE, 60)


async def test_a_nearly_full_disk_takes_words_and_pictures_come_in_when_there_is_room(tmp_path: Path) -> None:
    """The reserve is set beyond any disk, as an operator could; then back."""
    async with town(tmp_path, telegram=True) as here:
        aygul, bo = await here.arrives("Aygul", "ug"), await here.on_telegram("Bo", "zh")
        await bo.agrees()
        await bo.says("/suggest")
        await here.stop()
        here.settings["DISK_RESERVE"] = "999999999"
        await here.start()
        file = ("file", ("wall.jpg", pictures.photograph(120, 90), "image/jpeg"))
        answer = await aygul.client.post("/chat/send", data={"txn": "t1", "kind": "photo"}, files=[file])
        assert (answer.status_code, answer.json()) == (507, {"error": "only_words"})
        await aygul.says("/help")
        await aygul.hears("/suggest")
        await bo.sends_photo(pictures.photograph(120, 90))
        await bo.hears("地方快满了")
        await here.stop()
        here.settings["DISK_RESERVE"] = "1"
        await here.start()
        answer = await aygul.client.post("/chat/send", data={"txn": "t1", "kind": "photo"}, files=[file])
        assert answer.status_code == 200
        await here.turn(minutes=6)
        await here.until(lambda: here.ask("SELECT state FROM media WHERE door = 'telegram'") == [("ready",)])
