"""The liaison's work list and the permit desk: who waits for whom, since when and until when, beneath the idea."""

import zipfile
from datetime import datetime, timedelta
from io import BytesIO

import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.identity.roles import Role
from handlers.permits import rules
from handlers.permits.rules import Due, Reminder, Status, day_of, due, reminders
from tests.invariants import intact
from tests.neighbour import Neighbour, leaves_for_good, together
from tests.pictures import photograph
from tests.street import Street
from tests.town.ideas.test_public_space import CROSSING, MONDAY, published
from tests.town.people.test_elsewhere import carries_on

DAY = rules.DAY
NAMED = (
    "SELECT begun_by FROM permits UNION ALL SELECT done_by FROM permit_steps WHERE done_at IS NOT NULL"
    " UNION ALL SELECT moved_by FROM permit_moves"
)


async def asks(street: Street, sql: str) -> list[object]:
    async with street.bot.database.read() as tx:
        return await tx.all(lambda value: value, sql)


async def begins(one: Neighbour, kind: str = "Seats outside", idea: str = "A safer crossing") -> None:
    """From the desk: for which idea, and of which kind."""
    await one.says("/permits")
    await one.presses("Begin one")
    await one.presses(idea)
    while not any(kind in label for label in (await one.last()).labels):
        await one.presses("⋯ More")
    await one.presses(kind)


async def opens(one: Neighbour) -> None:
    """The first by date."""
    await one.says("/permits")
    await one.presses("All, by date")
    # Whatever came below it meanwhile: the list is the newest message that leads there.
    shown = [
        each.id for each in await one.screen() if any(b == "permits.look:1" for row in each.buttons for _, b in row)
    ]
    await one.taps(shown[-1], "permits.look:1")


async def goes_on(one: Neighbour, to: str) -> None:
    await opens(one)
    await one.presses("How it goes on")
    while not any(to in label for shown in (await one.screen())[-3:] for label in shown.labels):
        await one.presses("⋯ More")
    await one.presses(to)


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_a_permit_is_followed_in_the_thread_of_its_idea_until_it_is_refused_granted_and_ends(
    any_street: Street, door: str
) -> None:
    street = any_street
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.LEAD)
    leyla = await street.arrives("Leyla", door, "en", Role.LIAISON)
    neighbour = await street.arrives("Chen", WEB, "en")
    aygul = await published(street, vera)
    await leyla.says("/permits")
    await leyla.hears("nothing is under way")
    await begins(leyla)
    card = await leyla.hears("Seats outside", CROSSING, "Finding out", "0 of 5 steps", "Check locally")
    assert len(card.labels) == 6  # three choices, Back, Home, Help
    await neighbour.says("/1")
    await neighbour.hears(CROSSING, "Seats outside: finding out what it takes", "next: ask the neighbourhood office")

    await leyla.presses("Steps")
    await leyla.presses("Done: ask the neighbourhood")
    await leyla.hears("✓ ask the neighbourhood office", "☐ ask the house above")
    await goes_on(leyla, "Handed in")
    await leyla.hears("Until when does the office want to answer")
    await leyla.says("2026-12-20")
    await leyla.hears("Handed in", "with the city, day 1", "expected by Dec 20, 2026")
    await aygul.hears("1 · A safer crossing", "Seats outside: with the city, day 1")
    await street.later(days=11)
    await neighbour.says("/1")
    await neighbour.hears("with the city, day 12 · expected by Dec 20, 2026 · next: ask the house above")

    await street.until(datetime.fromisoformat("2026-12-20T01:59:00+00:00"))
    await leyla.hears_nothing_of("Today was the day")
    await street.later(minutes=2)
    await leyla.hears("Today was the day", "Seats outside")
    await street.later(days=7)
    for one in (leyla, vera):
        await one.hears("A week late", "expected by Dec 20, 2026")
    await vera.hears_nothing_of("Today was the day")
    await neighbour.says("/1")
    await neighbour.hears("was expected by Dec 20, 2026")

    await goes_on(leyla, "Refused")
    await leyla.hears("Who refused", "not a person")
    await leyla.says("The street office")
    assert await asks(street, "SELECT status FROM permits") == ["handed_in"]  # a refusal says whom else to ask
    await leyla.presses("12345")
    await aygul.hears("Seats outside: refused by The street office; one can still ask: 12345")

    await goes_on(leyla, "Handed in")
    await leyla.presses("In 14 days")
    await vera.taps(
        (await vera.last()).id, "permits.ask_hotline:1"
    )  # an old button: who refuses this time is not said
    assert await asks(street, "SELECT status FROM permits") == ["handed_in"]
    await goes_on(leyla, "Granted with conditions")
    await leyla.says("Only from April to October")
    await leyla.presses("For a year")
    await aygul.hears("granted with conditions: Only from April to October")
    await neighbour.says("/1")
    await neighbour.hears("granted with conditions: Only from April to October · valid until Dec 27, 2027")
    ends = datetime.fromisoformat("2027-12-27T02:00:00+00:00")
    for days in (60, 30, 7):
        await street.until(ends - timedelta(days=days, minutes=1))
        await leyla.hears_nothing_of(f"In {days} days it ends")
        await street.later(minutes=2)
        await leyla.hears(f"In {days} days it ends", "Seats outside", "Dec 27, 2027")
    await street.until(ends + timedelta(minutes=1))
    await leyla.hears("It is valid no more")
    await neighbour.says("/1")
    await neighbour.hears("Seats outside: expired on Dec 27, 2027")
    told = await asks(street, "SELECT kind FROM permit_reminders WHERE told_at IS NOT NULL ORDER BY told_at")
    assert told == ["expected", "week_after", "expires_60", "expires_30", "expires_7"]
    # What was granted once is applied for anew.
    await goes_on(leyla, "Handed in")
    await leyla.presses("In 14 days")
    await neighbour.says("/1")
    await neighbour.hears("Seats outside: with the city, day 1")
    await intact(street)


async def test_documents_and_the_desk_are_for_the_team_and_the_liaison_alone(street: Street) -> None:
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.LEAD)
    leyla = await street.arrives("Leyla", TELEGRAM, "en", Role.LIAISON)
    keeper = await street.arrives("Ma", TELEGRAM, "en", Role.SHOPKEEPER)
    aygul = await published(street, vera)
    await begins(leyla)
    await leyla.presses("Steps")
    await leyla.taps((await leyla.last()).id, "permits.step:3")
    await leyla.presses("Its document")
    await leyla.sends_photo(photograph(400, 300, seed=4))
    await leyla.hears("Kept ✓ Only the team and the liaison see it")
    await vera.taps((await vera.last()).id, "permits.step:3")
    assert (await vera.last()).kind == "photo"
    for one in (aygul, keeper):
        for address in ("permits.step:3", "permits.look:1", "permits.permits", "permits.ask_document:3"):
            before = len(await one.screen())
            await one.taps((await one.last()).id, address)
            assert not [each for each in (await one.screen())[before:] if each.kind == "photo"]
            await one.hears_nothing_of("plan that leaves")
    hash_ = (await asks(street, "SELECT m.hash FROM media m JOIN permit_steps s ON s.media_id = m.id"))[0]
    assert await seen_without_an_account(street, f"/p/{street.place.code}/media/{hash_}.jpg") == 404
    await vera.says("/export")
    await vera.presses("Make the file")
    name, content = await vera.file_of(await vera.last())
    with zipfile.ZipFile(BytesIO(content)) as folder:
        rows = folder.read("permits.csv").decode("utf-8-sig")
    assert name.endswith(".zip")
    assert "seating" in rows
    assert "Leyla" not in rows
    assert str(hash_) not in rows

    await leyla.taps((await leyla.last()).id, "permits.ask_document:4")
    await leyla.sends_photo(b"no picture at all")
    await leyla.hears("The document is not kept")
    assert await asks(street, "SELECT count(*) FROM permit_steps WHERE media_id IS NOT NULL") == [1]
    await leyla.taps((await leyla.last()).id, "permits.ask_document:3")
    await leyla.presses("Without the document")
    await street.tick()
    assert await asks(street, "SELECT count(*) FROM media m JOIN permit_steps s ON s.media_id = m.id") == [0]
    assert not list((street.bot.settings.data_dir / "media").rglob(f"{hash_}*"))


async def seen_without_an_account(street: Street, path: str) -> int:
    one = await street.neighbour("Somebody", WEB, "en")
    return int((await one.client.get(path)).status_code)  # type: ignore[attr-defined]


@pytest.mark.server
async def test_two_at_once_and_a_second_press_move_it_once(any_street: Street) -> None:
    street = any_street
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
    leyla = await street.arrives("Leyla", TELEGRAM, "en", Role.LIAISON)
    aygul = await published(street, vera)
    for one in (leyla, vera, leyla):
        await begins(one)
    assert await asks(street, "SELECT count(*) FROM permits") == [1]
    assert await asks(street, "SELECT count(*) FROM permit_steps") == [5]
    screens = [(one, (await one.last()).id) for one in (leyla, vera)]
    await together(*(one.taps(at, "permits.step_to:1:handed_in") for one, at in screens))
    await leyla.taps((await leyla.last()).id, "permits.step_to:1:handed_in")
    assert await asks(street, "SELECT to_status FROM permit_moves") == ["handed_in"]
    heard = [one for one in await aygul.screen() if "with the city, day 1" in one.words]
    assert len(heard) == 1
    await vera.taps((await vera.last()).id, "permits.step_to:1:expired")
    assert "It stands at" in (await vera.toasts())[-1]
    await vera.taps((await vera.last()).id, "permits.remove:1")
    assert "stays on record" in (await vera.toasts())[-1]


async def test_her_digest_lists_what_waits_for_her_and_permits_by_date(street: Street) -> None:
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
    leyla = await street.arrives("Leyla", WEB, "en", Role.LIAISON)
    await published(street, vera)
    await begins(leyla)
    await goes_on(leyla, "Handed in")
    await leyla.says("2026-12-01")
    await begins(vera, "Fire safety", "The shop alone")
    await street.until(MONDAY)
    digest = await leyla.hears("1 waits for your answer", CROSSING)
    assert [label for label in digest.labels if label.startswith("1 ")] == ["1 ✓", "1 but…", "1 try", "1 later"]
    lines = digest.words.split("\n")
    dated = next(at for at, line in enumerate(lines) if "expected by Dec 1, 2026" in line)
    other = next(at for at, line in enumerate(lines) if "Fire safety: finding out" in line)
    assert dated < other < next(at for at, line in enumerate(lines) if line == "All permits: /permits")
    assert "Vera" not in digest.words
    await vera.says("/today")
    await vera.hears_nothing_of("the day has passed")
    await street.until(datetime.fromisoformat("2026-12-01T02:30:00+00:00"))
    await vera.says("/today")
    await vera.hears("Seats outside", "the day has passed")
    await vera.says("/digest")
    await vera.hears("For the team today", "expected by Dec 1, 2026", "2 permits are open: /permits")


async def test_everything_is_asked_one_at_a_time_and_can_be_put_right(street: Street) -> None:
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
    await published(street, vera)
    await begins(vera, "Change of the food licence", "The shop alone")
    await goes_on(vera, "Handed in")
    await vera.says("yesterday")
    await vera.hears("Please write a day to come")
    await vera.presses("Nobody knows")
    await vera.hears("with the city, day 1")

    async def more(label: str, answer: str = "") -> None:
        await vera.taps((await vera.last()).id, "permits.more:1:0")
        while not any(label in one for one in (await vera.last()).labels):
            await vera.presses("⋯ More")
        await vera.presses(label)
        if answer:
            await vera.says(answer)

    await more("It was handed in earlier", "12")
    await vera.hears("with the city, day 13")
    await more("It was handed in earlier", "soon")
    await vera.hears("How many days ago")
    await more("Number", "FS-2026-77")
    await more("Whom it is with", "Market office <b>")
    await more("What they say", "x" * 900)
    await vera.hears("a little too long")
    await more("What they say", "Please bring the plan")
    await more("What it is for", "A second stove")
    await more("Who asks for it")
    await vera.presses("The shop")
    await more("What it costs")
    await vera.presses("Up to 1,000 yuan")
    card = await vera.hears("Change of the food licence · A second stove", "with Market office <b>, day 13")
    for words in ("№ FS-2026-77", "They say: Please bring the plan", "Asked for by the shop", "up to 1,000 yuan"):
        assert words in card.words

    await vera.presses("Steps")
    await vera.presses("⋯ More")
    while "＋ Another step" not in (await vera.last()).labels:
        await vera.presses("⋯ More")
    await vera.presses("Another step")
    await vera.says("ask the cook")
    await vera.presses("the team")
    await vera.hears("ask the cook · the team")
    while not any("Until when" in one for one in (await vera.last()).labels):
        await vera.presses("⋯ More")
    await vera.presses("Until when")
    await vera.says("2026-11-30")
    await vera.hears("ask the cook · the team · by Nov 30, 2026")
    await street.later(days=8)
    await vera.says("/today")
    await vera.hears("ask the cook: the day has passed")


async def test_what_the_public_page_says_is_what_the_card_says(street: Street) -> None:
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
    leyla = await street.arrives("Leyla", TELEGRAM, "en", Role.LIAISON)
    aygul = await published(street, vera)
    await begins(leyla)
    await goes_on(leyla, "Handed in")
    await leyla.says("2026-12-20")
    reader = await street.neighbour("Somebody", WEB, "en")
    page = await reader.client.get(f"/p/{street.place.code}/1?lang=en")  # type: ignore[attr-defined]
    text = page.text.replace("\u2068", "").replace("\u2069", "")
    assert "Seats outside: with the city, day 1 · expected by Dec 20, 2026" in text
    # What is hidden is hidden with all that hangs on it, and nobody hears of it.
    await vera.taps((await vera.last()).id, "ideas.hide:1")
    await vera.says("It hurts somebody.")
    await goes_on(leyla, "Granted")
    await leyla.taps((await leyla.last()).id, "permits.of_idea:1:0")
    assert "not on the board" in (await leyla.toasts())[-1]
    await aygul.hears_nothing_of("granted on")


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_a_permit_outlives_whoever_looks_after_it(street: Street, door: str) -> None:
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.LEAD)
    leyla = await street.arrives("Leyla", door, "en", Role.LIAISON)
    await published(street, vera)
    await begins(leyla)
    await leyla.presses("Steps")
    await leyla.presses("Done: ask the neighbourhood")
    await goes_on(leyla, "Handed in")
    await leyla.says("2026-12-01")
    there = await street.arrives("Leyla L.", TELEGRAM if door == WEB else WEB, "en")
    await carries_on(leyla, there)
    me = await street.person_id(there)
    assert await asks(street, NAMED) == [me, me, me]
    await leaves_for_good(there)
    await street.settle()
    assert await asks(street, NAMED) == [None, None, None]
    # Nobody is the liaison any more: the lead is reminded.
    await street.until(datetime.fromisoformat("2026-12-01T02:30:00+00:00"))
    await vera.hears("Today was the day")
    await intact(street)


async def test_a_reminder_that_was_missed_is_said_once_by_its_last(street: Street) -> None:
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
    leyla = await street.arrives("Leyla", WEB, "en", Role.LIAISON)
    await published(street, vera)
    await begins(leyla)
    await goes_on(leyla, "Handed in")
    await leyla.says("2026-12-01")
    street.clock.advance(timedelta(days=20))  # the program is off
    await street.tick()
    await leyla.hears("A week late")
    await leyla.hears_nothing_of("Today was the day")
    await goes_on(leyla, "Granted")
    await leyla.says("2027-01-01")  # in nineteen days: what would have been said before is not said any more
    await street.later(days=1)
    await leyla.hears_nothing_of("days it ends")
    await street.until(datetime.fromisoformat("2026-12-25T02:30:00+00:00"))
    await leyla.hears("In 7 days it ends")


async def test_nobody_hears_twice_when_two_processes_remind(street: Street) -> None:
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
    leyla = await street.arrives("Leyla", WEB, "en", Role.LIAISON)
    await published(street, vera)
    await begins(leyla)
    await goes_on(leyla, "Handed in")
    await leyla.says("2026-12-01")
    await street.until(datetime.fromisoformat("2026-12-01T02:30:00+00:00"))
    for _ in range(3):
        await street.tick()
    assert len([one for one in await leyla.screen() if "Today was the day" in one.words]) == 1


async def test_there_is_an_end_to_what_one_can_begin(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
    await published(street, vera)
    monkeypatch.setattr(rules, "MOST_OPEN", 2)
    await begins(vera)
    await begins(vera, "Sign above the door")
    await begins(vera, "Something else")
    assert "2 permits are open here" in (await vera.toasts())[-1]
    await vera.taps((await vera.last()).id, "permits.ask_remove:2")
    await vera.presses("Take it out")
    assert await asks(street, "SELECT kind FROM permits") == ["seating"]
    for address in ("permits.look:99", "permits.step:99", "permits.begin_one:99:sign", "permits.city:99"):
        await vera.taps((await vera.last()).id, address)
    assert await asks(street, "SELECT count(*) FROM permits") == [1]


def test_when_somebody_is_reminded() -> None:
    waits = reminders(Status.HANDED_IN, 100 * DAY, None)
    assert [(one.kind, one.at // DAY) for one in waits] == [(Reminder.EXPECTED, 100), (Reminder.WEEK_AFTER, 107)]
    valid = reminders(Status.GRANTED, 100 * DAY, 200 * DAY)
    assert [one.at // DAY for one in valid] == [140, 170, 193]
    assert reminders(Status.PREPARING, 100 * DAY, 200 * DAY) == ()
    assert reminders(Status.GRANTED, 100 * DAY, None) == ()
    assert due(waits, [], 100 * DAY - 1) == ()
    assert due(waits, [(Reminder.EXPECTED, 100 * DAY)], 107 * DAY) == (
        Due(Reminder.WEEK_AFTER, 100 * DAY, 107 * DAY),
    )
    # A new day is a new reminder.
    assert due(waits, [(Reminder.EXPECTED, 90 * DAY)], 100 * DAY) == waits[:1]
    assert [day_of(0, hours * 3_600_000) for hours in (0, 23, 24, 11 * 24)] == [1, 1, 2, 12]


def test_every_state_leads_on_and_none_to_itself() -> None:
    assert set(rules.NEXT) == set(Status)
    assert all(to is not status for status, all_ in rules.NEXT.items() for to in all_)
    assert not rules.may_follow(Status.FINDING_OUT, Status.GRANTED)
