"""Receiving: what is acknowledged is on disk, what cannot be read blocks nobody, strangers get nothing."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from telegram.error import TelegramError

from bot.database.db import NotSaved
from bot.doors.door import TELEGRAM, WEB
from bot.updates.receiving import Apology, Webhook
from tests.street import Street
from tests.telegram_server import Fault, Kind, person

SECRET = "the-secret-of-the-hook"
POISON = ',"message":{"text":17}}'


async def rows(street: Street, table: str) -> int:
    async with street.bot.database.read() as tx:
        return await tx.one(int, f"SELECT count(*) FROM {table}") or 0  # noqa: S608 written here


def hook(street: Street) -> httpx.AsyncClient:
    door = street.bot.doors[TELEGRAM]
    webhook = Webhook(TELEGRAM, street.bot.dispatch, Apology(door, street.clock), SECRET)
    app = Starlette(routes=[Route("/telegram", webhook.answer, methods=["POST"])])
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app),
        base_url="http://nestbox.test",
        headers={"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"},
    )


def update(number: int, text: str = "/help", user: int = 42) -> dict[str, Any]:
    who = {"id": user, "is_bot": False, "first_name": "Aygul"}
    chat = {"id": user, "type": "private"}
    return {
        "update_id": number,
        "message": {"message_id": number, "date": 1, "chat": chat, "from": who, "text": text},
    }


# --- polling


async def test_a_good_update_after_a_bad_one_is_handled(any_street: Street) -> None:
    one = await any_street.arrives("Aygul", TELEGRAM, "en")
    before = await rows(any_street, "receipts")
    person(any_street.telegram, one.user_id).says("/help")
    any_street.telegram.updates.put_raw("message", ("message", 1), POISON.encode())
    any_street.telegram.updates.put_raw("message", ("message", 2), b',"message":{"chat":null,"date":"x"}}')
    person(any_street.telegram, one.user_id).says("/help")
    await any_street.settle()
    assert await rows(any_street, "receipts") == before + 4
    assert await rows(any_street, "kept_aside") == 2
    assert not any_street.telegram.updates.pending


@pytest.mark.parametrize(
    "poison",
    [
        b"[" * 10_000 + b"]" * 10_000,
        *(b"[" * deep + b"]" * deep for deep in range(880, 1000, 7)),
        b"9" * 5000,
        b"\xff{",
    ],
    ids=lambda poison: f"{poison[:1]!r} {len(poison)}",
)
async def test_an_update_that_is_no_json_or_too_deep_is_kept_aside_and_stops_nobody(
    street: Street, poison: bytes, secret: Callable[[str], str]
) -> None:
    one = person(street.telegram, 42, language_code="en")
    one.says("/start")
    rest = b',"message":{"words":"' + secret("the lamp at the door").encode() + b'","x":' + poison + b"}}"
    street.telegram.updates.put_raw("message", ("message", 43), rest)
    one.says("/start")
    await street.settle()
    assert not street.telegram.updates.pending
    assert await rows(street, "receipts") == 3
    assert await rows(street, "kept_aside") == 1
    assert len(one.heard()) == 2
    async with street.bot.database.read() as tx:
        raw = await tx.one(str, "SELECT raw FROM kept_aside")
    assert raw is not None
    assert '"update_id":' in raw
    one.says("/start")
    await street.settle()
    assert len(one.heard()) == 3


async def test_an_answer_that_is_no_list_of_updates_confirms_nothing(street: Street) -> None:
    """A page of a hotel's network, with status 200."""
    person(street.telegram, 42).says("/start")
    street.telegram.faults.add(Fault(Kind.ERROR, method="getUpdates", code=200, body="<html>Log in</html>", times=2))
    with pytest.raises(TelegramError):
        await street.bot.pollings[TELEGRAM].poll(0)
    assert street.telegram.updates.pending
    await street.settle()
    assert await rows(street, "receipts") == 1


async def test_half_letters_and_nul_in_a_name_or_words_stop_nobody(any_street: Street) -> None:
    raw = json.dumps(update(0, "a\ud800b\0c"))[len('{"update_id": 0') :].replace("Aygul", "\\ud83d\\u0000")
    any_street.telegram.updates.put_raw("message", ("message", 42), raw.encode())
    await any_street.settle()
    assert not any_street.telegram.updates.pending
    assert await rows(any_street, "kept_aside") == 0
    assert await rows(any_street, "identities") == 1


async def test_the_offset_follows_the_commit(any_street: Street) -> None:
    one = person(any_street.telegram, 42, language_code="en")
    one.says("/start")
    polling = any_street.bot.pollings[TELEGRAM]
    assert await polling.poll(0) == 1
    assert any_street.telegram.updates.pending, "nothing is confirmed before the next question"
    assert await polling.poll(0) == 0
    assert not any_street.telegram.updates.pending


async def test_update_ids_may_start_again_lower_after_a_quiet_week(any_street: Street) -> None:
    one = await any_street.arrives("Aygul", TELEGRAM, "en")
    any_street.telegram.updates.next_id = 17
    await one.says("/help")
    assert not any_street.telegram.updates.pending
    assert await rows(any_street, "receipts WHERE update_id = 17") == 1


@pytest.mark.parametrize("code", [401, 404, 409, 502])
async def test_whatever_getupdates_answers_the_next_question_is_asked_within_five_seconds(
    street: Street, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept = await _asks_again(street, monkeypatch, Fault(Kind.ERROR, method="getUpdates", code=code, times=7))
    assert len(slept) == 7
    assert max(slept) <= 5.0


@pytest.mark.parametrize("door", [TELEGRAM, WEB])
@pytest.mark.parametrize("error", [TelegramError("nobody there"), NotSaved("full"), KeyError("ours")])
async def test_whatever_breaks_while_receiving_each_door_is_asked_again_within_five_seconds(
    street: Street, door: str, error: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """And a night of it does not fill the log."""
    slept: list[float] = []

    class Enough(BaseException):
        pass

    async def poll(seconds: int) -> int:
        raise error

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 1000:
            raise Enough

    monkeypatch.setattr(street.bot.pollings[door], "poll", poll)
    monkeypatch.setattr("bot.updates.receiving.asyncio.sleep", sleep)
    with pytest.raises(Enough):
        await street.bot.pollings[door].run()
    assert max(slept) <= 5.0
    assert len([one for one in caplog.records if "asking again" in one.getMessage()]) == 10


async def test_after_429_it_waits_as_long_as_it_was_told(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    flood = Fault(Kind.FLOOD, method="getUpdates", seconds=77)
    assert await _asks_again(street, monkeypatch, flood) == [77.0]


async def _asks_again(street: Street, monkeypatch: pytest.MonkeyPatch, fault: Fault) -> list[float]:
    person(street.telegram, 42).says("/start")
    street.telegram.faults.add(fault)
    slept: list[float] = []

    class Enough(BaseException):
        pass

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) > 10:
            raise Enough

    really = street.bot.dispatch.handle

    async def handle(incoming: Any) -> None:
        await really(incoming)
        raise Enough

    monkeypatch.setattr("bot.updates.receiving.asyncio.sleep", sleep)
    monkeypatch.setattr(street.bot.dispatch, "handle", handle)
    with pytest.raises(Enough):
        await street.bot.pollings[TELEGRAM].run()
    assert await rows(street, "receipts") == 1
    return slept


# --- the webhook


async def test_a_stranger_at_the_webhook_stores_nothing(any_street: Street) -> None:
    body = json.dumps(update(1))
    async with hook(any_street) as telegram:
        answers = [
            await telegram.post("/telegram", content=body, headers={"X-Telegram-Bot-Api-Secret-Token": "wrong"}),
            await telegram.post("/telegram", content=body, headers={"X-Telegram-Bot-Api-Secret-Token": ""}),
            await telegram.post("/telegram", content=body, headers={"Content-Type": "text/plain"}),
            await telegram.post("/telegram", content=b'{"update_id":1,"x":"' + b"x" * 5_000_000 + b'"}'),
            await telegram.post("/telegram", content=b'{"update_id":1,"a":' + b"[" * 10_000 + b"]" * 10_000 + b"}"),
            await telegram.post("/telegram", content=b"\xff\xfe"),
            await telegram.post("/telegram", content=b"[]"),
            await telegram.post("/telegram", content=b'{"update_id":"1"}'),
        ]
    assert [one.status_code for one in answers] == [403, 403, 415, 413, 400, 400, 400, 400]
    assert await rows(any_street, "receipts") == await rows(any_street, "kept_aside") == 0


async def test_a_hook_without_a_secret_lets_nobody_in(street: Street) -> None:
    webhook = Webhook(TELEGRAM, street.bot.dispatch, Apology(street.bot.doors[TELEGRAM], street.clock), "")
    app = Starlette(routes=[Route("/telegram", webhook.answer, methods=["POST"])])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://nestbox.test") as anyone:
        assert (await anyone.post("/telegram", json=update(1))).status_code == 403


async def test_a_replayed_post_is_taken_and_changes_nothing(any_street: Street) -> None:
    async with hook(any_street) as telegram:
        for _ in range(3):
            assert (await telegram.post("/telegram", json=update(7, "/start"))).status_code == 200
    assert await rows(any_street, "receipts") == await rows(any_street, "outbox") == 1


async def test_what_cannot_be_read_is_kept_aside_and_taken(any_street: Street) -> None:
    async with hook(any_street) as telegram:
        for _ in range(2):
            answer = await telegram.post("/telegram", content=b'{"update_id":9' + POISON.encode())
            assert answer.status_code == 200
    assert await rows(any_street, "kept_aside") == 1


# --- a full disk


async def test_when_the_disk_is_full_people_hear_so_and_nothing_is_confirmed(street: Street) -> None:
    one = person(street.telegram, 42, language_code="en")
    one.says("/start")
    await _fill(street, 1)
    polling = street.bot.pollings[TELEGRAM]
    for _ in range(3):
        one.says("words " * 500)
    for _ in range(3):
        with pytest.raises(NotSaved):
            await polling.poll(0)
    assert street.telegram.updates.pending
    assert len(one.heard()) == 1, "one apology in a while, not one a try"
    async with hook(street) as telegram:
        answer = await telegram.post("/telegram", json=update(1, "words " * 500, user=43))
        assert answer.status_code == 503
    await _fill(street, 1_000_000)
    await street.settle()
    assert not street.telegram.updates.pending
    assert await rows(street, "receipts") == 4


async def _fill(street: Street, pages: int) -> None:
    """SQLite then refuses every page beyond; less than there are means none at all."""
    async with street.bot.database.write() as tx:
        await tx.one(int, f"PRAGMA max_page_count = {pages}")
    if pages == 1:
        with pytest.raises(NotSaved):
            await _use_up(street)


async def _use_up(street: Street) -> None:
    """What is still free inside the pages there are."""
    filling = "INSERT INTO kept_aside (door, raw, reason, kept_at) VALUES ('x', ?, 'filling', 0)"
    for _ in range(10_000):
        async with street.bot.database.write() as tx:
            await tx.run(filling, "x" * 100)


@pytest.mark.parametrize("number", [2**70, -(2**70), True, "7", None, 1.5])
async def test_an_update_whose_number_nobody_can_store_is_answered_in_words_and_keeps_nobody_waiting(
    any_street: Street, number: object
) -> None:
    async with hook(any_street) as telegram:
        answer = await telegram.post("/telegram", json={"update_id": number, "message": {}})
    assert (answer.status_code, answer.text) == (400, "没能读懂这个请求，请再试一次。\n")
    polling = any_street.bot.pollings[TELEGRAM]
    assert await polling._read({"update_id": number, "message": {}}) is None
    async with any_street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM kept_aside WHERE update_id IS NULL") == 1
