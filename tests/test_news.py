"""News that tells the truth: who hears it when is said before it leaves, and nobody hears what passed her by."""

from datetime import timedelta

import pytest

from bot.people import Role
from tests.neighbour import Neighbour
from tests.street import MORNING, Street
from tests.test_broadcasts import DOORS, drafts, numbers, volunteer
from tests.test_broadcasts_in_depth import sends
from tests.test_polls import makes_poll


async def fair(maker: Neighbour, title: str = "Autumn fair", when: str = "tomorrow 19:00 Beijing time") -> None:
    """As far as the preview."""
    await maker.says("/newevent")
    await maker.says(title)
    await maker.says(when)
    await maker.says("in the yard")
    await maker.presses("No limit")
    await maker.presses("Skip")
    await maker.presses("Skip")


async def a_full_week(street: Street, vera: Neighbour) -> None:
    """Everybody who is here now has had two messages."""
    for words in ("One of many", "Two of many"):
        await sends(vera, words)
        await street.later(seconds=31)
        await street.later(seconds=3)


async def waits_for_room(street: Street) -> None:
    """Until those of `a_full_week` have room again."""
    await street.until(MORNING + timedelta(days=7, minutes=5))


@pytest.mark.parametrize("door", DOORS)
async def test_before_an_event_is_announced_its_maker_reads_who_hears_of_it_when(street: Street, door: str) -> None:
    li = await street.arrives("Li", door, "en")
    vera = await volunteer(street, door)
    await a_full_week(street, vera)
    new = await street.arrives("New", door, "en")
    await fair(vera, when="tomorrow 19:00 Beijing time")
    await vera.hears("1 hears it now · 1 not in time", "This is what everybody will see")
    await vera.presses("Throw away")
    await fair(vera, when="8 December 19:00 Beijing time")
    await vera.hears("1 hears it now · 1 on Mon, Nov 30", "Nobody gets more than two")
    await vera.presses("📣 Announce")
    await vera.hears("is announced ✓", "1 hears it now · 1 on Mon, Nov 30")
    await new.hears("Autumn fair")
    await li.hears_nothing_of("Autumn fair")
    await street.until(MORNING + timedelta(days=6, hours=23))
    await li.hears_nothing_of("Autumn fair")
    await waits_for_room(street)
    await li.hears("Autumn fair")


@pytest.mark.parametrize("door", DOORS)
async def test_what_did_not_fit_comes_as_one_with_the_way_to_each_and_without_what_is_over(
    any_street: Street, door: str
) -> None:
    street = any_street
    li = await street.arrives("Li", door, "en")
    vera = await volunteer(street, door)
    await a_full_week(street, vera)
    await fair(vera, "Tea tomorrow", "tomorrow 19:00 Beijing time")
    await vera.presses("📣 Announce")
    await fair(vera, "Winter fair", "8 December 19:00 Beijing time")
    await vera.presses("📣 Announce")
    await makes_poll(vera, "Which lamp?", until="In a week")
    await sends(vera, "The lamp is mended")
    await street.later(seconds=31)
    heard = len(await li.screen())
    await waits_for_room(street)
    assert len(await li.screen()) == heard + 1
    gathered = await li.hears("also this week", "Winter fair", "The lamp is mended", "Mon, Nov 23", "Which lamp?")
    await li.hears_nothing_of("Tea tomorrow")
    await li.presses("Winter fair")
    assert "Coming" in (await li.last()).labels
    await li.presses("The lamp is mended")
    await li.hears("Vera (volunteer) writes")
    await li.presses("Which lamp?")
    await li.hears("Which lamp?", "Green")
    assert any(one.id == gathered.id and one.words == gathered.words for one in await li.screen())
    await street.later(seconds=3)
    assert numbers((await vera.hears("the report")).words) == [1, 1, 0, 0, 0]
    await street.later(minutes=5)
    assert sum("also this week" in one.words for one in await li.screen()) == 1


async def test_what_was_called_off_meanwhile_is_not_gathered(street: Street) -> None:
    li = await street.arrives("Li", "web", "en")
    vera = await volunteer(street)
    await a_full_week(street, vera)
    await fair(vera, "Winter fair", "8 December 19:00 Beijing time")
    await vera.presses("📣 Announce")
    await fair(vera, "Lantern walk", "9 December 19:00 Beijing time")
    await vera.presses("📣 Announce")
    await vera.presses("See the event")
    await vera.presses("Look after it")
    await vera.presses("Cancel it")
    await vera.says("It rains")
    await vera.presses("Cancel and tell")
    await waits_for_room(street)
    await li.hears("Winter fair")
    await li.hears_nothing_of("Lantern walk")
    await li.hears_nothing_of("also this week")


async def test_an_event_moved_to_a_later_day_is_in_time_for_those_it_would_have_missed(street: Street) -> None:
    li = await street.arrives("Li", "web", "en")
    vera = await volunteer(street)
    await a_full_week(street, vera)
    await fair(vera)
    await vera.hears("nobody hears it now · 1 not in time")
    await vera.presses("📣 Announce")
    await vera.presses("See the event")
    await vera.presses("Look after it")
    await vera.presses("Change")
    await vera.presses("Time")
    await vera.says("9 December 19:00 Beijing time")
    await waits_for_room(street)
    await li.hears("Autumn fair", "Dec 9")


# --- polls


@pytest.mark.parametrize("door", DOORS)
async def test_a_poll_tells_before_whom_it_asks_and_its_result_goes_to_nobody_else(
    any_street: Street, door: str
) -> None:
    street = any_street
    li = await street.arrives("Li", door, "en")
    vera = await volunteer(street, door)
    await a_full_week(street, vera)
    new = await street.arrives("New", door, "en")
    await vera.says("/newpoll Which colour?\nGreen\nBlue")
    await vera.presses("That’s all")
    await vera.presses("One option each")
    await vera.presses("In three days")
    await vera.presses("Only after the close")
    await vera.hears("1 hears it now · 1 not in time", "This is how everybody will see it")
    await vera.presses("Send it to everybody")
    await new.hears("Which colour?")
    await street.later(days=4)
    await new.hears("🏁", "Which colour?")
    await vera.hears("🏁", "Which colour?")
    await street.later(days=8)
    await li.hears_nothing_of("Which colour?")


async def test_whoever_voted_without_being_asked_hears_how_it_ended_however_full_her_week_is(street: Street) -> None:
    li = await street.arrives("Li", "telegram", "en")
    vera = await volunteer(street)
    await a_full_week(street, vera)
    await makes_poll(vera)
    await li.hears_nothing_of("Which colour?")
    await li.says("/polls")
    await li.presses("Which colour?")
    await li.presses("Green")
    await street.later(days=4)
    await li.hears("🏁", "Which colour?")


async def test_the_result_takes_no_room_from_other_news(street: Street) -> None:
    li = await street.arrives("Li", "web", "en")
    vera = await volunteer(street)
    await makes_poll(vera, until="Tomorrow evening")
    await street.later(days=2)
    await li.hears("🏁", "Which colour?")
    await sends(vera, "The fair moves")
    await street.later(seconds=31)
    await li.hears("The fair moves")


async def test_a_poll_left_open_longer_asks_whoever_would_have_been_too_late(street: Street) -> None:
    li = await street.arrives("Li", "web", "en")
    vera = await volunteer(street)
    await a_full_week(street, vera)
    await makes_poll(vera, until="In three days")
    for _ in range(2):
        await vera.says("/polls")
        await vera.presses("Which colour?")
        await vera.presses("Time and close")
        await vera.presses("3 days longer")
        await vera.presses("Few have")
    await waits_for_room(street)
    await li.hears("Which colour?", "Green")


# --- what cannot wait


@pytest.mark.parametrize("door", DOORS)
async def test_no_water_tomorrow_is_released_by_a_second_person_beyond_night_and_budget(
    any_street: Street, door: str
) -> None:
    street = any_street
    li = await street.arrives("Li", door, "en")
    colleague = await street.arrives("Colleague", door, "en", Role.VOLUNTEER)
    vera = await volunteer(street, door)
    await a_full_week(street, vera)
    await street.until(MORNING + timedelta(hours=14))  # two in the morning in Beijing
    await drafts(vera, "No water tomorrow")
    await vera.hears("nobody hears it now · 2 on Mon, Nov 30")
    await vera.presses("It cannot wait")
    await vera.hears("A second person of the team has to release it")
    await vera.presses("Ask a second person")
    await vera.hears("has been asked to release it to 2 people")
    await li.hears_nothing_of("No water")
    await street.until(MORNING + timedelta(hours=22))
    await colleague.hears("Vera (volunteer) says that this cannot wait", "No water tomorrow", "That stays on record")
    await colleague.presses("Release it now")
    await street.later(seconds=31)
    await li.hears("🚨", "Vera (volunteer) writes, released by", "No water tomorrow")
    await street.later(seconds=3)
    report = (await vera.hears("the report", "It could not wait: released by")).words
    assert numbers(report)[:2] == [2, 2]
    # It took nobody's room, and nothing that waited was late for it.
    await sends(vera, "The water is back")
    await vera.hears("2 on Mon, Nov 30")


async def test_it_reaches_a_sleeping_phone_at_once(street: Street) -> None:
    li = await street.arrives("Li", "telegram", "en")
    colleague = await street.arrives("Colleague", "web", "en", Role.LEAD)
    vera = await volunteer(street)
    await street.until(MORNING + timedelta(hours=14))
    await drafts(vera, "No water tomorrow")
    await vera.hears("1 hears it now · 1 at 09:30 Beijing time")
    await vera.presses("It cannot wait")
    await vera.presses("Ask a second person")
    await colleague.presses("Release it now")
    await street.later(seconds=31)
    await li.hears("No water tomorrow")


async def test_whoever_is_alone_in_the_team_reads_what_she_can_do(street: Street) -> None:
    await street.arrives("Li", "telegram", "en")
    vera = await street.arrives("Vera", "web", "en", Role.LEAD)
    await a_full_week(street, vera)
    await drafts(vera, "No water tomorrow")
    await vera.presses("It cannot wait")
    await vera.hears("A second person of the team must release", "/invite")
    await vera.presses("Invite somebody")
    await vera.hears_nothing_of("has been asked")


async def test_declined_it_goes_its_usual_way(street: Street) -> None:
    li = await street.arrives("Li", "web", "en")
    colleague = await street.arrives("Colleague", "web", "en", Role.LEAD)
    vera = await volunteer(street)
    await a_full_week(street, vera)
    await drafts(vera, "Cake on Friday")
    await vera.presses("It cannot wait")
    await vera.presses("Ask a second person")
    await colleague.presses("Better not")
    await vera.hears("would rather not send")
    await vera.says("/broadcast")
    await vera.presses("Go on")
    await vera.presses("Look at it")
    await vera.presses("Send to 2 people")
    await street.later(seconds=31)
    await li.hears_nothing_of("Cake")
    await waits_for_room(street)
    await li.hears("📣", "Cake on Friday")
