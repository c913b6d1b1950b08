"""Live counts: seen by everyone in the message that asked, changed once a second at most, slowing nobody down."""

from datetime import timedelta

import pytest

from bot.doors.door import TELEGRAM
from bot.identity.roles import Role
from bot.outbox.message import Lane
from tests.bench import live_poll
from tests.street import Street
from tests.town.polls.test_polls import DOORS, has_idea, makes_other_poll, messages


async def live(street: Street, door: str = TELEGRAM) -> None:
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    await makes_other_poll(volunteer, "One option each", "Yes, all the time")


@pytest.mark.parametrize("door", DOORS)
async def test_everybody_sees_the_count_grow_in_the_message_that_asked(street: Street, door: str) -> None:
    watcher = await street.arrives("Watcher", door, "en")
    dilnur = await street.arrives("Dilnur", door, "ug")
    li = await street.arrives("Li", door, "zh")
    await live(street, door)
    before = await messages(watcher)
    await dilnur.presses("Green")
    await li.presses("Green")
    await street.later(seconds=2)
    await watcher.hears("1. Green – 2", "2. Blue – 0", "You have not voted yet")
    shown = await dilnur.hears("1. Green – 2 ئاۋاز")
    assert "✓ Green" in shown.labels
    await li.hears("1. Green – 2 票", "您投的是：Green")
    assert await messages(watcher) == before
    await watcher.presses("Blue")
    await street.later(seconds=2)
    await li.hears("2. Blue – 1 票")


async def test_a_burst_of_votes_is_seen_right_and_no_message_is_refreshed_twice_a_second(street: Street) -> None:
    count = 90  # five hundred of them are measured by tests/bench/live_poll.py
    await live_poll.populated(street, count)
    await live_poll.publish(street, "Yes, all the time")
    figures = await live_poll.burst(street, count)
    assert figures.wrong == 0
    assert figures.shortest_gap >= 1.0
    assert figures.most_a_second <= 20
    assert figures.seconds_after <= count / 20 + 1


async def test_an_answer_never_waits_behind_counts(street: Street) -> None:
    await live_poll.populated(street, 3)
    await live_poll.publish(street, "Yes, all the time")
    voter, other, watcher = (live_poll.person(street.telegram, live_poll.FIRST + n, "P", "zh") for n in range(3))
    for one in (voter, other):
        one.taps(one.chat.messages[max(one.chat.messages)], "polls.vote:1:1")
    await street.bot.pollings[TELEGRAM].poll(0)
    await street.settle()
    street.clock.advance(timedelta(seconds=1))
    await live_poll.refresh(street)
    watcher.taps(watcher.chat.messages[max(watcher.chat.messages)], "polls.vote:1:2")
    await street.bot.pollings[TELEGRAM].poll(0)
    async with street.bot.database.read() as tx:
        waiting = await tx.all(
            lambda lane, person_id: (lane, person_id),
            "SELECT lane, person_id FROM outbox WHERE state = 'waiting' AND method = 'editMessageText' ORDER BY id",
        )
    # Her own answer took the place of the counts that waited for her; the others' counts wait in the last lane.
    mine = [lane for lane, person_id in waiting if person_id == watcher.id]
    assert mine == [Lane.ANSWER]
    assert {lane for lane, person_id in waiting if person_id != watcher.id} <= {int(Lane.BROADCAST)}


async def test_an_edit_that_waits_gives_way_to_a_newer_one(street: Street) -> None:
    await live_poll.populated(street, 4)
    await live_poll.publish(street, "Yes, all the time")
    voters = [live_poll.person(street.telegram, live_poll.FIRST + n, "P", "zh") for n in range(3)]
    for one in voters:  # nothing leaves meanwhile
        one.taps(one.chat.messages[max(one.chat.messages)], "polls.vote:1:1")
        await street.bot.pollings[TELEGRAM].poll(0)
        street.clock.advance(timedelta(seconds=2))
        await live_poll.refresh(street)
    async with street.bot.database.read() as tx:
        waiting = await tx.one(
            int,
            "SELECT count(*) FROM outbox WHERE state = 'waiting' AND method = 'editMessageText' AND person_id = ?",
            live_poll.FIRST + 3,
        )
    assert waiting == 1


async def test_a_screen_somebody_walked_to_is_left_alone(street: Street) -> None:
    watcher = await street.arrives("Watcher", TELEGRAM, "en")
    voter = await street.arrives("Voter", TELEGRAM, "en")
    await live(street)
    await watcher.says("/polls")
    await watcher.presses("🗳 Which colour?")
    await watcher.presses("Green")
    await watcher.presses("⬅ Back")
    await voter.presses("Blue")
    await street.later(seconds=2)
    listed = await watcher.last()
    assert "2 people have voted" not in listed.words
    assert "Polls" in listed.words


async def test_the_message_that_asked_stays_when_somebody_goes_home_from_it(street: Street) -> None:
    watcher = await street.arrives("Watcher", "web", "en")
    voter = await street.arrives("Voter", "web", "en")
    await live(street, "web")
    await watcher.presses("Green")
    before = await messages(watcher)
    await watcher.presses("🏠")
    assert await messages(watcher) == before + 1
    await voter.presses("Blue")
    await street.later(seconds=2)
    await watcher.hears("2. Blue – 1", "Your vote: Green")


async def test_nobodys_choice_of_a_score_is_disturbed_by_others(street: Street) -> None:
    watcher = await street.arrives("Watcher", "web", "en")
    voter = await street.arrives("Voter", "web", "en")
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    await volunteer.says("/newpoll Which colour?\nGreen\nBlue")
    for label in ("That’s all", "Dots or points", "1 to 5 points", "In three days", "Yes, all the time", "Send it"):
        await volunteer.presses(label)
    await watcher.presses("Green")
    await voter.presses("Green")
    await voter.presses("5")
    await street.later(seconds=2)
    await watcher.hears("How many points?")
    await watcher.presses("4")
    await watcher.presses("3")
    await street.later(seconds=2)
    await watcher.hears("1. Green – 4.5 of 5 (2 scores)", "Your vote: Green: 4 · Blue: 3")


async def test_the_close_leaves_the_last_numbers_and_no_buttons(street: Street) -> None:
    watcher = await street.arrives("Watcher", "web", "en")
    voter = await street.arrives("Voter", "web", "en")
    await live(street, "web")
    await voter.presses("Green")
    street.clock.advance(timedelta(days=4))
    await street.tick()
    await street.later(seconds=2)
    asked = next(one for one in await watcher.screen() if "1. Green – 1" in one.words)
    assert asked.labels == ["🏠 Home", "❓ Help"]


async def test_counts_reach_a_message_that_waited_for_the_morning(street: Street) -> None:
    sleeper = await street.arrives("Sleeper", TELEGRAM, "en")
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    voter = await street.arrives("Voter", "web", "en")
    await street.later(hours=14)  # midnight in Urumqi
    await makes_other_poll(volunteer, "One option each", "Yes, all the time")
    await voter.presses("Green")
    await street.later(seconds=2)
    await sleeper.hears_nothing_of("Which colour?")
    await street.later(hours=8)
    await street.later(minutes=6)
    await street.later(seconds=2)
    await sleeper.hears("1. Green – 1")


async def test_a_poll_with_photos_keeps_its_picture_while_its_words_change(any_street: Street) -> None:
    from tests.pictures import photograph

    street = any_street
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    watcher = await street.arrives("Watcher", TELEGRAM, "en")
    on_the_web = await street.arrives("Web", "web", "en")
    await volunteer.says("/help")
    await volunteer.presses("A human being")
    await volunteer.sends_photo(photograph(600, 400))
    for number in (27, 31):
        idea_id = await has_idea(street, volunteer, number, f"Idea {number}")
        if number == 27:
            async with street.bot.database.write() as tx:
                await tx.run(
                    "INSERT INTO idea_media (idea_id, media_id, kind)"
                    " SELECT CAST(? AS BIGINT), min(id), 'photo' FROM media",
                    idea_id,
                )
    await volunteer.says("/newpoll Which first?")
    await volunteer.says("27 31")
    for label in ("That’s all", "One option each", "In three days", "Yes, all the time", "Send it to everybody"):
        await volunteer.presses(label)
    seen = len(street.telegram.calls)
    await on_the_web.presses("#31")
    await street.later(seconds=2)
    shown = await watcher.hears("2. #31 Idea 31 – 1")
    assert shown.kind == "photo"
    edits = [call.method for call in street.telegram.calls[seen:] if call.method.startswith("edit")]
    assert edits == ["editmessagecaption"]
    assert (await on_the_web.hears("2. #31 Idea 31 – 1")).kind == "photo"
