"""Whether the place gets better: three taps a quarter, on paper too, and whose a face was is forgotten."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import httpx
import pypdfium2
import pytest

from bot.dialogue.notices import Notices
from bot.doors.door import TELEGRAM, WEB
from bot.i18n.clocks import Clocks
from bot.identity.roles import Role
from handlers.pulse import rules, story
from handlers.pulse.rules import Count, Face, Question, Source, read_ticks
from tests.neighbour import Neighbour, leaves_for_good, together
from tests.street import MORNING, Street
from tests.town.people.test_elsewhere import carries_on
from tests.town.polls.test_polls import makes_poll
from tests.town.publishing.test_exports import exported, rows_of

FIRST = datetime(2027, 2, 22, 2, 0, tzinfo=UTC)  # 91 days after the street began, 10:00 in Beijing
A_CLOCK = Clocks("Asia/Urumqi", "Asia/Shanghai")
VOICE = b"OggS" + bytes(60)


async def a_quarter_old(street: Street, *people: Neighbour) -> None:
    """They say something now and then, and the morning of the first round comes."""
    await street.tick()
    await street.until(FIRST - timedelta(days=2))
    for one in people:
        await one.says("/home")
    await street.until(FIRST + timedelta(minutes=10))


async def answers(one: Neighbour, place: str, neighbours: str) -> None:
    await one.presses(place)
    await one.presses(neighbours)


async def numbers(street: Street, sql: str) -> list[tuple[object, ...]]:
    async with street.bot.database.read() as tx:
        return await tx.all(lambda *row: row, sql)


async def page_of(street: Street) -> str:
    transport = httpx.ASGITransport(app=street.bot.web)
    async with httpx.AsyncClient(transport=transport, base_url="http://nestbox.test") as client:
        return (await client.get(f"/p/{street.place.code}", params={"lang": "en"})).text


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_a_place_is_asked_in_three_taps_and_only_numbers_are_left(street: Street, door: str) -> None:
    lead = await street.arrives("Zhou", WEB, "en", Role.LEAD)
    keeper = await street.arrives("Ma", door, "en", Role.SHOPKEEPER)
    people = [await street.arrives(f"Neighbour {number}", door, "en") for number in range(4)]
    away = await street.arrives("Away", door, "en")
    await a_quarter_old(street, lead, keeper, *people)
    asked = await people[0].hears("three months later", "look and feel better")
    assert asked.labels[:4] == ["🙂 Better", "😐 As before", "🙁 Worse", "🤐 I’d rather not say"]
    # Whoever was not here for a quarter is left alone.
    await away.hears_nothing_of("three months later")
    await street.later(hours=1)
    late = await street.arrives("Late", door, "en")
    await late.says("/pulse")
    await late.hears("the next one asks you, too")

    for one in people:
        await answers(one, "Better", "I’d rather not say" if one is people[3] else "Some new ones")
        await one.hears("what changed most for you?")
    await people[0].presses("That’s all for today")
    await people[0].hears("Thank you ✓ Until Mar 15, 2027")
    await people[1].says("The bench, and who sits on it")
    await people[1].presses("Everybody, on the page")
    await people[2].says("Between us: it is louder")
    await people[2].presses("Only the team")
    # Changed until the end; hers alone.
    await people[3].says("/pulse")
    await people[3].hears("Open until Mar 15, 2027", "I know more neighbours: 🤐 I’d rather not say")
    await people[3].presses("Change my answers")
    await people[3].hears("1/2", "So far you said: 🙂 Better")
    await answers(people[3], "Worse", "Fewer")
    await answers(keeper, "As before", "As before")
    await keeper.hears("3/3", "as the shopkeeper", "The team reads your answer")
    await keeper.presses("Better")
    for one in (lead, keeper):
        await one.says("/pulse")
        await one.hears_nothing_of("answered")
    assert "What changed most" not in await page_of(street)

    await street.until(FIRST + rules.OPEN_FOR + timedelta(hours=1))
    for one in (lead, keeper):
        card = await one.hears("what people say", "6 asked, 5 answered, 1 did not", "🙂 3 · 😐 1 · 🙁 1 (n=5)")
        assert "The shop is doing better (the shopkeeper says): 🙂 Better" in card.words
        assert "%" not in card.words
    assert await numbers(street, "SELECT count(*) FROM pulse_answers") == [(0,)]
    for one in people:
        await one.hears_nothing_of("what people say")
    await people[0].says("/pulse")
    came = await people[0].hears("5 of 6 answered", "🙂 3 · 😐 1 · 🙁 1 (n=5)", "Next time: May 24, 2027")
    assert "shopkeeper" not in came.words
    await team_reads(street, lead, people)


async def team_reads(street: Street, lead: Neighbour, people: list[Neighbour]) -> None:
    """Nothing is public before somebody of the team has looked, nor without its author's word."""
    assert "The bench" not in await page_of(street)
    await lead.says("/today")
    await lead.presses("The bench, and who sits on it")
    await lead.hears("“The bench, and who sits on it”", "May stand on the public page")
    await lead.hears_nothing_of("Neighbour 1")
    await lead.presses("Show it on the page")
    await lead.hears("✓ Stands on the public page")
    await lead.says("/pulse")
    await lead.presses("What people told")
    told = await lead.hears("Between us: it is louder", "Only for the team")
    assert "🌐 Show it on the page" not in told.labels
    await lead.presses("✓ Read")
    page = await page_of(street)
    assert "The bench, and who sits on it" in page
    assert "louder" not in page
    assert "n=5" in page.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200f")))
    assert "shopkeeper says" not in page
    await people[1].says("/pulse")
    await people[1].presses("What I told")
    await people[1].hears("✓ Stands on the public page, from the end")
    await people[1].presses("Take it back")
    assert "The bench" not in await page_of(street)
    rows = rows_of(await exported(lead))["pulse"]
    assert [(row["question"], row["source"], row["good"], row["answered"]) for row in rows] == [
        ("place", "chat", "3", "5"),
        ("neighbours", "chat", "3", "5"),
    ]


async def test_paper_is_printed_typed_in_corrected_and_never_added_to_the_chat(any_street: Street) -> None:
    street = any_street
    lead = await street.arrives("Zhou", WEB, "en", Role.LEAD)
    team = await street.arrives("Li", TELEGRAM, "en", Role.VOLUNTEER)
    chen = await street.arrives("Chen", WEB, "en")
    await a_quarter_old(street, lead, team, chen)
    await team.says("/pulse")
    await team.presses("On paper")
    await team.hears("Nothing is typed in yet for the round of Feb 22, 2027")
    await team.presses("Print a sheet")
    name, content = await team.file_of(await team.last())
    assert name == f"pulse-{street.place.code}.pdf"
    printed = pypdfium2.PdfDocument(BytesIO(content))
    assert len(printed) == 1
    words = printed[0].get_textpage().get_text_bounded()
    assert "Do you know more neighbours" in words
    assert "这里变好了吗" in words

    await team.presses("Ticks: the place")
    for wrong in ("12", "12 3 1 9", "1000 0 0", "many"):
        await team.says(wrong)
        await team.hears("three numbers, each 500 at most")
    await team.says("٩, 1 2")
    await team.hears("Noted ✓", "🙂 9 · 😐 1 · 🙁 2")
    await team.presses("Ticks: neighbours")
    await team.says("2 1 0")
    # A correction stands beside what it corrects, and takes its place; the same twice is said once.
    await together(correct(lead, "8 1 2"), correct(team, "8 1 2"))
    await team.says("/pulse")
    await team.presses("On paper")
    await team.hears("8 (73%)", "(n=11)", "🙂 2 · 😐 1 · 🙁 0 (n=3)")
    kept = await numbers(street, "SELECT question, good FROM pulse_counts WHERE source = 'paper' ORDER BY id")
    assert kept == [("place", 9), ("neighbours", 2), ("place", 8)]

    await chen.presses("Better")
    await street.until(FIRST + rules.OPEN_FOR + timedelta(hours=1))
    await team.hears("3 asked, 1 answered, 2 did not", "Fewer than 5 answered", "counted by hand", "not added up")
    # One face in the chat is nobody's business, and is not even kept; paper from five on is told.
    assert await numbers(street, "SELECT count(*) FROM pulse_counts WHERE source = 'chat'") == [(0,)]
    await chen.says("/pulse")
    told = await chen.hears("On paper, counted by hand", "(n=11)")
    assert "n=3" not in told.words
    assert "In the chat" not in told.words
    page = await page_of(street)
    assert "n=11" in page
    assert "n=3" not in page


async def correct(one: Neighbour, words: str) -> None:
    await one.says("/pulse")
    await one.presses("On paper")
    await one.presses("Ticks: the place")
    await one.says(words)


async def test_who_leaves_takes_her_answer_along_and_two_doors_answer_once(
    any_street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    street = any_street
    lead = await street.arrives("Zhou", WEB, "en", Role.LEAD)
    gul = await street.arrives("Gul", WEB, "en")
    there = await street.arrives("Gul", TELEGRAM, "en")
    chen = await street.arrives("Chen", TELEGRAM, "en")
    await a_quarter_old(street, lead, gul, there, chen)
    await answers(gul, "Better", "Fewer")
    await gul.sends_voice(VOICE, 200)
    await gul.hears("three minutes at most")
    await gul.sends_voice(VOICE)
    await gul.hears("Your voice stays with the team in any case")
    await lead.says("/pulse")
    await lead.presses("⋯ More")
    assert not any("What people told" in label for label in (await lead.last()).labels)
    await gul.presses("Everybody, on the page")
    # Three choices also where there is a next one.
    await answers(chen, "Better", "Some new ones")
    await chen.says("More light")
    await chen.presses("Only the team")
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE pulse_stories SET read_at = 1 WHERE words <> ''")
    await lead.says("/pulse")
    await lead.presses("⋯ More")
    await lead.presses("What people told")
    assert (await lead.last()).labels[:4] == ["▶ Listen", "✎ Write down", "➡ The next one", "⬅ Back"]
    await lead.presses("The next one")
    await lead.hears("More light")
    await answers(there, "Worse", "As before")
    await there.says("x" * (rules.LONGEST_STORY + 1))
    await there.hears("600 letters at most")
    await carries_on(gul, there)
    assert sorted(await numbers(street, "SELECT question, face FROM pulse_answers")) == [
        ("neighbours", "good"),
        ("neighbours", "same"),
        ("place", "bad"),
        ("place", "good"),
    ]
    await there.says("/pulse")
    await there.presses("What I told")
    await there.hears("A voice note", "It may stand on the public page")

    # A voice can be recognized: somebody writes down what it said.
    await lead.says("/today")
    await lead.presses("What changed: 🎤 A voice note")
    heard = await lead.hears("A voice note", "write down what was said")
    assert heard.labels[:3] == ["▶ Listen", "✎ Write down", "👥 Leave it with the team"]
    await lead.presses("Listen")
    assert (await lead.last()).kind == "voice"
    await lead.presses("Write down")
    await lead.says("We greet each other now")
    # What is said to stand there has room there.
    with monkeypatch.context() as full:
        full.setattr(rules, "MOST_ON_PAGE", 0)
        await lead.presses("Show it on the page")
        assert "has room for 0" in (await lead.toasts())[-1]
    await lead.presses("Show it on the page")
    await there.says("/pulse")
    await there.presses("What I told")
    await there.hears("A voice note", "We greet each other now", "✓ Stands on the public page")
    await leaves_for_good(there)
    assert await numbers(street, "SELECT words FROM pulse_stories") == [("More light",)]
    assert await numbers(street, "SELECT question, face FROM pulse_answers ORDER BY id") == [
        ("place", "good"),
        ("neighbours", "good"),
    ]
    await street.until(FIRST + rules.OPEN_FOR + timedelta(hours=1))
    await lead.hears("2 asked, 1 answered")


async def test_a_round_that_is_over_has_nobody_in_it_also_when_two_doors_part_again(any_street: Street) -> None:
    street = any_street
    gul, there = await street.arrives("Gul", WEB, "en"), await street.arrives("Gul", TELEGRAM, "en")
    await a_quarter_old(street, gul, there)
    await answers(gul, "Better", "Fewer")
    # A voice that never arrives is not said to be kept.
    await gul.sends_voice(VOICE)
    await gul.presses("Only the team")
    async with street.bot.database.write() as tx:
        notices = Notices(tx, street.clock.now(), street.place, street.bot.town, street.bot.links)
        media_id = await tx.one(int, "SELECT media_id FROM pulse_stories")
        await story.voice_refused(notices, media_id or 0, "too_large")
    await street.settle()
    await gul.hears("could not be read")
    assert await numbers(street, "SELECT count(*) FROM pulse_stories") == [(0,)]
    await gul.says("/pulse")
    await gul.presses("Change my answers")
    await answers(gul, "Better", "Fewer")
    await answers(there, "Worse", "As before")
    await carries_on(gul, there)
    kept = "SELECT count(*) FROM joining_rows WHERE table_name = 'pulse_answers'"
    assert await numbers(street, kept) == [(2,)]
    await street.until(FIRST + rules.OPEN_FOR + timedelta(hours=1))
    # The note by which they could part again does not tell it either.
    assert await numbers(street, kept) == [(0,)]
    assert await numbers(street, "SELECT asked, answered FROM pulse_rounds") == [(1, 1)]
    await gul.says("/elsewhere")
    await gul.presses("↩ Undo the joining")
    assert await numbers(street, "SELECT count(*) FROM pulse_answers") == [(0,)]


async def test_nobody_is_asked_where_a_lead_switched_it_off_and_forged_presses_find_nothing(street: Street) -> None:
    lead = await street.arrives("Zhou", WEB, "en", Role.LEAD)
    chen = await street.arrives("Chen", TELEGRAM, "en")
    # Also before the clock has looked at the place for the first time.
    await lead.says("/pulse")
    await lead.presses("Ask nobody any more")
    assert await numbers(street, "SELECT count(*) FROM pulse_plans WHERE off_since IS NOT NULL") == [(1,)]
    await lead.says("/pulse")
    await lead.presses("Ask again")
    await street.tick()
    await lead.says("/pulse")
    await lead.hears("The first time: Feb 22, 2027")
    await lead.presses("Ask nobody any more")
    await a_quarter_old(street, lead, chen)
    await chen.hears_nothing_of("three months later")
    await chen.says("/pulse")
    await chen.hears("nobody is asked")
    await lead.says("/pulse")
    await lead.presses("Ask again")
    await lead.hears("Next time: May 24, 2027")
    await street.until(FIRST + rules.QUARTER - timedelta(days=1))
    await chen.says("/home")
    # Two unasked messages in this week already: the third waits. And Zhou wants only what concerns her.
    for question in ("Which colour?", "Which tree?"):
        await makes_poll(lead, question)
    zhou = await street.person_id(lead)
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE people SET how_often = 'important' WHERE id = ?", zhou)
    await street.until(FIRST + rules.QUARTER + timedelta(hours=1))
    await chen.hears_nothing_of("three months later")
    await street.later(days=7)
    asked = await chen.hears("three months later")
    await lead.hears_nothing_of("three months later")
    message = asked.id
    for forged in ("say:1:shop:good", "say:7:place:good", "tell:1", "take_back:1", "put:1", "ticks:1:shop"):
        await chen.taps(message, f"pulse.{forged}")
    assert await numbers(street, "SELECT count(*) FROM pulse_answers") == [(0,)]
    await chen.presses("Better")
    await chen.taps(message, "pulse.say:1:place:bad")
    assert await numbers(street, "SELECT face FROM pulse_answers") == [("bad",)]
    await street.until(FIRST + rules.QUARTER + rules.OPEN_FOR + timedelta(hours=1))
    await chen.taps(message, "pulse.say:1:place:good")
    assert "This round is over" in (await chen.toasts())[-1]


def test_a_place_is_asked_on_the_same_weekday_and_what_was_missed_is_not_made_up_for() -> None:
    first = rules.first_at(MORNING, MORNING, A_CLOCK)
    assert first == FIRST
    # One that was old when it came to this has two weeks; one that stood still for a year is asked once.
    assert rules.first_at(datetime(2020, 1, 1, tzinfo=UTC), MORNING, A_CLOCK) == datetime(2026, 12, 7, 2, tzinfo=UTC)
    assert rules.next_at(first, first, A_CLOCK) == first + rules.QUARTER
    assert rules.next_at(first, first + timedelta(days=400), A_CLOCK) == first + 5 * rules.QUARTER


def test_four_faces_are_not_kept_and_nine_have_no_percentage() -> None:
    four = [Face.GOOD] * 4 + [Face.UNSAID] * 9
    assert rules.counted(Question.PLACE, four) is None
    assert rules.counted(Question.SHOP, [Face.BAD]) == Count(Question.SHOP, Source.CHAT, 0, 0, 1)
    five = rules.counted(Question.PLACE, [*four, Face.BAD])
    assert five == Count(Question.PLACE, Source.CHAT, 4, 0, 1, 9)
    assert rules.share(4, 9) is None
    assert rules.share(4, 10) == 40
    assert (
        rules.public([Count(Question.SHOP, Source.CHAT, 9, 9, 9), Count(Question.PLACE, Source.PAPER, 4, 0, 0)]) == []
    )


@pytest.mark.parametrize(
    ("words", "ticks"),
    [
        ("12 3 1", (12, 3, 1)),
        ("12、3、1", (12, 3, 1)),
        ("🙂 ١٢ 😐 ٣ 🙁 ٠", (12, 3, 0)),
        ("12 3", None),
        ("1 2 3 4", None),
        ("501 0 0", None),
        ("9999 1 1", None),
        ("", None),
    ],
)
def test_ticks_are_three_numbers_with_anything_between(words: str, ticks: tuple[int, int, int] | None) -> None:
    assert read_ticks(words) == ticks
