"""Kinds of polls: dots, scores and consent rounds, names, a quorum, more time, and what they led to."""

import pytest

from bot.doors.door import TELEGRAM
from bot.identity.roles import Role
from handlers.polls import rules
from handlers.polls.rules import Entry, Kind
from tests.neighbour import Neighbour
from tests.street import Street
from tests.town.polls.test_polls import DOORS, has_idea, makes_poll, messages

Rules = tuple[str, ...]


async def makes(
    volunteer: Neighbour,
    *kind: str,
    count: str = "Only after the close",
    question: str = "Which colour?",
    options: str = "\nGreen\nBlue",
    changes: Rules = (),
) -> None:
    """A poll for three days, in English; `kind` are the labels to press for it, `changes` those after the preview."""
    await volunteer.says(f"/newpoll {question}{options}")
    if options:
        await volunteer.presses("That’s all")
    for label in (*kind, "In three days", count):
        await volunteer.presses(label)
    for label in changes:
        await volunteer.presses(label)
    await volunteer.presses("Send it to everybody")


async def makes_consent_round(volunteer: Neighbour, count: str = "Only after the close") -> None:
    await makes(
        volunteer, "is it safe to try?", count=count, question="Paint the shutter yellow for a month", options=""
    )


# --- kinds


@pytest.mark.parametrize("door", DOORS)
async def test_dots_are_shared_out_and_taken_back(street: Street, door: str) -> None:
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", door, "en")
    dilnur = await street.arrives("Dilnur", door, "ug")
    await makes(volunteer, "Dots or points", "Dots to share out", "3 dots")
    await resident.hears("You have 3 dots")
    for option in ("Green", "Green", "Blue"):
        await resident.presses(option)
    asked = await resident.hears("Your vote: Green: ●● · Blue: ●")
    assert {"Green: ●●", "Blue: ●"} <= set(asked.labels)
    await resident.presses("Blue")
    assert "All 3 dots are given" in (await resident.toasts())[-1]
    await resident.presses("Take all my dots back")
    await resident.hears("You have not voted yet")
    await resident.presses("Blue")
    await dilnur.hears("سىزدە 3 چېكىت بار")
    await dilnur.presses("Blue")
    await dilnur.presses("Blue")
    await street.later(days=4)
    result = await resident.hears("Most dots: Blue (3)", "Green: 0 dots", "2 people voted")
    assert result.kind == "photo"
    await dilnur.hears("ئەڭ كۆپ چېكىت ئالغىنى: Blue (3)")


@pytest.mark.parametrize("door", DOORS)
async def test_each_option_gets_a_score_one_after_another(street: Street, door: str) -> None:
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", door, "en")
    li = await street.arrives("Li", door, "zh")
    await makes(volunteer, "Dots or points", "1 to 5 points", options="\nGreen\nBlue\nRed\nWhite")
    await resident.presses("🗳 Vote")
    await resident.presses("Green")
    await resident.hears("Green", "How many points?")
    before = await messages(resident)
    for score in ("5", "2", "1"):
        await resident.presses(score)
    await resident.hears("White", "How many points?")
    await resident.presses("⬅ Back")
    await resident.hears("Your vote: Green: 5 · Blue: 2 · Red: 1")
    assert await messages(resident) == before  # all of it in place
    await li.presses("去投票")
    await li.presses("Green")
    await li.presses("4")
    await street.later(days=4)
    await resident.hears("Best score: Green (4.5 of 5)", "Blue: 2.0 (1 score)", "White: 0.0 (0 scores)")
    await li.hears("得分最高：Green（4.5 分")


@pytest.mark.parametrize("door", DOORS)
async def test_one_objection_stops_a_consent_round_and_nobody_reads_whose_it_is(street: Street, door: str) -> None:
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    worried = await street.arrives("Worried", door, "en")
    against = await street.arrives("Against", door, "ug")
    li = await street.arrives("Li", door, "zh")
    await makes_consent_round(volunteer)
    await worried.hears("Is it safe to try?", "1. Fine with me", "2. I have a concern", "3. I object")
    await worried.presses("I have a concern")
    await worried.says("The bees may come")
    await worried.hears("Your vote: I have a concern", "In your words: The bees may come")
    await against.presses("ئېتىرازىم بار")
    await against.hears("نېمىشقا سىناشقا بولمايدۇ؟")
    await against.says("The heat in July")
    await li.presses("可以试")
    await worried.says("/polls")
    if door == TELEGRAM:
        await worried.taps((await worried.last()).id, "polls.show_reasons:1:0")
        assert "shown after the close" in (await worried.toasts())[-1]
    await street.later(days=4)
    result = await worried.hears("Not passed: one objection stands", "The heat in July", "The bees may come")
    assert result.kind == "photo"
    assert "Against" not in result.words
    await li.hears("没有通过：还有 1 个反对", "有顾虑：The bees may come")
    await worried.presses("All concerns (2)")
    reasons = await worried.hears("I object: The heat in July")
    assert "Against" not in reasons.words
    assert "Worried" not in reasons.words


async def test_an_objection_counts_only_with_its_reason_and_may_be_taken_back(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", "web", "en")
    await makes_consent_round(volunteer)
    await resident.presses("I object")
    await resident.says("x" * 301)
    await resident.hears("at most 300 characters")
    await resident.says("Too bright")
    await resident.hears("Your vote: I object")
    await resident.presses("Fine with me")
    await resident.hears("Your vote: Fine with me")
    await street.later(days=4)
    passed = await resident.hears("Passed: no objection stands")
    assert "Too bright" not in passed.words


async def test_reasons_come_in_fives(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    people = [await street.arrives(f"P{n}", "web", "en") for n in range(7)]
    await makes_consent_round(volunteer)
    for number, one in enumerate(people):
        await one.presses("I have a concern")
        await one.says(f"Concern number {number}")
    await street.later(days=4)
    await people[0].presses("All concerns (7)")
    first = await people[0].hears("Concern number 4")
    assert "Concern number 5" not in first.words
    await people[0].presses("2 more?")
    await people[0].hears("Concern number 5", "Concern number 6")


async def test_a_consent_round_that_nobody_answers_has_not_passed(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    await makes_consent_round(volunteer)
    await street.later(days=4)
    await volunteer.hears("Nobody voted this time")


async def test_a_consent_round_keeps_its_three_answers(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    await volunteer.says("/newpoll Try it?")
    await volunteer.presses("is it safe to try?")
    until = await volunteer.hears("Until when")
    for forged in ("polls.keep_first:1:1", "polls.choose_kind:1:single"):
        await volunteer.taps(until.id, forged)
        assert "three answers are given" in (await volunteer.toasts())[-1]
    await volunteer.presses("In a week")
    await volunteer.presses("Only after the close")
    await volunteer.presses("Change something")
    assert "The options" not in (await volunteer.last()).labels
    await volunteer.presses("How it is counted")
    assert "Secret or with names" not in (await volunteer.last()).labels
    await volunteer.presses("Choice, time and count")
    await volunteer.hears("Until when")


async def test_every_kind_refuses_what_belongs_to_another(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", TELEGRAM, "en")
    await makes_poll(volunteer)
    asked = await resident.hears("Which colour?")
    forged = ("polls.vote_score:1:1:5", "polls.vote_score:1:1:50", "polls.show_names:1")
    for address in forged:
        await resident.taps(asked.id, address)
    toasts = (await resident.toasts())[-3:]
    assert "secret" in toasts[2]
    assert all("not here any more" in toast for toast in toasts[:2])


# --- secret or named


@pytest.mark.parametrize("door", DOORS)
async def test_a_poll_with_names_says_so_before_and_shows_them_to_everyone_after(street: Street, door: str) -> None:
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    aygul = await street.arrives("Aygul", TELEGRAM, "en")
    li = await street.arrives("Li", door, "zh")
    changes = ("Change something", "How it is counted", "Secret or with names", "Yes, with names")
    await makes(volunteer, "One option each", changes=changes)
    await aygul.hears("After the close everybody sees the result and who voted for what")
    await li.hears("每个人投了什么大家都能看到")
    asked = await aygul.hears("Which colour?")
    await aygul.taps(asked.id, "polls.show_names:1")
    assert "shown after the close" in (await aygul.toasts())[-1]
    await aygul.presses("Green")
    await street.later(days=4)
    await li.presses("谁投了什么")
    await li.hears("Green", "Aygul")


async def test_a_live_poll_with_names_shows_them_all_the_time(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    aygul = await street.arrives("Aygul", TELEGRAM, "en")
    changes = ("Change something", "How it is counted", "Secret or with names", "Yes, with names")
    await makes(volunteer, "One option each", count="Yes, all the time", changes=changes)
    await aygul.presses("Blue")
    await volunteer.presses("Who voted for what")
    await volunteer.hears("Blue\nAygul")


# --- quorum


@pytest.mark.parametrize("door", DOORS)
async def test_the_close_says_whether_enough_people_voted(street: Street, door: str) -> None:
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    people = [await street.arrives(f"P{n}", door, "en") for n in range(4)]
    li = await street.arrives("Li", door, "zh")
    changes = ("Change something", "How it is counted", "How many must vote", "40 %")
    await makes(volunteer, "One option each", changes=changes)
    await people[0].hears("counts if 40 % of the people active in the last 60 days vote")
    await people[0].presses("Green")
    await people[1].presses("Green")
    await street.later(days=4)
    await people[0].hears("Quorum not reached: 2 voted, 3 of 6 active people were needed")
    await li.hears("人数不够：2 人投票，6 位活跃的人里需要 3 人")


async def test_whoever_was_silent_for_sixty_days_does_not_keep_a_quorum_away(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    for number in range(8):
        await street.arrives(f"Gone {number}", "web", "en")
    await street.later(days=61)
    resident = await street.arrives("Resident", "web", "en")
    await volunteer.says("/newpoll Which colour?\nGreen\nBlue")
    for label in ("That’s all", "One option each", "In three days", "Only after the close"):
        await volunteer.presses(label)
    for label in ("Change something", "How it is counted", "How many must vote"):
        await volunteer.presses(label)
    await volunteer.says("half")
    await volunteer.hears("a number from 1 to 100")
    await volunteer.says("101")
    await volunteer.hears("a number from 1 to 100")
    await volunteer.says("50 %")
    await volunteer.presses("Send it to everybody")
    await resident.presses("Green")
    await street.later(days=4)
    await resident.hears("Quorum reached: 1 voted, 1 of 2 active people were needed")


# --- more time, an early end, and what came of it


@pytest.mark.parametrize("door", DOORS)
async def test_more_time_is_told_to_everyone_who_was_asked_with_who_and_why(street: Street, door: str) -> None:
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    voted = await street.arrives("Voted", door, "en")
    li = await street.arrives("Li", door, "zh")
    await makes_poll(volunteer)
    await voted.presses("Green")
    await volunteer.presses("Time and close")
    await volunteer.presses("One day longer")
    await volunteer.says("The school is on holiday")
    await volunteer.hears("Open until Fri, Nov 27", "left it open longer: The school is on holiday")
    await voted.hears("This poll stays open longer", "Fri, Nov 27", "The school is on holiday")
    await li.hears("这个投票延长到", "The school is on holiday")
    await li.presses("去投票")
    await li.presses("Blue")
    await street.later(days=3, hours=12)
    await voted.hears_nothing_of("Most votes")
    await street.later(hours=21)
    await voted.hears("A tie, 1 each")


@pytest.mark.parametrize("door", DOORS)
async def test_what_a_poll_led_to_is_noted_on_it_and_told(street: Street, door: str) -> None:
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", door, "en")
    li = await street.arrives("Li", door, "zh")
    await makes_poll(volunteer, until="Tomorrow evening")
    if door == TELEGRAM:
        await volunteer.taps((await volunteer.last()).id, "polls.decide:1")
        assert "once the poll is closed" in (await volunteer.toasts())[-1]
    await resident.presses("Green")
    await li.presses("Green")
    await street.later(days=2)
    await volunteer.says("/polls")
    await volunteer.presses("🏁 Which colour?")
    await volunteer.presses("What it led to")
    await volunteer.says("We paint it green in May")
    await volunteer.hears("Noted, and told")
    await resident.hears("What the poll “Which colour?” led to", "We paint it green in May")
    await li.hears("后来这样定了", "We paint it green in May")
    await resident.says("/polls")
    await resident.presses("🏁 Which colour?")
    screen = await resident.hears("It led to: We paint it green in May")
    assert "📌 What it led to" not in screen.labels


async def test_what_a_poll_led_to_can_be_an_idea_and_its_step(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", "web", "en")
    await has_idea(street, volunteer, 27, "A bird's nest", "planned")
    await has_idea(street, volunteer, 31, "A bench")
    await makes_poll(volunteer, "What first?", "27 31", "Tomorrow evening")
    await resident.presses("#27")
    await street.later(days=2)
    await volunteer.says("/polls")
    await volunteer.presses("🏁 What first?")
    await volunteer.presses("What it led to")
    await volunteer.says("99")
    await volunteer.hears("no idea no. 99")
    await volunteer.presses("💡 #27")
    told = await resident.hears("What the poll “What first?” led to", "Idea /27")
    assert "lanned" in told.words


async def test_somebody_without_a_role_neither_decides_nor_extends(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", TELEGRAM, "en")
    await makes_poll(volunteer)
    asked = await resident.hears("Which colour?")
    for forged in ("polls.decide:1", "polls.extend:1:1:1", "polls.ask_quorum:1", "polls.close_because:1:few"):
        await resident.taps(asked.id, forged)
        assert "for others" in (await resident.toasts())[-1]


@pytest.mark.server
async def test_every_kind_lives_on_both_databases(any_street: Street) -> None:
    street = any_street
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", "web", "ug")
    changes = ("Change something", "How it is counted", "How many must vote", "20 %")
    await makes(
        volunteer, "Dots or points", "Dots to share out", "3 dots", changes=changes, count="Yes, all the time"
    )
    await resident.presses("Green")
    await street.later(seconds=3)
    await makes(volunteer, "Dots or points", "1 to 5 points", question="Which size?", count="Yes, all the time")
    await resident.presses("Green")
    await resident.presses("5")
    await street.later(seconds=3)
    await makes_consent_round(volunteer)
    # It is the third this week: she is not told of it, and finds it herself.
    await resident.says("/polls")
    await resident.presses("Paint the shutter")
    await resident.presses("ئېتىرازىم بار")
    await resident.says("توختاڭ")
    latecomer = await street.arrives("Latecomer", "web", "en")
    await latecomer.says("/polls")
    await latecomer.presses("Paint the shutter")
    await latecomer.presses("Fine with me")
    await latecomer.hears("You came after this poll began")
    await street.later(days=4)
    await volunteer.hears("Most dots: Green (1)", "Quorum reached: 1 voted, 1 of 2")
    await volunteer.hears("Best score: Green (5.0 of 5)")
    await volunteer.hears("Not passed: one objection stands", "+ 1 from a visitor who came after it began")
    await volunteer.says("/polls")
    await volunteer.presses("🏁 Which colour?")
    await volunteer.presses("What it led to")
    await volunteer.says("Green it is")
    await resident.hears("Green it is")


# --- the rules


def test_a_friends_five_does_not_beat_the_score_of_a_street() -> None:
    entries = [Entry("one friend", 1, 5), Entry("street", 9, 43), Entry("half", 5, 20)]
    assert rules.outcome(Kind.SCORE, entries, 10, 12).leaders == ("street",)
    assert rules.outcome(Kind.SCORE, entries, 10, 12).best == 48


@pytest.mark.parametrize(("active", "percent", "needed"), [(40, 25, 10), (41, 25, 11), (6, 40, 3), (0, 20, 0)])
def test_half_a_person_is_a_whole_one(active: int, percent: int, needed: int) -> None:
    assert rules.needed(active, percent) == needed
