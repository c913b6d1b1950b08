"""What somebody sends before she agreed: a little is kept for a while, and nothing in it keeps her out."""

import json
from pathlib import Path

import pytest

from bot.updates import newcomers
from tests.neighbour import AGREE, OnTheWeb
from tests.street import Street
from tests.tools.migrating import migrated

DOORS = ("web", "telegram")
HALF = "A bench \ud83d please"  # a phone that cut an emoji in two


async def rows(street: Street, table: str) -> int:
    async with street.bot.database.read() as tx:
        return await tx.one(int, f"SELECT count(*) FROM {table}") or 0  # noqa: S608 written here


@pytest.mark.parametrize("door", DOORS)
async def test_half_an_emoji_in_her_first_message_does_not_keep_a_newcomer_out(any_street: Street, door: str) -> None:
    street = any_street
    aygul = await street.neighbour("Aygul", door, "en")
    if isinstance(aygul, OnTheWeb):
        aygul.client.headers["Content-Type"] = "application/json"
        await aygul._post("/chat/send", content=json.dumps({"txn": "half", "text": HALF}).encode())
        del aygul.client.headers["Content-Type"]
    else:
        await aygul.says(HALF)
    await aygul.presses("English")
    await aygul.presses(*AGREE)
    await aygul.hears("What would you like to do?")
    await aygul.hears("it is kept safe")
    assert await rows(street, "kept_aside") == 0


@pytest.mark.parametrize("words", ['{"update_id": 7, "message": {"text": {}}}', '{"update_id": 7, "message": 1}'])
async def test_what_nobody_can_read_any_more_is_kept_aside_and_she_gets_in(any_street: Street, words: str) -> None:
    street = any_street
    aygul = await street.neighbour("Aygul", "telegram", "en")
    await aygul.says("A bench please")
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE held_updates SET raw = ?", words)
    await aygul.says("And a lamp")
    await aygul.presses("English")
    await aygul.presses(*AGREE)
    await aygul.hears("What would you like to do?")
    await aygul.hears("it is kept safe")
    assert await rows(street, "kept_aside") == 1
    assert await rows(street, "held_updates") == 0


async def test_a_handler_that_breaks_over_a_held_message_does_not_keep_her_out(
    any_street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    street = any_street
    aygul = await street.neighbour("Aygul", "web", "en")
    await aygul.says("/help")
    await aygul.presses("English")
    action = street.bot.town.commands["help"]

    async def breaks(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setitem(street.bot.town.commands, "help", type(action)(breaks, action.who, action.command))
        await aygul.presses(*AGREE)
    await aygul.hears("What would you like to do?")
    await aygul.hears("something went wrong on our side")
    assert await rows(street, "kept_aside") == 1
    await aygul.says("/help")
    await aygul.hears("Here you tell")


@pytest.mark.parametrize("door", DOORS)
async def test_twenty_messages_are_kept_then_she_is_asked_once_to_agree_first(any_street: Street, door: str) -> None:
    street = any_street
    aygul = await street.neighbour("Aygul", door, "en")
    await aygul.says("/start")
    await aygul.presses("English")
    for number in range(newcomers.MOST + 15):
        await aygul.says(f"message {number}")
    said = [one for one in await aygul.screen() if "please agree first" in one.words]
    assert len(said) == 1
    assert (await aygul.last()).words == said[0].words
    assert await rows(street, "held_updates") == newcomers.MOST + 1
    await street.later(hours=2)
    await aygul.says("hello?")
    assert len([one for one in await aygul.screen() if "please agree first" in one.words]) == 2
    await aygul.presses("Read and agree")
    await aygul.presses("I agree")
    await aygul.hears("Please send what is missing once more")
    assert await rows(street, "held_updates") == 0


async def test_two_long_messages_fill_the_room_as_well(any_street: Street) -> None:
    aygul = await any_street.neighbour("Aygul", "telegram", "en")
    for _ in range(4):
        await aygul.says("长" * 3000)
    await aygul.hears("同意")
    async with any_street.bot.database.read() as tx:
        size = await tx.one(int, "SELECT sum(length(raw)) FROM held_updates") or 0
    assert size <= newcomers.MOST_BYTES


async def test_after_three_days_nothing_of_it_is_left(any_street: Street) -> None:
    street = any_street
    aygul = await street.neighbour("Aygul", "web", "en")
    await aygul.says("A bench please")
    await street.later(days=3, hours=-1)
    await street.bot.prune()
    assert await rows(street, "held_updates") == 1
    await street.later(hours=2)
    await street.bot.prune()
    assert await rows(street, "held_updates") == 0
    await aygul.presses("English")
    await aygul.presses("I agree")
    await aygul.hears("What would you like to do?")


async def test_what_an_older_version_held_is_still_taken_up(tmp_path: Path, database_url: str) -> None:
    rows_before = (
        "INSERT INTO places (id, code, name, timezone, languages, created_at) VALUES (1, 'a', 'L', 'UTC', 'en', 0)",
        "INSERT INTO people (id, name, place_id, held, created_at) VALUES (1, 'A', 1, '{\"x\": 1}\n{\"y\": 2}\n', 0)",
        "INSERT INTO people (id, name, place_id, created_at) VALUES (2, 'B', 1, 0)",
        "INSERT INTO identities (door, user_id, chat_id, person_id, spoke_at) VALUES ('web', 5, 5, 1, 77)",
    )
    url = database_url or f"sqlite:///{tmp_path / 'old.db'}"
    async with migrated(url, tmp_path, 24, rows_before) as database, database.write() as tx:
        held = await newcomers.take(tx, 1)
        assert [line for raw in held if raw for line in raw.splitlines()] == ['{"x": 1}', '{"y": 2}']
        assert await newcomers.take(tx, 2) == []
