"""Somebody empties her camera into the chat."""

import asyncio
import base64
from pathlib import Path
from typing import Any

from tests.pictures import photograph
from tests.running.town import OnTheWire, Town, town

PHOTOS = 50
BY_WEB = 15  # more than an idea takes, and fewer than a phone may send in ten seconds
PHOTO = photograph(seed=1, width=48, height=48)


async def test_fifty_photos_bring_one_renewed_question_at_both_doors(tmp_path: Path) -> None:
    # Both doors, threads and pictures: here asyncio's debug mode looks on in the short form too.
    async with town(tmp_path, telegram=True, dev=True) as here:
        on_the_web, on_telegram = await here.arrives("Aygul", "en"), await here.on_telegram("Bo", "en")
        await on_telegram.agrees()
        for one in (on_telegram, on_the_web):
            before = len(await one.screen())
            if one is on_the_web:
                await _by_web(on_the_web)
            else:
                await _by_telegram(here, on_telegram.user_id)
            await here.until(lambda: _all_taken(here))  # else the clock goes forward between two of them
            await here.turn(seconds=15)
            await one.hears("10 photos are enough", "Is it…")
            heard = [shown for shown in (await one.screen())[before:] if not shown.mine]
            assert len(heard) == 2  # the first photo is asked about at once
            await one.presses("A new idea")


def _all_taken(here: Town) -> bool:
    assert here.fake is not None
    return not here.fake.does("stats")["pending"] and here.quiet()


async def _by_telegram(here: Town, user_id: int) -> None:
    """As fast as her fingers; nobody waits for an answer in between."""
    assert here.fake is not None
    content = base64.b64encode(PHOTO).decode()
    for _ in range(PHOTOS):
        await asyncio.to_thread(here.fake.does, "photo", id=user_id, content=content)


async def _by_web(one: OnTheWire) -> None:
    for number in range(BY_WEB):
        files: list[Any] = [("file", ("photo.jpg", PHOTO, "image/jpeg"))]
        sent = {"txn": f"photo-{number}", "kind": "photo", "text": ""}
        answer = await one.client.post("/chat/send", data=sent, files=files)
        assert answer.status_code == 200, answer.text
