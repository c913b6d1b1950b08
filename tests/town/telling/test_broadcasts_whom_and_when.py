"""Writing to many: to whom, when, in which words for whom, and halting it so that the numbers stay true."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.doors.door import TELEGRAM
from bot.identity import roles
from bot.identity.roles import Role
from bot.outbox.loop import Outbox
from bot.outbox.message import Lane
from bot.outbox.rate_limits import BULK, BULK_LATE, Pace
from tests.neighbour import Neighbour, OnTelegram
from tests.street import MORNING, Street
from tests.town.telling.test_broadcasts import DOORS, NIGHT, add_idea, crowd, drafts, is_called, numbers, volunteer

SATURDAY_TEN = datetime(2026, 11, 28, 2, 0, tzinfo=UTC)  # 10:00 in Beijing


async def sends(one: Neighbour, words: str = "The fair moves to Sunday", count: str = "Send to…") -> None:
    await drafts(one, words)
    await one.presses(count)


async def plans(one: Neighbour, at: str, words: str = "The fair moves to Sunday") -> None:
    await drafts(one, words)
    await one.presses("Send later")
    await one.says(at)


async def report(one: Neighbour) -> list[int]:
    found = numbers((await one.hears("the report")).words)
    assert found[0] == sum(found[1:]), found
    return found


async def told(one: Neighbour) -> int:
    """How many broadcasts she got."""
    return sum(message.words.startswith("📣") for message in await one.screen())


# --- to whom


@pytest.mark.parametrize("door", DOORS)
async def test_only_the_readers_of_one_language(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door, "ug")
    li = await street.arrives("Li", door, "zh")
    vera = await volunteer(street, door)
    await vera.says("/broadcast")
    await vera.says("ئەتە يىغىن بار")
    await vera.presses("To whom?")
    await vera.presses("Some of them")
    await vera.presses("Readers of one language")
    await vera.presses("Uyghur")
    await vera.hears("Readers of Uyghur – 1 person")
    await vera.presses("Send to 1 person")
    await street.later(seconds=31)
    await aygul.hears("ئەتە يىغىن بار")
    await li.hears_nothing_of("ئەتە يىغىن بار")


@pytest.mark.parametrize("door", DOORS)
async def test_only_who_was_here_in_the_last_sixty_days(street: Street, door: str) -> None:
    long_gone = await street.arrives("Gone", door)
    await street.later(days=61)
    li = await street.arrives("Li", door)
    vera = await volunteer(street, door)
    await vera.says("/broadcast")
    await vera.says("Good to have you here")
    await vera.presses("To whom?")
    await vera.presses("Some of them")
    await vera.presses("Here in the last 60 days")
    await vera.presses("Send to 1 person")
    await street.later(seconds=31)
    await li.hears("Good to have you here")
    await long_gone.hears_nothing_of("Good to have you here")


async def test_whoever_commented_belongs_to_the_people_of_an_idea(street: Street) -> None:
    author, supporter = await street.arrives("Author"), await street.arrives("Supporter")
    commenter = await street.arrives("Commenter", "telegram", "en")
    await add_idea(street, author, supporter, 27)
    await commenter.says("/27")
    await commenter.presses("More")
    await commenter.presses("Comments")
    await commenter.says("I have the wood")
    vera = await volunteer(street)
    await vera.says("/broadcast")
    await vera.says("The bird's nest is approved")
    await vera.presses("To whom?")
    await vera.presses("Some of them")
    await vera.presses("Around an idea")
    await vera.says("27")
    await vera.presses("Send to 3 people")
    await street.later(seconds=31)
    await commenter.hears("nest is approved")


# --- in which words


@pytest.mark.parametrize("door", DOORS)
async def test_everybody_reads_the_version_of_her_language_or_which_language_it_is_in(
    street: Street, door: str
) -> None:
    aygul = await street.arrives("Aygul", door, "ug")
    li = await street.arrives("Li", door, "zh")
    ann = await street.arrives("Ann", door, "en")
    vera = await volunteer(street, door)
    await drafts(vera)
    await vera.presses("Change something")
    await vera.presses("In other languages")
    await vera.presses("Add Uyghur")
    await vera.says("بازار يەكشەنبىگە يۆتكەلدى")
    preview = (await vera.hears("This is how it will look")).words
    await vera.presses("Send to 3 people")
    await street.later(seconds=31)
    hers = (await aygul.hears("Vera (پىدائىي) يازىدۇ:", "بازار يەكشەنبىگە يۆتكەلدى")).words
    assert "The fair moves" not in hers
    his = (await li.hears("Vera（志愿者）用英语说：", "The fair moves to Sunday")).words
    anns = (await ann.hears("Vera (volunteer) writes:", "The fair moves to Sunday")).words
    assert all(one in preview for one in (hers, his, anns))


async def test_a_version_can_be_changed_taken_out_and_has_limits(street: Street) -> None:
    await street.arrives("Aygul", "web", "ug")
    vera = await volunteer(street, "telegram")
    await drafts(vera)
    for words, version in (("بىر", "Add Uyghur"), ("ئىككى", "Change Uyghur")):
        await vera.presses("Change something")
        await vera.presses("In other languages")
        await vera.presses(version)
        await vera.says(words)
    assert "ئىككى" in (await vera.hears("This is how it will look")).words
    await vera.presses("Change something")
    await vera.presses("In other languages")
    await vera.presses("Change Uyghur")
    await vera.says("\u200b")
    await vera.hears("A few words are needed")
    await vera.says("x" * 3001)
    await vera.hears("under 3000")
    await vera.presses("Take this version out")
    assert "ئىككى" not in (await vera.hears("This is how it will look")).words
    before = (await vera.last()).words
    for forged in ("broadcasts.write_version:1:en", "broadcasts.write_version:1:xx", "broadcasts.set_language:1:xx"):
        await vera.taps((await vera.last()).id, forged)
    assert (await vera.last()).words == before


# --- when


@pytest.mark.parametrize("door", DOORS)
async def test_it_leaves_at_its_time_in_both_clocks_to_those_who_are_there_then(street: Street, door: str) -> None:
    li = await street.arrives("Li", door)
    vera = await volunteer(street, door)
    await drafts(vera)
    await vera.presses("Send later")
    await vera.says("28 November 10:00 am Beijing time")
    await vera.hears("Planned ✓", "10:00 Beijing time (08:00 Xinjiang time)")
    newcomer = await street.arrives("Newcomer", door)
    await street.until(SATURDAY_TEN - timedelta(minutes=1))
    await li.hears_nothing_of("The fair moves")
    await street.until(SATURDAY_TEN + timedelta(seconds=1))
    await street.later(seconds=3)
    await li.hears("The fair moves")
    await newcomer.hears("The fair moves")
    assert await report(vera) == [2, 2, 0, 0, 0]
    await street.later(days=1)
    assert sum("The fair moves" in one.words for one in await li.screen()) == 1


@pytest.mark.parametrize("door", DOORS)
async def test_what_is_planned_is_listed_moved_changed_and_called_off(street: Street, door: str) -> None:
    li = await street.arrives("Li", door)
    vera = await volunteer(street, door)
    await plans(vera, "tomorrow 15:00")
    await vera.presses("Another time")
    await vera.presses("Sat, Nov 28, 10:00 Beijing time (08:00 Xinjiang time)")
    await vera.hears("Planned ✓", "10:00 Beijing time")
    await vera.says("/broadcast")
    await vera.presses("Planned and on its way (1)")
    await vera.presses("Sat, Nov 28 – The fair moves to Sunday")
    await vera.hears("It leaves", "The fair moves to Sunday")
    await vera.presses("Words or picture")
    await vera.says("The fair stays on Saturday")
    await vera.presses("Look at it")
    await vera.presses("Send later")
    await vera.says("tomorrow 15:00")
    colleague = await street.arrives("Carl", door, "en", Role.VOLUNTEER)
    await is_called(street, colleague)
    await colleague.says("/broadcast")
    await colleague.presses("Planned and on its way (1)")
    await colleague.presses("Tue, Nov 24 – The fair stays on Satur…")
    await colleague.presses("Words or picture")
    assert any("Only whoever wrote this" in toast for toast in await colleague.toasts())
    await colleague.presses("Call it off")
    await colleague.hears("Nobody will get it")
    await vera.hears("Carl (volunteer) called off", "The fair stays on Saturday")
    await street.later(days=7)
    await li.hears_nothing_of("The fair")


async def test_a_time_that_passed_while_nobody_was_up_is_made_up_for_once(street: Street) -> None:
    li = await street.arrives("Li")
    vera = await volunteer(street)
    await plans(vera, "tomorrow 15:00")
    street.clock.advance(timedelta(days=3))
    await street.tick()
    await street.tick()
    assert sum("The fair moves" in one.words for one in await li.screen()) == 1


async def test_planned_into_the_night_it_waits_for_the_morning(street: Street) -> None:
    asleep = await street.arrives("Asleep", "telegram")
    vera = await volunteer(street, "web")
    await plans(vera, "tomorrow 01:00 Beijing time")
    await street.until(NIGHT + timedelta(hours=2))
    await asleep.hears_nothing_of("The fair moves")
    await vera.hears("nobody hears it now", "1 at 09:30 Beijing time (07:30 Xinjiang time)")
    await street.until(NIGHT + timedelta(hours=9, seconds=1))
    await asleep.hears("The fair moves")


@pytest.mark.parametrize("door", DOORS)
async def test_a_time_that_cannot_be_is_asked_again(street: Street, door: str) -> None:
    await street.arrives("Li")
    vera = await volunteer(street, door)
    await drafts(vera)
    await vera.presses("Send later")
    await vera.says("when the plums are ripe")
    await vera.hears("did not understand the time")
    await vera.says("30.11.2028 15:00")
    await vera.hears("between one minute and six months")
    await vera.says("tomorrow at 7 Beijing time")
    await vera.hears("Which time do you mean?")
    await vera.presses("Tue, Nov 24, 19:00 Beijing time (17:00 Xinjiang time)")
    await vera.hears("Planned ✓")
    if door == TELEGRAM:
        for forged in ("broadcasts.set_when:1:-5", "broadcasts.set_when:1:99999999999", "broadcasts.look:999"):
            await vera.taps((await vera.last()).id, forged)
    await vera.hears("Planned ✓")


async def test_nobody_left_to_write_to_is_said(street: Street) -> None:
    li = await street.arrives("Li")
    vera = await volunteer(street)
    await plans(vera, "tomorrow 15:00")
    await li.says("/settings")
    await li.presses("全部暂停")
    await street.later(days=2)
    await vera.hears("had nobody to go to")
    await li.hears_nothing_of("The fair moves")


# --- a second person


async def test_a_planned_one_above_two_hundred_is_agreed_to_as_it_reads_now(street: Street) -> None:
    await crowd(street, 201, "web")
    lead = await street.arrives("Lead", "telegram", "en", Role.LEAD)
    await is_called(street, lead)
    vera = await volunteer(street)
    await plans(vera, "tomorrow 15:00")
    await vera.hears("Above 200 a second person must agree")
    question = await lead.hears("Vera (volunteer) wants to write this to 202", "It leaves", "15:00 Beijing time")
    first = question.buttons[0][0][1]
    await vera.presses("Take it back")
    await vera.presses("Go on")
    await vera.presses("Go on")
    await vera.says("Give us all your money")
    await vera.presses("Look at it")
    await vera.presses("Send later")
    await vera.says("tomorrow 15:00")
    await lead.taps((await lead.last()).id, first)
    assert any("changed meanwhile" in toast for toast in await lead.toasts())
    await lead.hears("Give us all your money")
    await lead.presses("Agree and send")
    await vera.hears("(lead) agreed ✓ It leaves at its time")
    await vera.says("/broadcast")
    await vera.presses("Planned and on its way (1)")
    await vera.presses("Tue, Nov 24 – Give us all your money")
    await vera.presses("Words or picture")
    await vera.says("The fair moves to Sunday")
    await vera.presses("Look at it")
    await vera.presses("Send later")
    await vera.says("tomorrow 15:00")
    await lead.hears("The fair moves to Sunday")
    await street.later(days=2)
    assert await told(lead) == 0  # it was changed after she agreed: nobody agreed to this
    await lead.presses("Agree and send")
    await street.later(seconds=31)
    await street.later(seconds=3)
    assert (await report(vera))[0] == 202


async def test_whoever_agreed_and_left_the_team_meanwhile_did_not_agree(street: Street) -> None:
    await crowd(street, 201, "web")
    lead = await street.arrives("Lead", "web", "en", Role.LEAD)
    vera = await volunteer(street, "telegram")
    await plans(vera, "tomorrow 15:00")
    await lead.presses("Agree and send")
    other = await street.arrives("Other", "web", "en", Role.LEAD)
    async with street.bot.database.write() as tx:
        await roles.take(tx, await street.person_id(lead), street.place.id, Role.LEAD)
    await street.later(days=1, hours=4)
    assert await told(lead) == 0
    await other.presses("Agree and send")
    await street.later(seconds=31)
    assert await told(lead) == 1


async def test_one_that_grew_above_two_hundred_is_asked_about_when_it_leaves(street: Street) -> None:
    await street.arrives("Li")
    lead = await street.arrives("Lead", "web", "en", Role.LEAD)
    vera = await volunteer(street)
    await plans(vera, "tomorrow 15:00")
    await crowd(street, 201, "web")
    await street.later(days=1, hours=4)
    await vera.hears("This goes to 203 people")
    await lead.presses("Agree and send")
    await street.later(seconds=31)
    assert await told(lead) == 1


# --- pausing and stopping


@pytest.mark.parametrize("door", DOORS)
async def test_paused_nobody_else_gets_it_until_it_goes_on_and_the_numbers_add_up(street: Street, door: str) -> None:
    awake = await street.arrives("Awake", "web")
    asleep = await street.arrives("Asleep", "telegram")
    vera = await volunteer(street, door)
    await street.until(NIGHT)
    await sends(vera)
    await street.later(seconds=31)
    await awake.hears("The fair moves")
    await vera.presses("Pause")
    await vera.hears("Paused: 1 of 2 reached, 1 wait until you go on")
    await street.until(NIGHT + timedelta(hours=10))
    await asleep.hears_nothing_of("The fair moves")
    await vera.presses("Go on")
    await street.later(seconds=3)
    await asleep.hears("The fair moves")
    assert await report(vera) == [2, 2, 0, 0, 0]
    assert sum("The fair moves" in one.words for one in await awake.screen()) == 1


async def test_paused_and_stopped_is_stopped(street: Street) -> None:
    li = await street.arrives("Li", "telegram")
    vera = await volunteer(street, "telegram")
    await sends(vera)
    await vera.presses("Pause")
    await vera.presses("Stop")
    assert await report(vera) == [1, 0, 0, 0, 0, 1]
    await street.later(minutes=5)
    await li.hears_nothing_of("The fair moves")
    stopped = await vera.hears("the report")
    for forged in ("broadcasts.resume:1", "broadcasts.pause:1", "broadcasts.stop:1"):
        await vera.taps(stopped.id, forged)
    await street.later(minutes=5)
    await li.hears_nothing_of("The fair moves")


@pytest.mark.parametrize("press", ["Pause", "Stop"])
async def test_what_was_on_its_way_when_the_process_died_stays_halted(any_street: Street, press: str) -> None:
    street = any_street
    await crowd(street, 20, "web")
    vera = await volunteer(street, "telegram")
    await sends(vera)
    async with street.bot.database.write() as tx:
        await tx.run(
            "UPDATE outbox SET state = 'sending', claimed_at = 1 WHERE campaign IS NOT NULL AND chat_id < 900005"
        )
    await vera.presses(press)
    await street.bot.outbox.recover()
    await street.later(minutes=5)
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM outbox WHERE campaign IS NOT NULL") == 0
    if press == "Pause":
        await vera.hears("Paused: 0 of 20 reached, 20 wait")
        await vera.presses("Go on")
        async with street.bot.database.read() as tx:
            assert await tx.one(int, "SELECT count(DISTINCT person_id) FROM outbox WHERE campaign IS NOT NULL") == 20
    else:
        assert await report(vera) == [20, 0, 0, 0, 0, 20]


@pytest.mark.parametrize("press", ["Pause", "Stop"])
async def test_halting_ten_thousand_bites_within_two_seconds(street: Street, press: str) -> None:
    """At Telegram's pace, on a clock of our own: what leaves after the press is no more than two seconds' worth."""
    await crowd(street, 10_000)
    lead = await street.arrives("Lead", "web", "en", Role.LEAD)
    vera = await volunteer(street, "web")
    await drafts(vera)
    await vera.presses("Send to 10001 people")
    await lead.presses("Agree and send")
    street.clock.advance(timedelta(seconds=31))
    pace = Pace(street.clock)
    outbox = street.bot.outbox
    outbox._paces = outbox._sending._paces = {**outbox._paces, TELEGRAM: pace}
    before = await _run_bulk(street, outbox, seconds=4)
    assert 80 <= before <= 4 * BULK + BULK_LATE
    await street.bot.scheduler.tick()
    await street.bot.outbox._settling.settle_waiting()
    await vera.presses(press)
    after = await _run_bulk(street, outbox, seconds=10)
    assert after <= 2 * 25
    print(f"{press}: {before} had left, {after} left after it")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM outbox WHERE campaign IS NOT NULL AND state = 'waiting'") == 0


async def _run_bulk(street: Street, outbox: Outbox, seconds: int) -> int:
    """The broadcast lane of Telegram for so many seconds of the virtual clock; how many calls it made."""
    door, under_way = street.bot.doors[TELEGRAM], set[asyncio.Task[None]]()
    made = 0
    for _ in range(seconds * 100):
        await outbox._round(door, Lane.BROADCAST, Lane.BROADCAST, under_way, under_way.discard)
        made += len(under_way)
        if under_way:
            await asyncio.wait(under_way)
            under_way.clear()
        street.clock.advance(timedelta(seconds=0.01))
    return made


# --- who does not want it


@pytest.mark.parametrize("door", DOORS)
async def test_whoever_pauses_blocks_or_withdraws_while_it_waits_is_not_sent_it(street: Street, door: str) -> None:
    pausing = await street.arrives("Pausing", door)
    less = await street.arrives("Less", door)
    withdrawn = await street.arrives("Withdrawn", door)
    li = await street.arrives("Li", door)
    blocked = await street.arrives("Blocked", "telegram")
    vera = await volunteer(street, door)
    await sends(vera, count="Send to 5 people")
    await pausing.says("/settings")
    await pausing.presses("全部暂停")
    await less.says("/settings")
    await less.presses("收什么、什么时候收")
    await less.presses("收多少")
    await less.presses("只收重要的")
    assert isinstance(blocked, OnTelegram)
    blocked.person.blocks()
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE people SET consented_at = NULL WHERE id = ?", await street.person_id(withdrawn))
    await street.later(seconds=31)
    await street.later(seconds=3)
    await li.hears("The fair moves")
    for one in (pausing, less, withdrawn):
        await one.hears_nothing_of("The fair moves")
    assert await report(vera) == [5, 1, 4, 0, 0]


async def test_wanting_less_counts_at_the_door_even_if_it_was_said_elsewhere(street: Street) -> None:
    """Another process, or a mistake of ours, may have left the row: it is asked once more when it leaves."""
    li = await street.arrives("Li", "telegram")
    vera = await volunteer(street)
    await sends(vera)
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE people SET how_often = 'weekly' WHERE id = ?", await street.person_id(li))
    await street.later(seconds=31)
    await street.later(seconds=3)
    await li.hears_nothing_of("The fair moves")
    assert await report(vera) == [1, 0, 1, 0, 0]


# --- two a week


@pytest.mark.parametrize("door", DOORS)
async def test_the_third_unasked_message_in_a_week_waits_for_room(street: Street, door: str) -> None:
    li = await street.arrives("Li", door)
    vera = await volunteer(street, door)
    for words in ("One", "Two"):
        await sends(vera, f"{words} of many")
        await street.later(seconds=31)
        await street.later(seconds=3)
        await li.hears(f"{words} of many")
        await street.later(days=1)
    await sends(vera, "Three of many")
    await street.later(seconds=31)
    await vera.hears("0 of 1 reached, 1 still waiting", "have had their two messages this week")
    await street.until(MORNING + timedelta(days=6, hours=23))
    await li.hears_nothing_of("Three of many")
    await street.until(MORNING + timedelta(days=7, hours=1))
    await street.later(seconds=3)
    await li.hears("Three of many")
    assert await report(vera) == [1, 1, 0, 0, 0]


async def test_what_people_take_part_in_and_the_teams_own_matters_are_not_counted(street: Street) -> None:
    author, supporter = await street.arrives("Author"), await street.arrives("Supporter", "telegram")
    await add_idea(street, author, supporter, 27)
    vera = await volunteer(street)
    colleague = await street.arrives("Colleague", "web", "en", Role.VOLUNTEER)
    for number in range(3):
        await vera.says("/broadcast")
        await vera.says(f"News {number} of the nest")
        await vera.presses("To whom?")
        await vera.presses("Some of them")
        await vera.presses("Around an idea")
        await vera.says("27")
        await vera.presses("Send to 2 people")
        await vera.says("/broadcast")
        await vera.says(f"Shift {number}")
        await vera.presses("To whom?")
        await vera.presses("People with a task")
        await vera.presses("The volunteers")
        await vera.presses("Send to 1 person")
        await street.later(seconds=31)
        await supporter.hears(f"News {number} of the nest")
        await colleague.hears(f"Shift {number}")
    await sends(vera, "To all")
    await street.later(seconds=31)
    await supporter.hears("To all")
    await colleague.hears("To all")


async def test_stopped_messages_take_nobodys_room(street: Street) -> None:
    li = await street.arrives("Li")
    vera = await volunteer(street)
    for _ in range(3):
        await sends(vera, "Never sent")
        await vera.presses("Stop")
    await sends(vera, "Sent")
    await street.later(seconds=31)
    await li.hears("Sent")


async def test_what_is_of_no_use_any_more_is_not_sent_late(street: Street) -> None:
    """The announcement of an event that is over by the time there is room."""
    li = await street.arrives("Li", "telegram", "en")
    vera = await volunteer(street, "telegram")
    for words in ("One of many", "Two of many"):
        await sends(vera, words)
        await street.later(seconds=31)
    await vera.says("/newevent")
    await vera.says("Autumn fair")
    await vera.says("tomorrow 19:00 Beijing time")
    await vera.says("in the yard")
    await vera.presses("No limit")
    await vera.presses("Skip")
    await vera.presses("Skip")
    await vera.presses("📣")
    await street.later(days=8)
    await li.hears_nothing_of("Autumn fair")
    await li.says("/events")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM campaign_people WHERE held_until IS NOT NULL") == 0


@pytest.mark.server
async def test_a_whole_week_of_it_on_both_databases(any_street: Street) -> None:
    street = any_street
    li = await street.arrives("Li", "telegram")
    aygul = await street.arrives("Aygul", "web", "ug")
    vera = await volunteer(street, "web")
    await sends(vera, "First")
    await vera.presses("Pause")
    await street.later(seconds=31)
    await li.hears_nothing_of("First")
    await vera.presses("Go on")
    await street.later(seconds=3)
    await li.hears("First")
    await aygul.hears("First")
    await plans(vera, "tomorrow 15:00", "Second")
    await street.later(days=1, hours=4)
    await li.hears("Second")
    await sends(vera, "Third")
    await street.later(seconds=31)
    await li.hears_nothing_of("Third")
    await street.bot.outbox.prune()
    await street.later(days=8)
    await street.later(seconds=31)
    await street.bot.outbox.prune()
    await aygul.hears("Third")
    await street.later(seconds=3)
    assert await report(vera) == [2, 2, 0, 0, 0]
