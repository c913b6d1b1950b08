"""One update, one effect: duplicates, refusals, handlers that break, old and forged buttons, and groups."""

import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.doors.door import TELEGRAM
from bot.errors import Refusal
from bot.i18n.texts import machine as m
from bot.identity.roles import Role
from handlers import FEATURES
from tests.neighbour import OnTelegram
from tests.street import Street, open_street
from tests.telegram_server import group

WORDS = ("/help", "/start", "hm")


async def on_telegram(street: Street, name: str = "Aygul", role: Role | None = None) -> OnTelegram:
    one = await street.arrives(name, TELEGRAM, "en", role)
    assert isinstance(one, OnTelegram)
    return one


async def count(street: Street, what: str) -> int:
    async with street.bot.database.read() as tx:
        return await tx.one(int, f"SELECT count(*) FROM {what}") or 0  # noqa: S608 written here


def break_help(street: Street, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """The handler of /help writes something and then breaks."""
    action = street.bot.town.commands["help"]

    async def handler(context: Any, *args: Any) -> None:
        await context.say(m.home)
        raise error

    monkeypatch.setitem(street.bot.town.commands, "help", type(action)(handler, action.who, action.command))


async def test_the_same_update_again_changes_nothing(any_street: Street) -> None:
    one = await on_telegram(any_street)
    one.person.says("/help")
    last = any_street.telegram.updates.next_id - 1
    await any_street.settle()
    heard = len(one.person.heard())
    for _ in range(3):
        any_street.telegram.updates.repeat(last)
        await any_street.settle()
    assert len(one.person.heard()) == heard


async def test_a_handler_that_breaks_is_undone_apologised_for_and_kept_aside(
    any_street: Street, monkeypatch: pytest.MonkeyPatch, secret: Callable[[str], str]
) -> None:
    one = await on_telegram(any_street)
    await one.says(secret("the lamp at the door"))
    before = await one.screen()
    with monkeypatch.context() as patched:
        break_help(any_street, patched, ZeroDivisionError())
        await one.says("/help")
    new = [shown for shown in await one.screen() if not shown.mine][len([s for s in before if not s.mine]) :]
    assert len(new) == 1
    assert await count(any_street, "kept_aside") == 1
    await one.says("/help")
    assert len(await one.screen()) == len(before) + 4


async def test_a_refusal_is_said_and_the_question_stays_open(
    any_street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = await on_telegram(any_street)
    async with any_street.bot.database.write() as tx:
        await tx.run("UPDATE identities SET question = 'nowhere.at_all' WHERE user_id = ?", one.user_id)
    break_help(any_street, monkeypatch, Refusal(m.not_allowed))
    heard = len(one.person.heard())
    await one.says("/help")
    assert len(one.person.heard()) == heard + 1
    assert await count(any_street, "identities WHERE question = 'nowhere.at_all'") == 1
    assert await count(any_street, "kept_aside") == 0


async def test_trouble_before_the_handler_blocks_nobody(any_street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    one = await on_telegram(any_street)

    async def broken(*args: Any) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(any_street.bot.dispatch, "_context", broken)
        await one.says("/help")
    assert await count(any_street, "kept_aside") == 1
    assert not any_street.telegram.updates.pending
    await one.says("/help")
    assert await count(any_street, "kept_aside") == 1


@pytest.mark.parametrize("data", ["", ":", "nowhere.at_all", "welcome.home:17", "x" * 64, "ideas.support:-", "é:'"])
async def test_a_forged_button_gets_a_kind_word_and_ends_its_spinner(any_street: Street, data: str) -> None:
    one = await on_telegram(any_street)
    screen = await one.screen()
    await one.taps(screen[-1].id, data)
    assert len(one.person.toasts()) >= 1
    assert await count(any_street, "kept_aside") == 0
    assert all(press.answered_at for press in any_street.telegram.world.presses.values())


async def test_a_button_under_a_message_too_old_to_be_described_works(any_street: Street) -> None:
    one = await on_telegram(any_street)
    shown = (await one.screen())[-1]
    message = one.person.chat.messages[shown.id]
    message.content = {"chat": message.content["chat"], "message_id": shown.id, "date": 0}
    await one.taps(shown.id, any_street.bot.town.home.address())
    assert await count(any_street, "kept_aside") == 0
    assert not any_street.telegram.updates.pending


async def test_an_edited_message_and_a_sticker_leave_the_question_open(any_street: Street) -> None:
    one = await on_telegram(any_street)
    message = one.person.says("/help")
    await any_street.settle()
    async with any_street.bot.database.write() as tx:
        for feature in any_street.bot.town.features:
            for action in feature.actions:
                if action.hears == (str,) and len(action.parameters) == 1:
                    asked = action.name
        await tx.run("UPDATE identities SET question = ? WHERE user_id = ?", asked, one.user_id)
    heard = len(one.person.heard())
    await one.sends_sticker()
    one.person.edits(message, "other words")
    await any_street.settle()
    assert len(one.person.heard()) == heard + 2
    assert await count(any_street, f"identities WHERE question = '{asked}'") == 1


async def test_what_is_said_in_a_group_is_ignored_but_a_press_there_ends_its_spinner(any_street: Street) -> None:
    one = await on_telegram(any_street)
    chat = group(any_street.telegram, -5, "Team", one.person)
    there = one.person.in_chat(chat)
    message = there.says("hello everybody")
    await any_street.settle()
    there.taps(chat.messages[message], "nowhere.at_all")
    await any_street.settle()
    assert all(press.answered_at for press in any_street.telegram.world.presses.values())
    assert await count(any_street, "kept_aside") == 0


async def test_whoever_blocks_and_comes_back_is_reachable_again(any_street: Street) -> None:
    one = await on_telegram(any_street)
    one.person.blocks()
    await any_street.settle()
    assert await count(any_street, "identities WHERE unreachable_at IS NOT NULL") == 1
    await one.says("/help")
    assert await count(any_street, "identities WHERE unreachable_at IS NOT NULL") == 0


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    seed=st.integers(0, 10_000), texts=st.lists(st.sampled_from(["/help", "/start", "hm"]), min_size=2, max_size=8)
)
async def test_each_update_is_answered_once_however_often_and_in_whatever_order_it_comes(
    seed: int, texts: list[str]
) -> None:
    chance = random.Random(seed)
    with TemporaryDirectory() as folder:
        async with open_street(Path(folder), FEATURES) as street:
            one = await on_telegram(street)
            first, before = street.telegram.updates.next_id, len(one.person.heard())
            for text in texts:
                one.person.says(text)
            ids = [*range(first, first + len(texts))] * 3
            chance.shuffle(ids)
            for update_id in ids:
                street.telegram.updates.repeat(update_id)
                if chance.random() < 0.5:
                    await street.settle()
            await street.settle()
            assert await count(street, f"receipts WHERE update_id >= {first}") == len(texts)
            assert len(one.person.heard()) - before == len(texts)
