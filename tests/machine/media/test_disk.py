"""Nobody fills the disk: what is taken from a stranger, a person, an address and everybody, and what goes again."""

import asyncio
import os
from collections.abc import MutableMapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.database import disk
from bot.doors.door import TELEGRAM, WEB
from bot.gateway import pruning
from bot.gateway.phone import limits
from bot.identity.roles import Role
from bot.workers import purse
from tests import pictures
from tests.machine.media.test_pictures_on_disk import files
from tests.neighbour import AGREE, Neighbour, OnTheWeb
from tests.street import Street

MEGABYTE = limits.MEGABYTE
Answer = tuple[int, str]
FULL = (507, "only_words")


def weight(data: Path) -> int:
    return sum(path.stat().st_size for path in files(data / "gateway"))


def answer_of(response: httpx.Response) -> Answer:
    return response.status_code, response.json().get("error", "")


async def sends(one: Neighbour, size: int, txn: str) -> Answer:
    """A file of nothing in particular."""
    assert isinstance(one, OnTheWeb)
    one.street.clock.advance_a_little()
    file = ("file", ("a.bin", os.urandom(size), "application/octet-stream"))
    return answer_of(await one.client.post("/chat/send", data={"txn": txn, "kind": "document"}, files=[file]))


async def says(one: Neighbour, words: str, txn: str) -> Answer:
    assert isinstance(one, OnTheWeb)
    one.street.clock.advance_a_little()
    return answer_of(await one.client.post("/chat/send", json={"txn": txn, "text": words}))


async def at(street: Street, address: str, language: str = "en") -> OnTheWeb:
    """A new phone at this address."""
    transport = httpx.ASGITransport(app=street.bot.web, client=(address, 1))
    origin = {"Origin": "http://nestbox.test"}
    one = OnTheWeb(street, address, httpx.AsyncClient(transport=transport, base_url=origin["Origin"], headers=origin))
    await one.opens(language)
    return one


async def agrees(one: Neighbour) -> None:
    await one.says("/start")
    await one.presses("English")
    await one.presses(*AGREE)


async def test_a_stranger_sends_a_little_and_more_once_she_agreed(any_street: Street, tmp_path: Path) -> None:
    street = any_street
    aygul = await street.neighbour("Aygul", WEB, "en")
    answers = [await sends(aygul, 4 * MEGABYTE, f"t{n}") for n in range(6)]
    assert answers == [(200, "")] * 2 + [(429, "agree_first")] * 4
    assert weight(tmp_path) <= 12 * MEGABYTE
    await agrees(aygul)
    assert await sends(aygul, 4 * MEGABYTE, "t9") == (200, "")


async def breaks_off(one: Neighbour, announced: int) -> None:
    """A phone in a lift: the first bytes of a form arrive, and then nothing more."""
    assert isinstance(one, OnTheWeb)
    one.street.clock.advance_a_little()
    request = one.client.build_request(
        "POST",
        "/chat/send",
        content=b"--x\r\n",
        headers={"Content-Type": "multipart/form-data; boundary=x", "Content-Length": str(announced)},
    )
    scope = {
        "type": "http", "http_version": "1.1", "method": "POST", "scheme": "http", "path": "/chat/send",
        "raw_path": b"/chat/send", "query_string": b"", "root_path": "", "client": ("127.0.0.1", 1),
        "server": ("nestbox.test", 80), "headers": [(name.lower(), value) for name, value in request.headers.raw],
    }  # fmt: skip
    arrives: list[dict[str, object]] = [{"type": "http.request", "body": b"--x\r\n", "more_body": True}]
    statuses: list[int] = []

    async def receive() -> dict[str, object]:
        return arrives.pop() if arrives else {"type": "http.disconnect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        statuses.append(message.get("status", 0))

    await one.street.bot.web(scope, receive, send)
    assert statuses[0] == 400


async def test_what_broke_off_on_its_way_does_not_cost_a_day(any_street: Street) -> None:
    aygul = await any_street.neighbour("Aygul", WEB, "en")
    for _ in range(6):
        await breaks_off(aygul, 4 * MEGABYTE)
    assert await sends(aygul, 4 * MEGABYTE, "t") == (200, "")


async def test_a_file_sent_again_because_the_answer_was_lost_counts_once(any_street: Street) -> None:
    aygul = await any_street.neighbour("Aygul", WEB, "en")
    assert [await sends(aygul, 4 * MEGABYTE, "t1") for _ in range(6)] == [(200, "")] * 6
    assert await sends(aygul, 4 * MEGABYTE, "t2") == (200, "")
    assert await sends(aygul, 4 * MEGABYTE, "t3") == (429, "agree_first")


async def test_twenty_connections_at_once_have_no_more_than_one(any_street: Street, tmp_path: Path) -> None:
    aygul = await any_street.neighbour("Aygul", WEB, "en")
    answers = await asyncio.gather(*(sends(aygul, 3 * MEGABYTE, f"t{n}") for n in range(16)))
    assert sorted(answers)[3:] == [(429, "agree_first")] * 13
    assert weight(tmp_path) <= 12 * MEGABYTE


@pytest.mark.parametrize("addresses", [["203.0.113.7"], ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9"]])
async def test_a_thousand_cookies_of_one_address_are_one_address(
    street: Street, tmp_path: Path, addresses: list[str]
) -> None:
    taken = 0
    for number in range(12):
        stranger = await at(street, addresses[number % len(addresses)])
        taken += await sends(stranger, 10 * MEGABYTE, "t") == (200, "")
    assert taken == 5
    assert weight(tmp_path) <= 60 * MEGABYTE
    assert await sends(await at(street, "198.51.100.1"), 10 * MEGABYTE, "t") == (200, "")  # a neighbour elsewhere


async def test_a_script_that_agrees_is_one_address_and_a_neighbour_of_yesterday_no_hostage(
    street: Street,
) -> None:
    _limit(street, address_bytes=10 * MEGABYTE)
    old = await at(street, "203.0.113.7")
    await agrees(old)
    await street.later(days=1, hours=1)
    answers = []
    for _ in range(4):
        script = await at(street, "203.0.113.7")
        await agrees(script)
        answers.append(await sends(script, 4 * MEGABYTE, "t"))
    assert answers == [(200, "")] * 2 + [(429, "enough_today")] * 2
    assert await sends(old, 4 * MEGABYTE, "t") == (200, "")
    volunteer = await at(street, "203.0.113.7")
    await agrees(volunteer)
    await street.gives(volunteer, Role.VOLUNTEER)
    assert await sends(volunteer, 4 * MEGABYTE, "t") == (200, "")


async def test_a_day_is_enough_and_tomorrow_is_another(street: Street) -> None:
    _limit(street, day_bytes=10 * MEGABYTE)
    aygul = await street.arrives("Aygul", WEB, "en")
    assert [await sends(aygul, 4 * MEGABYTE, f"t{n}") for n in range(3)] == [(200, "")] * 2 + [(429, "enough_today")]
    assert await says(aygul, "Words are welcome", "w") == (200, "")
    await street.later(days=1)
    assert await sends(aygul, 4 * MEGABYTE, "t9") == (200, "")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(DISTINCT day) FROM gateway_usage") == 2
    await street.later(days=2)
    await street.bot.gateway.prune()
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM gateway_usage") == 0


async def test_small_pictures_that_are_huge_count_by_what_they_are(street: Street) -> None:
    stranger = await street.neighbour("Stranger", WEB, "en")
    assert isinstance(stranger, OnTheWeb)
    bomb, answers = pictures.huge_png(8000, 5000), []
    for number in range(5):
        street.clock.advance_a_little()
        form = {"txn": f"t{number}", "kind": "photo"}
        file = ("file", ("a.png", bomb, "image/png"))
        answers.append(answer_of(await stranger.client.post("/chat/send", data=form, files=[file])))
    assert answers == [(200, "")] * 4 + [(429, "agree_first")]  # the fourth was under way before the third was known


async def test_words_are_counted_and_a_stranger_can_still_agree(any_street: Street) -> None:
    aygul = await any_street.neighbour("Aygul", WEB, "en")
    answers = [await says(aygul, "字" * 25_000, f"t{n}") for n in range(5)]
    assert answers == [(200, "")] * 3 + [(429, "agree_first")] * 2
    await any_street.settle()
    await aygul.presses("English")
    await aygul.presses("I agree")
    assert await says(aygul, "字" * 10_000, "t9") == (200, "")


async def test_words_have_a_day_too(street: Street) -> None:
    _limit(street, day_words=100_000)
    aygul = await street.arrives("Aygul", WEB, "en")
    answers = [await says(aygul, "字" * 10_000, f"t{n}") for n in range(5)]
    assert (answers[0], answers[-1]) == ((200, ""), (429, "enough_today"))
    await street.later(days=1)
    assert await says(aygul, "Good morning", "t9") == (200, "")


async def test_with_little_room_words_arrive_and_pictures_are_asked_for_later(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    aygul = await street.arrives("Aygul", WEB, "en")
    with monkeypatch.context() as full:
        full.setattr(disk, "room", lambda _: 499 * MEGABYTE)
        assert await sends(aygul, 1000, "t1") == FULL
        assert await says(aygul, "A hole in the wall", "t2") == (200, "")
    assert await sends(aygul, 1000, "t1") == (200, "")


async def test_a_small_temporary_folder_in_memory_is_room_enough_for_what_fits(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    aygul = await street.arrives("Aygul", WEB, "en")
    here = street.bot.settings.data_dir.absolute()
    with monkeypatch.context() as small:
        small.setattr(disk, "room", lambda folder: 2 * MEGABYTE if folder != here else 10**12)
        assert await sends(aygul, MEGABYTE, "t1") == (200, "")
        assert await sends(aygul, 3 * MEGABYTE, "t2") == FULL


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "地方快满了"), ("ug", "بوش ئورۇن ئاز"), ("en", "little room")]
)
async def test_a_picture_from_telegram_waits_for_room_and_comes_in_by_itself(
    street: Street, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    aygul = await street.arrives("Aygul", TELEGRAM, language)
    await aygul.says("/suggest")
    with monkeypatch.context() as full:
        full.setattr(disk, "room", lambda _: 499 * MEGABYTE)
        await aygul.sends_album([pictures.photograph(120, 90, seed) for seed in range(3)])
        await aygul.hears(words)
        for _ in range(20):
            await street.later(minutes=6)
        assert await _ready(street) == 0
    assert len([one for one in await aygul.screen() if words in one.words]) == 1  # said once
    await street.later(minutes=6)
    assert await _ready(street) == 3


async def test_telegram_hands_over_so_much_a_day(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    photo = pictures.photograph(400, 300)
    monkeypatch.setattr(purse, "DAY_BYTES", 2 * len(photo) + 100)
    aygul = await street.arrives("Aygul", TELEGRAM, "en")
    await aygul.says("/suggest")
    for seed in range(3):
        await aygul.sends_document(pictures.photograph(400, 300) + bytes(seed), "wall.jpg", "image/jpeg")
    assert await _ready(street) == 2
    await aygul.hears("tomorrow")
    await street.later(days=1, minutes=1)
    await aygul.says("/suggest")
    await aygul.sends_document(photo + b"x", "wall.jpg", "image/jpeg")
    assert await _ready(street) == 3


async def test_what_strangers_sent_goes_after_three_days_and_what_others_sent_stays(
    any_street: Street, tmp_path: Path
) -> None:
    street = any_street
    stranger = await street.neighbour("Stranger", WEB, "en")
    aygul = await street.arrives("Aygul", WEB, "en")
    for one in (stranger, aygul):
        await one.sends_photo(pictures.photograph(300, 200, 3 if one is aygul else 4))
        await one.says("Look at this")
    before = len(files(tmp_path / "gateway"))
    await street.later(days=2, hours=23)
    await street.bot.gateway.prune()
    assert len(files(tmp_path / "gateway")) == before
    await street.later(hours=2)
    await street.bot.gateway.prune()
    assert len(files(tmp_path / "gateway")) == before - 2
    assert "photo" not in [shown.kind for shown in await stranger.screen()]
    assert "Look at this" in [shown.words for shown in await stranger.screen()]
    assert "photo" in [shown.kind for shown in await aygul.screen() if shown.mine]


async def test_documents_go_after_thirty_days_and_their_names_stay(any_street: Street, tmp_path: Path) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", WEB, "en")
    assert isinstance(aygul, OnTheWeb)
    await aygul.sends_document(b"%PDF-1.4 plan", "plan.pdf", "application/pdf")
    await aygul.says("/privacy")
    await aygul.presses("My data as a file")
    documents = [path for path in files(tmp_path / "gateway") if path.suffix == ".bin"]
    assert len(documents) == 2
    await street.later(days=30, hours=1)
    await street.bot.gateway.prune()
    assert [path for path in files(tmp_path / "gateway") if path.suffix == ".bin"] == []
    history = (await aygul.client.get("/chat/history", params={"limit": 100})).json()["messages"]
    kept = [one["document"] for one in history if one.get("document")]
    assert [(one["name"].rpartition(".")[2], one["url"]) for one in kept] == [("pdf", None), ("zip", None)]


async def test_of_a_chats_documents_only_the_newest_keep_their_bytes(
    street: Street, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pruning, "DOCUMENTS_OF_A_CHAT", 5 * MEGABYTE)
    aygul, bo = await street.arrives("Aygul", WEB, "en"), await street.arrives("Bo", WEB, "en")
    for number in range(4):
        for one in (aygul, bo) if number == 0 else (aygul,):
            assert await sends(one, 2 * MEGABYTE, f"t{number}") == (200, "")
    await street.bot.gateway.prune()
    for one, urls in ((aygul, [False, False, True, True]), (bo, [True])):
        assert isinstance(one, OnTheWeb)
        history = (await one.client.get("/chat/history")).json()["messages"]
        assert [bool(each["document"]["url"]) for each in history if each.get("document")] == urls
    assert weight(tmp_path) < 7 * MEGABYTE


async def test_pictures_that_an_earlier_version_kept_as_they_came_go(any_street: Street, tmp_path: Path) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", WEB, "en")
    assert await sends(aygul, 1000, "t1") == (200, "")
    await street.settle()
    (raw,) = [path for path in files(tmp_path / "gateway") if path.suffix == ".bin"]
    raw.write_bytes(pictures.photograph(80, 60))
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE gateway_files SET type = 'image/jpeg' WHERE path = ?", raw.name)
    await street.later(days=2, hours=1)
    await street.bot.gateway.prune()
    assert not [path for path in files(tmp_path) if pictures.SECRET in path.read_bytes()]


def _limit(street: Street, **changed: int) -> None:
    core = street.bot.gateway._core
    core.limits = replace(core.limits, **changed)


async def _ready(street: Street) -> int:
    async with street.bot.database.read() as tx:
        return await tx.one(int, "SELECT count(*) FROM media WHERE state = 'ready'") or 0
