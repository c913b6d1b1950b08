"""A call as it is written in a row: read back as it was, also what earlier versions wrote and an upgrade finds."""

import json
import re
from pathlib import Path

import pytest

from bot.database.migrations import FOLDER
from bot.i18n.texts import literal
from bot.outbox.calls import Bars, Call, Card, Making, Words, dump, load
from bot.outbox.message import Address, Button, Chart, Collage, Drawing, Lane, Made, Message, Recorded, Stored, Tone
from bot.outbox.queue import queue_message, said
from bot.outbox.store.rows import State
from tests.machine.outbox.test_outbox import FIRST, call, send
from tests.street import Street
from tests.telegram_server import person
from tests.tools.migrating import migrated

BUTTONS = {"inline_keyboard": [[{"text": "Support", "callback_data": "ideas.support:27:1"}]]}
# As 0.2.0 wrote them in November 2026, word for word.
WORDS = (
    '{"text": "Hello", "parse_mode": "HTML", "link_preview_options": {"is_disabled": true}, "reply_markup":'
    ' {"inline_keyboard": [[{"text": "Support", "callback_data": "ideas.support:27:1"}]]}, "chat_id": 501,'
    ' "language": "en"}'
)
PHOTO = (
    '{"caption": "A wall", "parse_mode": "HTML", "photo": {"stored": 27}, "reply_markup": {"inline_keyboard":'
    ' [[{"text": "Support", "callback_data": "ideas.support:27:1"}]]}, "chat_id": 501, "language": "en"}'
)
EDIT = (
    '{"media": {"type": "photo", "media": {"collage": [[27, "A"], [28, "B"]], "language": "en"}, "caption": "Two",'
    ' "parse_mode": "HTML"}, "message_id": 9, "chat_id": 501, "language": "en"}'
)
CHART = (
    '{"caption": "Result", "parse_mode": "HTML", "photo": {"chart": {"title": "Which?", "note": "note", "bars":'
    ' [["Yes", 3]], "shown": ["3 of 5"], "tones": ["good"], "full": 5}, "language": "en"}, "chat_id": 501,'
    ' "language": "en"}'
)
# As 0.1.0 did: a chart with nothing but its bars, and the language of a picture beside it.
FIRST_CHART = (
    '{"caption": "Result", "photo": {"chart": {"title": "Which?", "note": "", "bars": [["Yes", 3]]}, "language":'
    ' "ug"}, "chat_id": 501}'
)
MADE = (
    '{"caption": "Yours", "document": {"made": "exports.zip", "about": "3", "otherwise": "Not now.", "language":'
    ' "en", "name": "town.zip"}, "chat_id": 501, "language": "en"}'
)


def test_what_earlier_versions_wrote_is_read() -> None:
    hello, wall = Words("Hello"), Words("A wall")
    preview = {"link_preview_options": {"is_disabled": True}}
    assert load("sendMessage", WORDS) == Call("sendMessage", hello, (), BUTTONS, "en", more=preview)
    assert load("sendPhoto", PHOTO) == Call("sendPhoto", wall, (Stored(27),), BUTTONS, "en")
    two = Collage(((27, "A"), (28, "B")))
    assert load("editMessageMedia", EDIT) == Call("editMessageMedia", Words("Two"), (two,), None, "en", message_id=9)
    bars = Bars("Which?", (("Yes", 3),), "note", ("3 of 5",), ("good",), 5)
    assert load("sendPhoto", CHART).files == (bars,)
    assert load("sendDocument", MADE).files == (Making("exports.zip", "3", "Not now.", "town.zip"),)
    first = load("sendPhoto", FIRST_CHART)
    assert (first.files, first.words, first.language) == (
        (Bars("Which?", (("Yes", 3),), ""),),
        Words("Result", formatted=False),
        "ug",
    )
    assert load("sendMessage", "{}") == Call("sendMessage")  # of somebody who was forgotten


@pytest.mark.parametrize(
    "one",
    [
        Call("sendMessage", Words("a <b>b</b>"), (), BUTTONS, "ug"),
        Call("editMessageText", Words("long…", formatted=False), message_id=4, language="zh"),
        Call("editMessageText", Words("x"), message_of=7, language="zh"),
        Call("editMessageCaption", Words("x"), buttons=BUTTONS, message_id=4, language="zh"),
        Call("editMessageMedia", Words("x"), (Stored(3),), message_id=4, in_place_only=True, language="zh"),
        Call("sendPhoto", None, (Card("Wall", ("one", "two")),), language="zh"),
        Call("sendPhoto", Words(""), (Making("poster", "1", "No."),), language="zh"),
        Call("sendVoice", None, (Recorded(5),), language="zh"),
        Call("sendMediaGroup", None, (Stored(1), Stored(2)), language="zh"),
        Call("answerCallbackQuery", more={"callback_query_id": "9", "text": "Saved"}),
        Call("setMyCommands", more={"commands": [], "scope": {"type": "chat", "chat_id": 3}}),
        Call("sendPhoto", Words("x"), more={"photo": "a file the door has"}, language="zh"),
    ],
)
def test_what_is_written_is_read_back(one: Call) -> None:
    assert load(one.method, dump(one)) == one
    assert "chat_id" not in json.loads(dump(one))


def test_every_kind_of_picture_is_written() -> None:
    pictures = (
        Stored(1),
        Collage(((1, "A"),)),
        Chart(literal("T"), ((literal("Yes"), 1),), literal("n"), ("1",), (Tone.GOOD,), 3),
        Drawing(literal("T"), (literal("one"),)),
        Made("poster", "1", literal("No.")),
    )
    for picture in pictures:
        message = Message(literal("x"), [[Button(literal("B"), "a.b")]], picture)
        whole = said(message, Address("web", 1, "en"))
        assert load(whole.method, dump(whole)) == whole


def test_states_are_those_of_the_table() -> None:
    """And every state that a statement names is one."""
    table = (FOLDER / "0001_machine.sql").read_text(encoding="utf-8")
    allowed = re.search(r"CREATE TABLE outbox \(.*?CHECK \(state IN \((.*?)\)\)", table, re.DOTALL)
    assert allowed is not None
    assert set(re.findall(r"'(\w+)'", allowed[1])) == set(State)
    for path in sorted(Path("bot/outbox/store").glob("*.py")):
        for named in re.findall(r"\bstate (?:=|<>|IN) (\(?(?:'\w+'(?:, )?)+\)?)", path.read_text(encoding="utf-8")):
            assert set(re.findall(r"'(\w+)'", named)) <= set(State), path


async def test_what_waited_before_an_upgrade_leaves_as_it_was(any_street: Street) -> None:
    one = person(any_street.telegram, FIRST, started=True)
    async with any_street.bot.database.write() as tx:
        for method, params in (("sendMessage", WORDS), ("sendPhoto", CHART), ("sendPhoto", FIRST_CHART)):
            await tx.run(
                "INSERT INTO outbox (door, queue, chat_id, method, params, lane, not_before, queued_at)"
                " VALUES ('telegram', '501', 501, ?, ?, 1, 0, 0)",
                method,
                params,
            )
    await send(any_street)
    assert [seen.text for seen in one.transcript()] == ["Hello", "Result", "Result"]


async def test_a_message_without_a_picture_writes_nothing_of_pictures(any_street: Street) -> None:
    written: list[str] = []
    async with any_street.bot.database.write() as tx:
        really = tx.many

        async def many(sql: str, rows: object) -> None:
            written.append(sql)
            await really(sql, rows)  # type: ignore[arg-type]

        tx.many = many  # type: ignore[method-assign]
        to = Address("telegram", FIRST, "en")
        await queue_message(tx, to, Message(literal("words")), Lane.ANSWER, any_street.clock.now())
        assert written == []
        await queue_message(tx, to, Message(literal("x"), (), Stored(9)), Lane.ANSWER, any_street.clock.now())
        assert len(written) == 1
    await call(any_street, FIRST, "sendMessage", {"text": "x"})


BEFORE = 47
OLD = (
    *(
        "INSERT INTO outbox (id, door, queue, chat_id, method, params, lane, not_before, queued_at)"  # noqa: S608 ours
        f" VALUES ({row}, 'telegram', '501', 501, '{method}', '{params}', 1, 0, 0)"
        for row, method, params in (
            (1, "sendMessage", WORDS),
            (2, "sendPhoto", PHOTO),
            (3, "editMessageMedia", EDIT),
            (4, "sendPhoto", CHART),
            (5, "sendPhoto", "{}"),
            (6, "editMessageMedia", '{"media": {"type": "photo", "media": {"stored": 30}}, "message_id": 1}'),
            (7, "sendPhoto", '{"photo": {"collage": [[27, "A"], [27, "B"], [31, "C"]], "language": "zh"}}'),
        )
    ),
    "INSERT INTO places (id, code, name, timezone, languages, created_at) VALUES (1, 'p', 'L', 'UTC', 'zh', 0)",
    "INSERT INTO campaigns (id, place_id, made_at) VALUES (1, 1, 0)",
    "INSERT INTO campaign_words (campaign_id, language, method, params)"
    ' VALUES (1, \'zh\', \'sendPhoto\', \', "caption": "x", "photo": {"stored": 27}, "language": "zh"}\')',
)


async def test_pictures_of_earlier_messages_are_found(tmp_path: Path, database_url: str) -> None:
    async with migrated(database_url, tmp_path, BEFORE, OLD) as database:
        async with database.read() as tx:
            shown = await tx.all(
                lambda *row: row, "SELECT outbox_id, media_id FROM shown_pictures ORDER BY outbox_id, media_id"
            )
            words = await tx.one(str, "SELECT params FROM campaign_words")
        assert shown == [(2, 27), (3, 27), (3, 28), (6, 30), (7, 27), (7, 31)]
        assert load("sendPhoto", words or "") == Call("sendPhoto", Words("x", False), (Stored(27),), language="zh")
        async with database.write() as tx:
            await tx.run("DELETE FROM outbox WHERE id = 3")
        async with database.read() as tx:
            assert await tx.one(int, "SELECT count(*) FROM shown_pictures WHERE outbox_id = 3") == 0
