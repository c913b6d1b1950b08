"""A button says what is wished, so pressing twice is pressing once: at both doors, on both databases, by one thumb
that trembles and by one person with two phones."""

import re
import uuid

import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.identity import places
from bot.identity.roles import Role
from tests import ROOT
from tests.neighbour import Neighbour, OnTelegram, OnTheWeb
from tests.street import Street
from tests.town.events.test_events import SATURDAY_EVENING, announced
from tests.town.ideas.test_idea_comments_and_answers import opens_tool
from tests.town.ideas.test_ideas import DOORS, published
from tests.town.people.test_elsewhere import carries_on
from tests.town.polls.test_poll_kinds import makes
from tests.town.polls.test_polls import makes_other_poll, makes_poll


async def presses_at_once(street: Street, *presses: tuple[Neighbour, int, str]) -> None:
    """All are on their way before the bot looks at any."""
    for one, message_id, address in presses:
        if isinstance(one, OnTheWeb):
            body = {"txn": uuid.uuid4().hex, "message_id": message_id, "data": address}
            assert (await one.client.post("/chat/press", json=body)).status_code == 200
        else:
            assert isinstance(one, OnTelegram)
            one.person.taps(one.person.chat.messages[message_id], address)
    await street.settle()


async def finds(one: Neighbour, label: str) -> tuple[Neighbour, int, str]:
    for message in reversed(await one.screen()):
        for row in message.buttons:
            for words, address in row:
                if label in words:
                    return one, message.id, address
    raise AssertionError(f"{one.name} sees no button {label!r}")


async def presses_twice(street: Street, one: Neighbour, label: str) -> None:
    pressed = await finds(one, label)
    await presses_at_once(street, pressed, pressed)


async def idea_on_board(street: Street) -> None:
    await published(street, await street.arrives("Author"), "门口放长椅")


@pytest.mark.parametrize("door", DOORS)
async def test_support_and_following(any_street: Street, door: str) -> None:
    await idea_on_board(any_street)
    one = await any_street.arrives("Bahar", door, "en")
    await one.says("/1")
    await presses_twice(any_street, one, "👍 Support")
    await one.hears("1 · ", "👍 1")
    await presses_twice(any_street, one, "I support it")
    await one.hears("1 · ", "👍 0")
    await one.presses("⋯ More")
    await presses_twice(any_street, one, "🔔")
    assert "🔕" in " ".join((await one.last()).labels)
    await presses_twice(any_street, one, "🔕")
    assert "🔔" in " ".join((await one.last()).labels)


async def test_an_old_support_button_supports_and_takes_nothing_back(street: Street) -> None:
    await idea_on_board(street)
    one = await street.arrives("Bahar", TELEGRAM, "en")
    for _ in range(2):
        await one.taps((await one.last()).id, "ideas.toggle_support:1:one:0")
        await one.hears("1 · ", "👍 1")
        await one.taps((await one.last()).id, "ideas.toggle_follow:1")
        assert "🔕" in " ".join((await one.last()).labels)
        await one.says("/1")


@pytest.mark.parametrize("kind", ["One option each", "Several options each"])
@pytest.mark.parametrize("door", DOORS)
async def test_a_vote(any_street: Street, door: str, kind: str) -> None:
    maker = await any_street.arrives("Maker", WEB, "en", Role.VOLUNTEER)
    one = await any_street.arrives("Bahar", door, "en")
    await makes_other_poll(maker, kind, "Only after the close")
    await presses_twice(any_street, one, "Green")
    assert "✓ Green" in (await one.hears("Your vote: Green")).labels
    await presses_twice(any_street, one, "Green")
    await one.hears("You have not voted yet")


@pytest.mark.parametrize("door", DOORS)
async def test_dots(any_street: Street, door: str) -> None:
    maker = await any_street.arrives("Maker", WEB, "en", Role.VOLUNTEER)
    one = await any_street.arrives("Bahar", door, "en")
    await makes(maker, "Dots or points", "Dots to share out", "3 dots")
    for dots in (1, 2, 3):
        await presses_twice(any_street, one, "Green")
        assert f"Green: {'●' * dots}" in (await one.last()).labels
    await presses_twice(any_street, one, "Take all my dots back")
    await one.hears("You have 3 dots")


@pytest.mark.parametrize("door", DOORS)
async def test_a_score(any_street: Street, door: str) -> None:
    maker = await any_street.arrives("Maker", WEB, "en", Role.VOLUNTEER)
    one = await any_street.arrives("Bahar", door, "en")
    await makes(maker, "Dots or points", "1 to 5 points for each option")
    await one.presses("Green")
    await presses_twice(any_street, one, "4")
    async with any_street.bot.database.read() as tx:
        assert await tx.all(int, "SELECT value FROM poll_votes") == [4]


async def test_options_taken_back(any_street: Street) -> None:
    maker = await any_street.arrives("Maker", WEB, "en", Role.VOLUNTEER)
    await maker.says("/newpoll Which colour?\nGreen\nBlue\nRed")
    await presses_twice(any_street, maker, "Remove the last one")
    await maker.hears("1. Green", "2. Blue")
    await maker.hears_nothing_of("3. Red")


@pytest.mark.parametrize("door", DOORS)
async def test_an_events_answers_and_guests(any_street: Street, door: str) -> None:
    one = await any_street.arrives("John", door, "en")
    await announced(any_street)
    await presses_twice(any_street, one, "Coming")
    await one.hears("1 coming")
    for label, with_her in (("+ one guest", "1 guest"), ("+ one guest", "2 guests"), ("− one guest", "1 guest")):
        await presses_twice(any_street, one, label)
        await one.hears(f"You are coming with {with_her}")
    await presses_twice(any_street, one, "+ one child")
    await one.hears("1 guest and 1 child")
    await presses_twice(any_street, one, "Can't")
    await one.hears_nothing_of("You are coming")


async def test_an_old_guest_button_shows_how_it_stands(street: Street) -> None:
    one = await street.arrives("John", TELEGRAM, "en")
    await announced(street)
    await one.presses("Coming")
    card = await one.hears("You are coming")
    for old in ("events.guests:1:1:a", "events.children:1:-1:a"):
        await one.taps(card.id, old)
        assert "+ one guest" in (await one.hears("1 coming")).labels
        await one.hears_nothing_of("with 1 guest")


@pytest.mark.parametrize("door", DOORS)
async def test_the_roster(any_street: Street, door: str) -> None:
    guest = await any_street.arrives("Guest", door)
    maker = await announced(any_street, door=door)
    await guest.presses("参加")
    await any_street.until(SATURDAY_EVENING)
    await maker.says("/start event-1")
    await maker.presses("管理活动")
    await maker.presses("谁会来")
    await maker.presses("谁来了")
    await presses_twice(any_street, maker, "☐")
    await maker.hears("1 人里勾了 1 人")
    await presses_twice(any_street, maker, "＋1 没打招呼就来了")
    await maker.hears("另有 1 人没打招呼")
    assert "现在是 1 位" in (await maker.toasts())[-1]
    await presses_twice(any_street, maker, "☑")
    await maker.hears("1 人里勾了 0 人")


@pytest.mark.parametrize("door", DOORS)
async def test_the_settings_of_a_place(any_street: Street, door: str) -> None:
    lead = await any_street.arrives("Lead", door, "en", Role.LEAD)
    await lead.says("/placesettings")
    await lead.presses("More settings")
    await lead.presses("Languages")
    for label, after in (("✓ ئۇيغۇرچە", "＋ ئۇيغۇرچە"), ("＋ ئۇيغۇرچە", "✓ ئۇيغۇرچە")):
        await presses_twice(any_street, lead, label)
        assert after in (await lead.last()).labels
    await lead.presses("Back")
    await lead.presses("Clocks")
    await presses_twice(any_street, lead, "Only one clock")
    await lead.hears("It is 10:00")
    async with any_street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM place_changes") == 3  # each on record once


@pytest.mark.parametrize("door", DOORS)
async def test_the_order_of_spots(any_street: Street, door: str) -> None:
    lead = await any_street.arrives("Lead", door, "en", Role.LEAD)
    await lead.says("/placesettings")
    await lead.presses("Spots")
    await lead.presses("⋯ More")
    await lead.presses("3 · Yard")
    await lead.presses("⋯ More")
    before = await spots_of(any_street)
    await presses_twice(any_street, lead, "Further up")
    assert await spots_of(any_street) == [before[0], before[2], before[1], *before[3:]]


@pytest.mark.parametrize("door", DOORS)
async def test_voices_on_paper(any_street: Street, door: str) -> None:
    await idea_on_board(any_street)
    volunteer = await any_street.arrives("Wang", door, "zh", Role.VOLUNTEER)
    await opens_tool(volunteer, 1, "纸上的支持")
    await presses_twice(any_street, volunteer, "再记一位")
    await presses_twice(any_street, volunteer, "再记一位")
    await volunteer.hears("2 位是您记下的")
    await presses_twice(any_street, volunteer, "划掉我记的最后一位")
    await volunteer.hears("1 位是您记下的")


@pytest.mark.parametrize(("first", "second"), [(WEB, TELEGRAM), (TELEGRAM, WEB), (WEB, WEB)])
async def test_one_person_with_two_phones(any_street: Street, first: str, second: str) -> None:
    """Each phone shows what was true before the other one pressed."""
    street = any_street
    await idea_on_board(street)
    maker = await announced(street)
    await makes_poll(await street.arrives("Pollster", WEB, "en", Role.VOLUNTEER))
    here, there = await street.arrives("Aygul", first, "en"), await street.neighbour("Aygul", second, "en")
    await carries_on(here, there)
    for one in (here, there):
        await one.says("/1")
    await presses_at_once(street, *[await finds(one, "👍 Support") for one in (here, there)])
    await here.hears("1 · ", "👍 1")
    for one in (here, there):
        await one.says("/start event-1")
    await presses_at_once(street, *[await finds(one, "Coming") for one in (here, there)])
    for one in (here, there):
        await one.says("/start event-1")
    await presses_at_once(street, *[await finds(one, "+ one guest") for one in (here, there)])
    await here.says("/start event-1")
    await here.hears("You are coming with 1 guest")
    for one in (here, there):
        await one.says("/polls")
        await one.presses("Which colour?")
    await presses_at_once(street, *[await finds(one, "Green") for one in (here, there)])
    await here.hears("Your vote: Green")
    assert maker


async def spots_of(street: Street) -> list[int]:
    async with street.bot.database.read() as tx:
        return [one.id for one in await places.spots(tx, street.place.id)]


OLD = re.compile(
    r"\b(?:\w*toggle\w*|guests|children|tick|walk_in|second_clock|up|one_voice_more|one_voice_less|take_last_back)"
    r"\.button\("
)


def test_no_button_is_made_any_more_that_does_not_say_what_is_wished() -> None:
    """These actions stay for old chats; a new one that turns something over is found by its name."""
    handlers = ROOT / "handlers"
    found = [
        f"{path.name}: {line}" for path in handlers.rglob("*.py") for line in OLD.findall(path.read_text("utf-8"))
    ]
    assert found == []
