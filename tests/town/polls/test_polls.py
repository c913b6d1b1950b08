"""Polls: made in a few messages, voted with a tap, closed once, told with a chart."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from bot.dialogue.notices import Notices
from bot.doors.door import TELEGRAM
from bot.i18n.texts import render_plain
from bot.identity.roles import Role
from handlers.digests.source import DigestPart
from handlers.ideas.store import ideas
from handlers.polls import digest, rules
from handlers.polls.store import polls
from tests.neighbour import Neighbour, together
from tests.pictures import photograph
from tests.street import Street

DOORS = ("web", "telegram")
COLOURS = "Green\nBlue"


async def makes_poll(
    volunteer: Neighbour, question: str = "Which colour?", options: str = COLOURS, until: str = "In three days"
) -> None:
    """One option each, results after the close, in English."""
    await volunteer.says("/newpoll")
    await volunteer.says(question)
    await volunteer.says(options)
    await volunteer.presses("That’s all")
    await volunteer.presses("One option each")
    await volunteer.presses(until)
    await volunteer.presses("Only after the close")
    await volunteer.presses("Send it to everybody")


async def makes_other_poll(volunteer: Neighbour, kind: str, count: str, options: str = COLOURS) -> None:
    await volunteer.says("/newpoll Which colour?\n" + options)
    await volunteer.presses("That’s all")
    await volunteer.presses(kind)
    await volunteer.presses("In three days")
    await volunteer.presses(count)
    await volunteer.presses("Send it to everybody")


async def messages(one: Neighbour) -> int:
    return len([message for message in await one.screen() if not message.mine])


# --- making


@pytest.mark.parametrize("door", DOORS)
async def test_a_poll_is_made_voted_and_its_result_told_in_each_ones_language(street: Street, door: str) -> None:
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    dilnur = await street.arrives("Dilnur", door, "ug")
    li = await street.arrives("Li", door, "zh")
    await makes_poll(volunteer)
    assert (await volunteer.toasts())[-1] == "The poll is open ✓ 📣 2 hear it now"
    asked = await dilnur.hears("Which colour?", "بېيجىڭ ۋاقتى 20:00")
    assert "Green" in asked.labels
    await li.hears("L 店想听听您的意见", "Which colour?", "20:00 北京时间（新疆时间 18:00）")
    before = await messages(dilnur)
    await dilnur.presses("Green")
    assert "Green" in (await dilnur.toasts())[-1]
    assert "✓ Green" in (await dilnur.hears("Which colour?")).labels
    assert await messages(dilnur) == before  # edited in place
    await street.later(days=3, hours=9)
    result = await li.hears("得票最多：Green（1 票）", "1 人投了票，2 人没有投")
    assert result.kind == "photo"
    assert "%" not in result.words
    await dilnur.hears("ئەڭ كۆپ ئاۋاز ئالغىنى")
    await volunteer.hears("Most votes: Green (1)")
    counts = [await messages(one) for one in (volunteer, dilnur, li)]
    await street.later(hours=1)
    assert [await messages(one) for one in (volunteer, dilnur, li)] == counts  # told once


async def test_whoever_made_a_poll_is_not_told_of_it_and_can_vote_at_once(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    await makes_poll(volunteer)
    await volunteer.hears_nothing_of("would like to know")
    await volunteer.presses("🗳 Vote")
    await volunteer.presses("Blue")
    await volunteer.hears("Your vote: Blue")


async def test_only_the_team_makes_polls(street: Street) -> None:
    resident = await street.arrives("Resident", "web", "en")
    await resident.says("/newpoll")
    await resident.hears("that step is for others here")


async def test_somebody_whose_role_was_taken_cannot_publish_with_an_old_button(street: Street) -> None:
    lead = await street.arrives("Lead", "web", "en", Role.LEAD)
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    await volunteer.says("/newpoll Which colour?\nGreen\nBlue")
    await volunteer.presses("That’s all")
    await volunteer.presses("One option each")
    await volunteer.presses("In a week")
    await volunteer.presses("Only after the close")
    await lead.says("/team")
    await lead.presses("Take a role back")
    await lead.presses("· Volunteer")
    await lead.presses("steps back")
    await volunteer.presses("Send it to everybody")
    assert "that step is for others here" in (await volunteer.toasts())[-1]
    await lead.hears_nothing_of("Which colour?")


async def test_two_options_are_the_least(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    await volunteer.says("/newpoll")
    await volunteer.says("Which colour?")
    await volunteer.says("Green")
    screen = await volunteer.hears("Another option?", "1. Green")
    assert "That’s all ✓" not in screen.labels
    await volunteer.taps(screen.id, "polls.go_on:1")
    await volunteer.hears("Another option?", "1. Green")
    await volunteer.says("Blue")
    await volunteer.hears("1. Green", "2. Blue")
    await volunteer.presses("Remove the last one")
    await volunteer.hears_nothing_of("Choose one")
    assert "2. Blue" not in (await volunteer.last()).words


async def test_double_long_and_too_many_options_are_named_and_the_rest_is_kept(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    await volunteer.says("/newpoll Which colour?")
    long = "x" * 101
    await volunteer.says(f"Green\n  green \n{long}\nBlue")
    await volunteer.hears("there already: “green”", "100 characters: “xxx", "1. Green", "2. Blue")
    await volunteer.says("\n".join(f"Colour {n}" for n in range(11)))
    await volunteer.hears("Twelve options are the most", "“Colour 10”", "12. Colour 9", "as many options as fit")


async def test_a_question_that_is_too_long_stays_asked(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    await volunteer.says("/newpoll")
    await volunteer.says("why " * 80)
    await volunteer.hears("keep it under 300 characters")
    await volunteer.says("Why?")
    await volunteer.hears("What can people choose?")


async def test_a_location_is_no_option_and_nothing_is_lost(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    await volunteer.says("/newpoll Which colour?\nGreen")
    await volunteer.sends_location(43.8, 87.6)
    await volunteer.hears("Here I need a few words")
    await volunteer.says("Blue")
    await volunteer.hears("1. Green", "2. Blue")


async def test_a_time_in_the_past_too_far_or_unreadable_is_asked_again(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    await volunteer.says("/newpoll Which colour?\nGreen\nBlue")
    await volunteer.presses("That’s all")
    await volunteer.presses("One option each")
    await volunteer.says("2026-11-20 20:00")
    await volunteer.hears("That time is over")
    await volunteer.says("2027-11-01 20:00")
    await volunteer.hears("90 days at most")
    await volunteer.says("when the tea is cold")
    await volunteer.hears("could not read that time")
    await volunteer.says("tomorrow 8")
    which = await volunteer.hears("Which of the two")
    assert len([label for label in which.labels if "Beijing time" in label]) == 2
    await volunteer.presses("Tue, Nov 24, 20:00 Beijing time (18:00 Xinjiang time)")
    await volunteer.presses("Only after the close")
    await volunteer.hears("how everybody will see it", "Tue, Nov 24", "20:00 Beijing time (18:00 Xinjiang time)")


async def test_a_preview_that_waited_too_long_asks_for_another_time(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", "web", "en")
    await volunteer.says("/newpoll Which colour?\nGreen\nBlue")
    await volunteer.presses("That’s all")
    await volunteer.presses("One option each")
    await volunteer.presses("Tomorrow evening")
    await volunteer.presses("Only after the close")
    await street.later(days=2)
    await volunteer.presses("Send it to everybody")
    assert (await volunteer.toasts())[-1] == "That time is over. Please choose a later one."
    await volunteer.presses("In three days")
    await volunteer.presses("Send it to everybody")
    await resident.hears("Which colour?")


async def test_an_unfinished_poll_waits_and_can_be_changed_or_dropped(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    await volunteer.says("/newpoll Which colour?\nGreen\nBlue")
    await volunteer.says("/newpoll")
    await volunteer.hears("unfinished poll: “Which colour?”")
    await volunteer.presses("Go on")
    await volunteer.presses("Several options each")
    await volunteer.presses("In a week")
    await volunteer.presses("Yes, all the time")
    await volunteer.presses("Change something")
    await volunteer.presses("The question")
    await volunteer.says("Which paint?")
    await volunteer.hears("how everybody will see it", "Which paint?", "as many as you like")
    await volunteer.presses("Drop it")
    await volunteer.hears("There is no poll just now")
    await volunteer.says("/newpoll")
    await volunteer.hears("What do you want to ask?")


async def test_publishing_twice_at_once_asks_everybody_once(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", TELEGRAM, "en")
    await volunteer.says("/newpoll Which colour?\nGreen\nBlue")
    await volunteer.presses("That’s all")
    await volunteer.presses("One option each")
    await volunteer.presses("In a week")
    await volunteer.presses("Only after the close")
    preview = await volunteer.last()
    before = await messages(resident)
    await together(volunteer.taps(preview.id, "polls.publish:1"), volunteer.taps(preview.id, "polls.publish:1"))
    assert await messages(resident) == before + 1


async def test_another_volunteer_cannot_touch_somebodys_draft(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    other = await street.arrives("Other", TELEGRAM, "en", Role.VOLUNTEER)
    await volunteer.says("/newpoll Which colour?\nGreen\nBlue")
    await other.says("/polls")
    await other.taps((await other.last()).id, "polls.drop:1")
    assert "not here any more" in (await other.toasts())[-1]


# --- voting


@pytest.mark.parametrize("door", DOORS)
async def test_a_vote_can_be_changed_and_taken_back_until_the_close(street: Street, door: str) -> None:
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", door, "en")
    await makes_poll(volunteer, until="Tomorrow evening")
    await resident.presses("Green")
    await resident.hears("Your vote: Green")
    await resident.presses("Blue")
    await resident.hears("Your vote: Blue")
    await resident.presses("Blue")
    await resident.hears("You have not voted yet")
    assert "taken back" in (await resident.toasts())[-1]
    await resident.presses("Green")
    ballot = await resident.hears("Your vote: Green")
    await street.later(days=2)
    await resident.hears("Most votes: Green (1)")
    await resident.taps(ballot.id, "polls.vote:1:2")
    assert "This poll is closed" in (await resident.toasts())[-1]
    await resident.says("/polls")
    await resident.hears("closed · one person voted")


async def test_a_vote_after_the_time_but_before_the_clock_came_round_does_not_count(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", "web", "en")
    await makes_poll(volunteer, until="Tomorrow evening")
    street.clock.advance(timedelta(days=2))
    await resident.presses("Green")
    assert "This poll is closed" in (await resident.toasts())[-1]
    await street.tick()
    await resident.hears("Nobody voted this time")


async def test_several_options_may_be_chosen_where_the_poll_says_so(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", "web", "en")
    await makes_other_poll(volunteer, "Several options each", "Only after the close")
    await resident.presses("Green")
    await resident.presses("Blue")
    assert "Green · Blue" in (await resident.toasts())[-1]
    await resident.presses("✓ Green")
    await resident.hears("Your vote: Blue")
    await street.later(days=4)
    await resident.hears("Most votes: Blue (1)", "One person voted, one did not vote")


async def test_counts_are_seen_while_it_is_open_only_where_the_poll_says_so(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", "web", "en")
    await makes_other_poll(volunteer, "One option each", "Yes, all the time")
    await resident.presses("Green")
    await resident.hears("1. Green – 1", "2. Blue – 0")
    await makes_poll(volunteer, "Which size?", "Big\nSmall")
    await resident.presses("Big")
    hidden = await resident.hears("Which size?")
    assert "– 1" not in hidden.words


async def test_many_options_stand_behind_one_button(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", "web", "en")
    await makes_poll(volunteer, options="\n".join(f"Colour {n}" for n in range(1, 13)))
    asked = await resident.hears("Which colour?", "12. Colour 12")
    assert [label for label in asked.labels if "Colour" in label] == []
    await resident.presses("🗳 Vote")
    await resident.presses("Colour 7")
    assert "✓ Colour 7" in (await resident.hears("Your vote: Colour 7")).labels


async def test_one_person_has_one_vote_however_fast_she_presses(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", TELEGRAM, "en")
    await makes_poll(volunteer)
    asked = await resident.hears("Which colour?")
    await together(*(resident.taps(asked.id, f"polls.vote:1:{option}") for option in (1, 2, 1, 2, 1)))
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM poll_votes") == 1


async def test_forged_votes_are_refused(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", TELEGRAM, "en")
    await makes_poll(volunteer)
    await makes_poll(volunteer, "Which size?", "Big\nSmall")
    asked = await resident.hears("Which colour?")
    for forged in ("polls.vote:1:3", "polls.vote:99:1", "polls.show_ballot:99", "polls.close_because:1:all-voted"):
        await resident.taps(asked.id, forged)
    refused = (await resident.toasts())[-4:]
    assert all("not here any more" in toast for toast in refused[:3])
    assert "for others" in refused[3]
    await resident.hears_nothing_of("🏁")


async def test_a_link_leads_to_the_poll_and_a_wrong_one_says_so(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    await makes_poll(volunteer)
    passer_by = await street.neighbour("Passer-by", "web", "en")
    await passer_by.says("/start poll-1")
    await passer_by.presses("English")
    await passer_by.presses("I agree")
    await passer_by.presses("Green")
    await passer_by.hears("Your vote: Green")
    for wrong in ("poll-99", "poll-x", "poll-"):
        await passer_by.says(f"/start {wrong}")
        assert "not here any more" in (await passer_by.last()).words


async def test_the_list_shows_three_at_most_and_the_way_to_more(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", "web", "en")
    for question in ("One?", "Two?", "Three?", "Four?"):
        await makes_poll(volunteer, question)
    await resident.says("/polls")
    screen = await resident.last()
    assert [label for label in screen.labels if "🗳" in label] == ["🗳 One?", "🗳 Two?"]
    await resident.presses("2 more")
    assert [label for label in (await resident.last()).labels if "🗳" in label] == ["🗳 Three?", "🗳 Four?"]


# --- ideas as options


async def has_idea(street: Street, author: Neighbour, number: int, words: str, status: str = "open") -> int:
    """An idea on the board, without the walk there."""
    author_id = await street.person_id(author)
    async with street.bot.database.write() as tx:
        idea_id = await tx.one(
            int,
            "INSERT INTO ideas (place_id, person_id, number, status, words, touched_at, sent_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
            street.place.id,
            author_id,
            number,
            status,
            words,
            street.now_ms(),
            street.now_ms(),
        )
    assert idea_id is not None
    return idea_id


async def test_ideas_become_options_and_their_voters_are_people_concerned(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    author = await street.arrives("Author", "web", "en")
    voter = await street.arrives("Voter", "web", "en")
    nest = await has_idea(street, author, 27, "A bird's nest in the hole\nby the door")
    await has_idea(street, author, 31, "A bench " * 30)
    await has_idea(street, author, 32, "Somebody's address", "hidden")
    await volunteer.says("/newpoll What first?")
    await volunteer.says("27 99")
    await volunteer.hears("no idea no. 99")
    await volunteer.says("27, 32")
    await volunteer.hears("no idea no. 32")
    await volunteer.says("27 31")
    await volunteer.hears("1. #27 A bird's nest in the hole by the door", "2. #31 A bench", "…")
    await volunteer.presses("That’s all")
    await volunteer.presses("One option each")
    await volunteer.presses("In three days")
    await volunteer.presses("Only after the close")
    await volunteer.presses("Send it to everybody")
    await voter.presses("#31 A bench A bench A bench A bench A bench A bench A bench…")
    await street.later(days=4)
    await voter.hears("Most votes: #31 A bench")
    async with street.bot.database.read() as tx:
        assert await street.person_id(voter) in await ideas.people_concerned(tx, nest)
        (about,) = await polls.polls_about(tx, nest)
    assert (about.question, about.votes, about.voters) == ("What first?", 0, 1)


async def test_photos_of_the_ideas_stand_above_the_poll(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    voter = await street.arrives("Voter", "web", "en")
    await volunteer.says("/help")
    await volunteer.presses("A human being")
    await volunteer.sends_photo(photograph(600, 400))
    for number in (27, 31):
        idea_id = await has_idea(street, volunteer, number, "words " * 40)
        if number == 27:
            async with street.bot.database.write() as tx:
                await tx.run(
                    "INSERT INTO idea_media (idea_id, media_id, kind) SELECT ?, min(id), 'photo' FROM media", idea_id
                )
    await makes_poll(volunteer, "Which? " * 40, "27 31")
    asked = await voter.hears("Which?", "#27", "#31")
    assert asked.kind == "photo"
    await voter.presses("#27 words words words words words words words words words w…")
    assert (await voter.hears("Your vote: #27")).kind == "photo"


# --- the close


async def test_a_tie_is_called_a_tie(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    one = await street.arrives("One", "web", "en")
    two = await street.arrives("Two", "web", "en")
    await makes_poll(volunteer)
    await one.presses("Green")
    await two.presses("Blue")
    await street.later(days=4)
    await one.hears("A tie, 1 each: Green · Blue", "2 people voted, one did not vote")


async def test_percentages_come_with_ten_voters(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    residents = [await street.arrives(f"Resident {n}", "web", "en") for n in range(10)]
    await makes_poll(volunteer)
    for number, resident in enumerate(residents):
        await resident.presses("Green" if number < 7 else "Blue")
    await street.later(days=4)
    await volunteer.hears("Green: 7 (70 %)", "Blue: 3 (30 %)", "10 people voted, one did not vote")


async def test_whoever_has_not_voted_hears_once_a_day_before(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    voted = await street.arrives("Voted", "web", "en")
    silent = await street.arrives("Silent", "web", "en")
    await makes_poll(volunteer)
    await voted.presses("Green")
    await street.later(days=2)
    await silent.hears_nothing_of("You have not voted yet, and")
    await street.later(hours=12)
    reminder = await silent.hears("You have not voted yet, and there is still time", "Which colour?")
    assert "Green" in reminder.labels
    await voted.hears_nothing_of("and there is still time")
    before = await messages(silent)
    await street.later(hours=2)
    assert await messages(silent) == before
    await silent.presses("Blue")
    await silent.hears("Your vote: Blue")


async def test_who_did_not_vote_is_a_number_after_a_season(any_street: Street) -> None:
    street = any_street
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    voted, silent = await street.arrives("Voted", "web", "en"), await street.arrives("Silent", "telegram", "en")
    await makes_poll(volunteer)
    await voted.presses("Green")
    await street.later(days=4)
    await silent.hears("One person voted, 2 did not vote")
    await street.later(days=80)
    assert len(await asked(street)) == 3
    await street.later(days=20)
    assert await asked(street) == [await street.person_id(voted)]
    await volunteer.says("/start poll-1")
    assert "One person voted, 2 did not vote" in (await volunteer.last()).words


async def asked(street: Street) -> list[int]:
    """Of whom it is known, for the one poll there is."""
    async with street.bot.database.read() as tx:
        return await tx.all(int, "SELECT person_id FROM poll_asked ORDER BY person_id")


async def test_a_short_poll_reminds_nobody(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    silent = await street.arrives("Silent", "web", "en")
    await makes_poll(volunteer, until="Tomorrow evening")
    await street.later(hours=12)
    await silent.hears_nothing_of("and there is still time")


async def test_the_team_may_close_early_and_everybody_hears(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", "web", "en")
    await makes_poll(volunteer)
    await resident.presses("Green")
    await volunteer.presses("Time and close")
    await volunteer.presses("Close it now")
    await volunteer.hears("One person has voted")
    await volunteer.says("The paint is bought already")
    await volunteer.hears("Most votes: Green (1)", "Closed early by", "The paint is bought already")
    await resident.hears("Most votes: Green (1)", "The paint is bought already")
    async with street.bot.database.read() as tx:
        steps = await tx.all(str, "SELECT what FROM poll_steps ORDER BY id")
    assert steps == ["published", "closed"]


async def test_the_team_may_leave_it_open_longer_and_an_impatient_press_adds_once(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    await makes_poll(volunteer)
    await volunteer.presses("Time and close")
    screen = await volunteer.hears("Open until Thu, Nov 26")
    address = next(data for row in screen.buttons for label, data in row if "3 days longer" in label)
    await volunteer.taps(screen.id, address)
    why = await volunteer.hears("It would stay open until Sun, Nov 29")
    because = next(data for row in why.buttons for label, data in row if "Few have voted" in label)
    await volunteer.taps(screen.id, because)
    await volunteer.taps(screen.id, because)
    await volunteer.hears("Open until Sun, Nov 29", "left it open longer: Few have voted so far")
    assert (await volunteer.toasts())[-1] == "The time has just been changed. Please look again."


async def test_a_vote_and_the_close_at_once_leave_a_whole_result(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", TELEGRAM, "en")
    await makes_poll(volunteer)
    asked = await resident.hears("Which colour?")
    managed = await volunteer.last()
    await together(
        volunteer.taps(managed.id, "polls.close_because:1:all-voted"),
        volunteer.taps(managed.id, "polls.close_because:1:all-voted"),
        resident.taps(asked.id, "polls.vote:1:1"),
    )
    result = await resident.hears("🏁 Which colour?")
    counted = "Most votes: Green (1)" in result.words
    assert counted != ("This poll is closed" in "".join(await resident.toasts()))


@pytest.mark.server
async def test_clocks_that_ring_together_close_a_poll_once(any_street: Street) -> None:
    volunteer = await any_street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    resident = await any_street.arrives("Resident", "web", "ug")
    await makes_poll(volunteer, until="Tomorrow evening")
    await resident.presses("Green")
    before = await messages(resident)
    any_street.clock.advance(timedelta(days=2))
    await together(*(any_street.bot.scheduler.tick() for _ in range(3)))
    await any_street.settle()
    assert await messages(resident) == before + 1
    result = await volunteer.hears("Most votes: Green (1)")
    assert (await volunteer.photo_of(result))[:4] in (b"\x89PNG", b"\xff\xd8\xff\xe0")


async def test_nobody_is_woken_at_night_by_a_poll(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    sleeper = await street.arrives("Sleeper", TELEGRAM, "en")
    await street.later(hours=14)  # midnight in Urumqi
    await makes_poll(volunteer)
    await sleeper.hears_nothing_of("Which colour?")
    await street.later(hours=8)
    await sleeper.hears("Which colour?")


# --- in the digests


async def lines_of(
    street: Street, digest: Callable[[Notices, datetime], Awaitable[DigestPart]], days: int
) -> list[str]:
    """What this feature says of the last `days`, in English."""
    now = street.clock.now()
    async with street.bot.database.write() as tx:
        notices = Notices(tx, now, street.place, street.bot.town, street.bot.links)
        part = await digest(notices, now - timedelta(days=days))
    return [render_plain(line, "en") for line in part.lines]


async def test_the_digests_name_what_closes_soon_and_what_came_out(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", "web", "en")
    await makes_poll(volunteer)
    await resident.presses("Green")
    assert await lines_of(street, digest.for_volunteers, 1) == []
    await street.later(days=2)
    (soon,) = await lines_of(street, digest.for_volunteers, 1)
    assert soon.startswith("🗳 Which colour? – closes Thu, Nov 26")
    assert soon.endswith("one vote")
    assert await lines_of(street, digest.for_shopkeeper, 1) == []
    await street.later(days=2)
    assert await lines_of(street, digest.for_shopkeeper, 2) == ["🏁 Which colour?: Green (one person voted)"]
    await makes_poll(volunteer, "Which size?", "Big\nSmall", "Tomorrow evening")
    await street.later(days=2)
    assert await lines_of(street, digest.for_shopkeeper, 1) == ["🏁 Which size?: no clear winner (0 people voted)"]
    assert await lines_of(street, digest.for_shopkeeper, 5) == ["🏁 2 polls have closed: /polls"]
    assert await lines_of(street, digest.for_volunteers, 1) == []


# --- the rules


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("27 31", [27, 31]),
        ("#27", [27]),
        ("27，31、27", [27, 31]),
        ("3", []),
        ("2\n3", []),
        ("27 benches", []),
        ("", []),
    ],
)
def test_numbers_of_ideas_are_told_from_options(words: str, numbers: list[int]) -> None:
    assert rules.idea_numbers(words) == numbers


@pytest.mark.parametrize(
    ("votes", "voters", "percent"), [(1, 3, 33), (2, 3, 67), (1, 8, 13), (0, 10, 0), (10, 10, 100)]
)
def test_shares_are_whole_percents(votes: int, voters: int, percent: int) -> None:
    assert rules.share(votes, voters) == percent
