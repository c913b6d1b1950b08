"""T10: the disk is full, at the door of the web page. She is told so, nothing half is kept, and nothing is lost."""

import errno
import os
from pathlib import Path

import httpx
import pytest

from bot.doors.door import WEB
from tests.machine.updates.test_updates import _fill as fill
from tests.neighbour import OnTheWeb
from tests.pictures import photograph
from tests.street import Street

LONG = "修灯" * 1000
NOT_SAVED = (507, {"error": "not_saved"})


async def sends(one: OnTheWeb, txn: str, words: str) -> httpx.Response:
    one.street.clock.advance_a_little()
    return await one.client.post("/chat/send", json={"txn": txn, "text": words})


async def uploads(one: OnTheWeb, txn: str) -> httpx.Response:
    one.street.clock.advance_a_little()
    file = ("file", ("photo.jpg", photograph(400, 300), "image/jpeg"))
    return await one.client.post("/chat/send", data={"txn": txn, "kind": "photo", "text": "墙洞" * 200}, files=[file])


def files(folder: Path) -> set[str]:
    return {path.name for path in (folder / "gateway").rglob("*") if path.is_file()}


async def test_what_she_sends_while_the_disk_is_full_is_refused_whole_and_arrives_afterwards(
    street: Street, tmp_path: Path
) -> None:
    one = await street.arrives("Aygul", WEB, "en")
    assert isinstance(one, OnTheWeb)
    await fill(street, 1)
    number = 0  # something still fits into the pages of other tables
    while 200 in ((await sends(one, f"w{number}", LONG)).status_code, (await uploads(one, f"p{number}")).status_code):
        number += 1
    before, kept = await one.screen(), files(tmp_path)
    for _ in range(3):
        answers = [await sends(one, "words", LONG), await uploads(one, "photo")]
        assert [(answer.status_code, answer.json()) for answer in answers] == [NOT_SAVED] * 2
    assert await one.screen() == before
    assert files(tmp_path) == kept
    await fill(street, 1_000_000)
    for _ in range(2):  # her phone tries again, and once more because the answer was lost
        assert (await sends(one, "words", LONG)).status_code == 200
        assert (await uploads(one, "photo")).status_code == 200
    await street.settle()
    mine = [shown.words for shown in await one.screen() if shown.mine][-2:]
    assert [words[:2] for words in mine] == ["修灯", "墙洞"]
    assert len([shown for shown in await one.screen() if shown.mine]) == len([s for s in before if s.mine]) + 2


async def test_without_room_for_the_picture_itself_nothing_of_it_is_kept(
    street: Street, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = await street.arrives("Aygul", WEB, "en")
    assert isinstance(one, OnTheWeb)
    before, kept = await one.screen(), files(tmp_path)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        answer = await uploads(one, "photo")
    assert (answer.status_code, answer.json()) == NOT_SAVED
    assert await one.screen() == before
    assert files(tmp_path) == kept
    assert (await uploads(one, "photo")).status_code == 200
