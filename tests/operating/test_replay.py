"""What the bot stumbled over is kept, blocks nobody, is told once a day, and can be given to it again (T12)."""

import argparse
import json

import pytest

from bot.cli import recovery
from bot.doors.door import TELEGRAM
from bot.identity.roles import Role
from tests.machine.updates.test_dispatch import break_help
from tests.machine.updates.test_updates import POISON
from tests.street import Street
from tests.town.ideas.test_ideas import DOORS

KEPT = "could not understand"


async def replays(street: Street, number: int | None) -> tuple[int, list[str]]:
    """The exit status and what the operator reads."""
    said: list[str] = []
    status = await recovery.replay(street.bot, argparse.Namespace(id=number), said.append, said.append)
    await street.settle()
    return status, said


@pytest.mark.parametrize("door", DOORS)
async def test_what_broke_a_handler_is_answered_when_it_is_replayed_after_the_repair(
    any_street: Street, monkeypatch: pytest.MonkeyPatch, door: str
) -> None:
    aygul = await any_street.arrives("Aygul", door, "en")
    before = len(await aygul.screen())
    with monkeypatch.context() as patched:
        break_help(any_street, patched, ZeroDivisionError())
        await aygul.says("/help")
        assert await replays(any_street, 1) == (1, ["Number 1: broke. It was kept again."])
    status, (line,) = await replays(any_street, None)
    number = int(line.split()[0])
    assert (status, line.split("  ")[2:]) == (0, [door, "a handler broke"])
    assert await replays(any_street, number) == (0, [f"Number {number}: /help."])
    assert len(await aygul.screen()) == before + 4  # /help, two apologies, and help
    status, (said,) = await replays(any_street, number)
    assert (status, said.startswith(f"Nothing with the number {number}")) == (2, True)
    assert await replays(any_street, None) == (0, [])


async def test_a_replayed_update_that_comes_again_has_no_second_effect(
    any_street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    aygul = await any_street.arrives("Aygul", TELEGRAM, "en")
    with monkeypatch.context() as patched:
        break_help(any_street, patched, ZeroDivisionError())
        await aygul.says("/help")
    await replays(any_street, 1)
    heard = len(await aygul.screen())
    any_street.telegram.updates.repeat(any_street.telegram.updates.next_id - 1)
    await any_street.settle()
    assert len(await aygul.screen()) == heard


@pytest.mark.parametrize("raw", [json.dumps({"update_id": 9, "message": {"text": 17}}), '{"update_id": 9, "mess'])
async def test_what_cannot_be_read_stays_where_it_is(any_street: Street, raw: str) -> None:
    await any_street.bot.dispatch.keep_aside(TELEGRAM, 9, raw, "unreadable: TypeError")
    status, (said,) = await replays(any_street, 1)
    assert (status, "still cannot be read" in said) == (1, True)
    status, lines = await replays(any_street, None)
    assert (status, len(lines)) == (0, 1)


@pytest.mark.parametrize("door", DOORS)
async def test_leads_hear_once_a_day_how_many_wait(any_street: Street, door: str) -> None:
    lead = await any_street.arrives("Lead", door, "en", Role.LEAD)
    await any_street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    for number in range(3):
        any_street.telegram.updates.put_raw("message", ("message", number), POISON.encode())
    await any_street.tick()
    await lead.hears("3 things I could not understand")
    any_street.telegram.updates.put_raw("message", ("message", 3), POISON.encode())
    await any_street.later(minutes=10)
    assert sum(KEPT in one.words for one in await lead.screen()) == 1
    await any_street.later(days=1)
    await lead.hears("4 things I could not understand")
    await any_street.later(days=3)
    assert sum(KEPT in one.words for one in await lead.screen()) == 2


async def test_where_nobody_is_lead_the_volunteers_hear_it_and_residents_never(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", TELEGRAM, "zh", Role.VOLUNTEER)
    resident = await street.arrives("Aygul", TELEGRAM, "ug")
    street.telegram.updates.put_raw("message", ("message", 1), POISON.encode())
    await street.tick()
    await volunteer.hears("有1条内容我没能看懂")
    await resident.hears_nothing_of("replay")
