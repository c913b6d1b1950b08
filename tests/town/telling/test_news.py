"""News that tells the truth: who hears it when is said before it leaves, and nobody hears what passed her by."""

import re
from datetime import timedelta

import pytest

from bot.identity.roles import Role
from bot.outbox import campaigns
from tests.neighbour import Neighbour, leaves_for_good
from tests.pictures import photograph
from tests.street import MORNING, Street
from tests.town.events.test_event_album import OVER, looks_at_photos
from tests.town.events.test_events import SATURDAY_EVENING, announced
from tests.town.ideas.test_board import page, reads
from tests.town.people.test_elsewhere import carries_on
from tests.town.polls.test_polls import makes_poll
from tests.town.telling.test_broadcasts import DOORS, drafts, numbers, volunteer
from tests.town.telling.test_broadcasts_whom_and_when import sends
from tests.town.telling.test_digests import TUESDAY


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
    await vera.presses("Cancel and tell them")
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


@pytest.mark.parametrize("door", DOORS)
async def test_an_event_changed_three_times_is_announced_once_to_whoever_would_have_missed_it(
    any_street: Street, door: str
) -> None:
    street = any_street
    li = await street.arrives("Li", door, "en")
    vera = await volunteer(street, door)
    await a_full_week(street, vera)
    await fair(vera)
    await vera.hears("nobody hears it now · 1 not in time")
    await vera.presses("📣 Announce")
    for when in ("9 December 19:00", "10 December 19:00", "11 December 19:00"):
        await vera.says("/events")
        await vera.presses("Autumn fair")
        await vera.presses("Look after it")
        await vera.presses("Change")
        await vera.presses("Time")
        await vera.says(f"{when} Beijing time")
    await waits_for_room(street)
    await li.hears("Autumn fair", "Dec 11")
    await street.later(days=7, minutes=5)
    assert sum("Autumn fair" in one.words for one in await li.screen()) == 1
    async with street.bot.database.read() as tx:
        announcements = await tx.all(
            int, "SELECT campaign_id FROM event_campaigns WHERE kind = 'announcement' ORDER BY campaign_id"
        )
        reports = [await campaigns.report(tx, campaign_id) for campaign_id in announcements]
    assert [one.stopped for one in reports] == [1, 1, 1, 0]
    assert [one.total - one.reached - one.stopped for one in reports] == [0, 0, 0, 0]


async def test_what_was_held_before_messages_had_a_line_is_named_by_its_first_words(street: Street) -> None:
    li = await street.arrives("Li", "web", "en")
    vera = await volunteer(street)
    await a_full_week(street, vera)
    for words in ("The lamp <is> mended", "Cake on Friday"):
        await sends(vera, words)
        await street.later(seconds=31)
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE campaign_words SET line = NULL, label = NULL, address = NULL")
    await waits_for_room(street)
    await li.hears("also this week", "The lamp <is> mended", "Cake on Friday")


async def test_what_waits_for_room_goes_along_when_two_doors_become_one(any_street: Street) -> None:
    street = any_street
    vera = await volunteer(street)
    before = await street.arrives("Li on the web", "web", "en")
    await before.says("/settings")
    await before.presses("Pause everything")
    li = await street.arrives("Li", "telegram", "en")
    await a_full_week(street, vera)
    await fair(vera, "Winter fair", "8 December 19:00 Beijing time")
    await vera.presses("📣 Announce")
    await sends(vera, "The lamp is mended")
    await street.later(seconds=31)
    await before.says("/settings")
    await before.presses("Messages again")
    await carries_on(li, before)
    assert await street.person_id(li) == await street.person_id(before)
    await waits_for_room(street)
    gathered = [one for who in (li, before) for one in await who.screen() if "also this week" in one.words]
    assert len(gathered) == 1
    assert "Winter fair" in gathered[0].words
    assert "The lamp is mended" in gathered[0].words


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
        await vera.presses("Few have voted so far")
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


@pytest.mark.parametrize("door", DOORS)
async def test_what_is_of_no_use_after_tomorrow_is_not_told_the_day_after(any_street: Street, door: str) -> None:
    street = any_street
    li = await street.arrives("Li", door, "en")
    vera = await volunteer(street, door)
    await a_full_week(street, vera)
    new = await street.arrives("New", door, "en")
    await drafts(vera, "No water tomorrow")
    await vera.hears("1 hears it now · 1 on Mon, Nov 30")
    await vera.presses("Of use until…")
    await vera.says("yesterday 9:00 Beijing time")
    await vera.presses("Until Tue, Nov 24, 23:59 Beijing time (21:59 Xinjiang time)")
    await vera.hears("Of use until Wed, Nov 25, 00:00", "1 hears it now · 1 not in time")
    await vera.presses("Send to 2 people")
    await street.later(seconds=31)
    await new.hears("No water tomorrow")
    await street.later(seconds=3)
    report = numbers((await vera.hears("the report", "Not in time: 1")).words)
    assert report[0] == sum(report[1:])
    await waits_for_room(street)
    await li.hears_nothing_of("No water tomorrow")


async def test_a_planned_one_says_who_hears_it_on_which_day(street: Street) -> None:
    li = await street.arrives("Li", "web", "en")
    vera = await volunteer(street)
    await a_full_week(street, vera)
    await street.arrives("New", "web", "en")
    await drafts(vera, "Bring a cup")
    await vera.presses("Send later")
    await vera.says("tomorrow 15:00 Beijing time")
    planned = await vera.hears("Planned ✓", "1 on Tue, Nov 24 · 1 on Mon, Nov 30")
    assert "nobody" not in planned.words.lower().replace("nobody gets more", "")
    await street.later(days=2)
    await li.hears_nothing_of("Bring a cup")


async def test_a_live_poll_counts_up_also_for_whoever_was_asked_late(street: Street) -> None:
    li = await street.arrives("Li", "web", "en")
    vera = await volunteer(street)
    await a_full_week(street, vera)
    voter = await street.arrives("Voter", "web", "en")
    await vera.says("/newpoll Which colour?\nGreen\nBlue")
    await vera.presses("That’s all")
    await vera.presses("One option each")
    await vera.says("5 December 20:00 Beijing time")
    await vera.presses("Yes, all the time")
    await vera.presses("Send it to everybody")
    await waits_for_room(street)
    await li.hears("Which colour?")
    await street.later(minutes=6)
    await voter.presses("Green")
    for _ in range(3):
        await street.later(minutes=1)
    await li.hears("Which colour?", "Green – 1")


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


# --- what becomes of ideas


async def agreed_on(street: Street) -> tuple[Neighbour, Neighbour]:
    """An idea inside the shop, on the board, that waits for the shopkeeper."""
    aygul = await street.arrives("Aygul", "web", "en")
    rena = await street.arrives("Rena", "web", "en", Role.SHOPKEEPER)
    vera = await street.arrives("Vera", "web", "en", Role.VOLUNTEER)
    await aygul.says("/suggest")
    await aygul.says("A bird's nest in the old hole")
    await aygul.presses("Inside the shop")
    await vera.says("/desk")
    await vera.presses("Put it on the board")
    return aygul, rena


async def test_whoever_leaves_takes_the_days_of_her_own_digests_along_and_of_nobody_elses(street: Street) -> None:
    _, rena = await agreed_on(street)
    mia = await street.arrives("Mia", "web", "en", Role.VOLUNTEER)
    await street.until(TUESDAY + timedelta(days=1))
    gone, stays = await street.person_id(mia), await street.person_id(rena)
    await mia.hears("For the team today")
    await leaves_for_good(mia)
    async with street.bot.database.read() as tx:
        days = await tx.all(str, "SELECT occurrence FROM occurrences WHERE job LIKE 'digest %'")
    whose = {int(one.split(":")[1]) for one in days}
    assert stays in whose
    assert gone not in whose


async def test_after_three_quiet_weeks_the_shopkeeper_reads_that_something_still_waits(any_street: Street) -> None:
    street = any_street
    _, rena = await agreed_on(street)
    for day in range(24):
        await street.until(TUESDAY + timedelta(days=day))
    # The message of a quiet week asks how it was; what waits is in it all the same.
    assert "👀 What waits (1)" in (await rena.hears("1 needs you", "How was the week")).labels
    await rena.presses("What waits")
    await rena.presses("1 ✓")
    await rena.hears("nothing waits for you")


async def test_the_team_finds_what_went_to_it_with_every_digest_until_it_is_answered(street: Street) -> None:
    await agreed_on(street)
    mia = await street.arrives("Mia", "web", "en", Role.VOLUNTEER)
    for day in range(14):
        await street.until(TUESDAY + timedelta(days=day))
    for _ in range(2):
        await mia.says("/digest")
        await mia.hears("bird's nest", "speak with the shopkeeper")
        await street.later(days=1)


async def test_the_receipt_says_that_a_volunteer_looks_first_only_where_that_is_so(street: Street) -> None:
    aygul = await street.arrives("Aygul", "web", "en")
    await aygul.says("/suggest")
    await aygul.says("A bench")
    await aygul.presses("Inside the shop")
    await aygul.hears("Saved ✓", "As soon as there is a volunteer here")
    vera = await street.arrives("Vera", "web", "en", Role.VOLUNTEER)
    await aygul.says("/suggest")
    await aygul.says("A lamp above the door")
    await aygul.presses("Inside the shop")
    await aygul.hears("Saved ✓", "A volunteer looks at it, then everybody sees it, and you hear what becomes of it")
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE places SET moderation = 'after'")
    await vera.says("/suggest")
    await vera.says("Paint for the fence")
    await vera.presses("Inside the shop")
    said = (await vera.hears("On the board ✓")).words
    assert "then everybody sees it" not in said


@pytest.mark.parametrize("door", DOORS)
async def test_a_not_now_says_whose_answer_it_is_and_a_trial_until_when(street: Street, door: str) -> None:
    li = await street.arrives("Li", door, "en")
    aygul, rena = await agreed_on(street)
    await li.says("/1")
    await li.presses("Support")
    await rena.says("/1")
    await rena.presses("Answer it")
    await rena.presses("Try it first, or not now")
    await rena.presses("Not now")
    await rena.says("The plaster is wet")
    for one in (aygul, li):
        await one.hears("⏸ Not now", "Said by: shopkeeper", "The plaster is wet")
    await rena.presses("Undo")
    await rena.says("/1")
    await rena.presses("Answer it")
    await rena.presses("Try it first, or not now")
    await rena.presses("Try it first")
    await rena.says("24 December")
    await rena.presses("Go on without a reason")
    for one in (aygul, li):
        await one.hears("🧪 On trial", "Said by: shopkeeper", "until Thu, Dec 24")
    await li.says("/weekly")
    await li.presses("Yes, please")
    await street.later(days=6, hours=7)
    await li.hears("you said, we did", "On trial until Thu, Dec 24 · shopkeeper")


# --- questions to a human being


@pytest.mark.parametrize("door", DOORS)
async def test_a_question_comes_again_after_a_day_then_goes_to_the_lead_and_is_answered(
    any_street: Street, door: str
) -> None:
    street = any_street
    li = await street.arrives("Li", door, "en")
    vera = await street.arrives("Vera", door, "en", Role.VOLUNTEER)
    lead = await street.arrives("Lead", door, "en", Role.LEAD)
    await li.says("/human")
    await li.says("When is the shop open?")
    await vera.hears("asks: When is the shop open?")
    await street.until(TUESDAY)
    digest = await vera.hears("For the team today", "asks: When is the shop open?")
    assert digest.labels[0] == "🙋 When is the shop open?"
    await vera.hears_nothing_of("since yesterday")
    await street.until(MORNING + timedelta(hours=25))
    await vera.hears("has waited for an answer since yesterday", "When is the shop open?")
    await street.until(MORNING + timedelta(hours=50))
    await lead.hears("has waited for two days", "When is the shop open?")
    await vera.hears_nothing_of("has waited for two days")
    await li.hears("Your question is not forgotten")
    await street.until(MORNING + timedelta(days=6))
    told = [one.words for one in await lead.screen() if "has waited" in one.words]
    assert len(told) == 2
    await vera.presses("When is the shop open?")
    await vera.says("From nine to eight")
    await li.hears("answers: From nine to eight")
    await street.later(days=8)
    assert "When is the shop" not in (await vera.last()).words


async def test_open_questions_are_found_where_the_team_looks(street: Street) -> None:
    li = await street.arrives("Li", "web", "en")
    vera = await street.arrives("Vera", "web", "en", Role.VOLUNTEER)
    for words in ("When is it open?", "Where is the tap?"):
        await li.says("/human")
        await li.says(words)
    await vera.says("/desk")
    await vera.hears("No idea is waiting, but somebody waits for an answer")
    await vera.presses("Questions to a human (2)")
    await vera.hears("2 questions are waiting")
    await vera.says("/team")
    await vera.presses("Questions to a human (2)")
    await vera.presses("🙋 When is it open?")
    await vera.says("At nine")
    await li.says("/suggest")
    await li.says("A bench")
    await li.presses("Inside the shop")
    await vera.says("/desk")
    assert (await vera.last()).labels[0] == "🙋 Questions to a human (1)"


async def test_where_nobody_could_answer_the_receipt_says_so(street: Street) -> None:
    li = await street.arrives("Li", "web", "en")
    await li.says("/human")
    await li.says("Is anybody here?")
    await li.hears("your question is kept ✓", "nobody in the team just now")
    vera = await street.arrives("Vera", "web", "en", Role.VOLUNTEER)
    await street.later(days=1, hours=1)
    await vera.hears("since yesterday", "Is anybody here?")


# --- what has happened


async def fair_with_photos(street: Street, door: str) -> tuple[Neighbour, Neighbour]:
    """The autumn fair is over; John was there and sent three photos."""
    john = await street.arrives("John", door, "en")
    maker = await announced(street, door=door)
    await john.presses("Coming")
    await street.until(OVER)
    await john.presses("😊")
    await john.presses("Send my photos")
    await john.sends_album([photograph(seed=number) for number in (1, 2)])
    await john.sends_photo(photograph(seed=3))
    return john, maker


@pytest.mark.parametrize("door", DOORS)
async def test_a_past_event_is_found_in_the_chat_with_album_and_roster(any_street: Street, door: str) -> None:
    street = any_street
    _, maker = await fair_with_photos(street, door)
    await looks_at_photos(maker)
    for _ in range(3):
        await maker.presses("放进相册")
    await street.later(days=40)
    aygul = await street.arrives("Aygul", door, "en")
    await aygul.says("/events")
    await aygul.hears("Nothing is planned just now")
    await aygul.presses("Past")
    await aygul.hears("What has been", "社区秋日会", "👥 1 · 📷 3")
    await aygul.presses("社区秋日会")
    await aygul.hears("社区秋日会", "👥 1 were there")
    await aygul.presses("Album (3)")
    await aygul.hears("1 / 3")
    assert "管理活动" not in (await aygul.last()).labels
    await maker.says("/events")
    await maker.presses("以前的活动")
    await maker.presses("社区秋日会")
    await maker.presses("管理活动")
    await maker.presses("谁会来")
    await maker.hears("👥", "社区秋日会", "✓")


async def test_many_past_events_are_leafed_through_from_the_last_one_back(street: Street) -> None:
    vera = await street.arrives("Vera", "web", "en", Role.VOLUNTEER)
    for day in range(1, 5):
        await fair(vera, f"Tea {day}", f"{23 + day} November 19:00 Beijing time")
        await vera.presses("📣 Announce")
    await street.later(days=10)
    await vera.says("/events")
    await vera.presses("Past")
    first = (await vera.hears("What has been")).words
    assert first.index("Tea 4") < first.index("Tea 3")
    assert "Tea 2" not in first
    await vera.presses("Older")
    second = (await vera.last()).words
    assert second.index("Tea 2") < second.index("Tea 1")
    await vera.presses("Newer")
    assert (await vera.last()).words == first


async def test_the_public_page_shows_what_has_been_and_only_what_was_let_through(any_street: Street) -> None:
    street = any_street
    john, maker = await fair_with_photos(street, "web")
    assert "/media/" not in await page(street)
    await looks_at_photos(maker)
    await maker.presses("放进相册")
    await maker.presses("✗ 不放")
    shown = await page(street, "?lang=en")
    assert "What has been" in shown
    assert "社区秋日会" in shown
    assert "John" not in shown
    hashes = set(re.findall(r"/media/([0-9a-f]+)\.jpg", shown))
    assert len(hashes) == 1
    address = f"/media/{hashes.pop()}"
    for size in (".jpg", ".thumb.jpg"):
        assert (await reads(street, address + size)).headers["content-type"] == "image/jpeg"
    await john.says("/start event-1")
    await john.presses("Album (1)")
    await john.presses("Take it out of the album")
    assert "/media/" not in await page(street)
    assert (await reads(street, f"{address}.jpg")).status_code == 404


async def test_new_photos_in_the_teams_digest_have_the_way_to_them_and_the_digest_stays(street: Street) -> None:
    await fair_with_photos(street, "web")
    vera = await street.arrives("Vera", "web", "en", Role.VOLUNTEER)
    await street.tick()
    await street.until(SATURDAY_EVENING + timedelta(hours=15))
    digest = await vera.hears("For the team today", "3 new photos to look at")
    await vera.presses("New photos (3)")
    assert (await vera.last()).kind == "photo"
    await vera.presses("Into the album")
    await vera.hears("2 to look at")
    assert any(one.id == digest.id and one.words == digest.words for one in await vera.screen())


async def test_whoever_asked_for_the_week_reads_that_there_is_an_album(street: Street) -> None:
    li = await street.arrives("Li", "web", "en")
    await li.says("/weekly")
    await li.presses("Yes, please")
    _, maker = await fair_with_photos(street, "web")
    await looks_at_photos(maker)
    for _ in range(3):
        await maker.presses("放进相册")
    await street.until(SATURDAY_EVENING + timedelta(days=1))
    await li.hears("you said, we did", "社区秋日会", "📷 3: /events")
