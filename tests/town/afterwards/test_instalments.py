"""What a shopkeeper pays in instalments: minded by her and one helper, and no trace of it for anybody else."""

import io
import json
import logging
import zipfile
from datetime import date, timedelta
from pathlib import Path

import httpx
import pytest

from bot.backup import make
from bot.cli import invariants
from bot.dialogue.notices import Notices
from bot.doors.door import TELEGRAM, WEB
from bot.identity import places, roles
from bot.identity.roles import Role
from bot.relay.encryption import Seal
from handlers import FEATURES
from handlers.elsewhere import becoming
from handlers.instalments.rules import LATE, Rhythm, days, erased, months_later, reminder, stage
from handlers.instalments.words import Said, closed, opened
from simulation.promise_store import TOWN
from tests.invariants import intact
from tests.neighbour import Neighbour, OnTelegram, leaves_for_good, together
from tests.street import MORNING, FakeClock, Street, open_street
from tests.tools.crawl import Crawl
from tests.tools.furnished import a_day_later, furnish_openly, moves_in, name_helper, write_down
from tests.town.people.test_elsewhere import carries_on
from tests.town.publishing.test_exports import everything, exported
from tests.town.walks.test_isolation import reads

DOORS = (WEB, TELEGRAM)
SHELVES, SECRET = "Shelves", "Ξ-Ψ-shelves"


class Shop:
    """Ma, who keeps the shop, and Zhou, whom she asked to help."""

    def __init__(self, street: Street, ma: Neighbour, zhou: Neighbour) -> None:
        self.street, self.ma, self.zhou = street, ma, zhou


async def shop(street: Street, door: str = WEB) -> Shop:
    ma = await street.arrives("Ma", door, "en", Role.SHOPKEEPER)
    zhou = await street.arrives("Zhou", door, "en", Role.VOLUNTEER)
    for one in (ma, zhou):
        await one.says("/name")
        await one.says(one.name)
    return Shop(street, ma, zhou)


async def data_of(one: Neighbour) -> dict[str, list[dict[str, str]]]:
    await one.says("/privacy")
    await one.presses("My data as a file")
    _, content = await one.file_of(await one.hears("Everything of yours"))
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        found: dict[str, list[dict[str, str]]] = json.loads(file.read("data.json"))
        return found


async def count(street: Street, table: str) -> int:
    async with street.bot.database.read() as tx:
        return await tx.one(int, f"SELECT count(*) FROM {table}") or 0  # noqa: S608 our tables


@pytest.mark.parametrize("door", DOORS)
async def test_she_writes_it_down_and_hears_seven_days_one_day_and_on_the_day(any_street: Street, door: str) -> None:
    street = any_street
    here = await shop(street, door)
    ma, zhou = here.ma, here.zhou
    await ma.says("/more")
    while "🔐 What I pay in instalments" not in (await ma.last()).labels:
        await ma.presses("⋯ More")
    await ma.presses("What I pay in instalments")
    await ma.hears("Write down what you pay", "Only you see this")
    await ma.presses("Write one down")
    await ma.says(SHELVES)
    # What she typed is out of the chat again.
    assert not [one for one in await ma.screen() if one.mine and SHELVES in one.words]
    # Half done, it is found again.
    await ma.says("/home")
    await ma.says("/instalments")
    await ma.presses("Look at one")
    await ma.presses(f"1 · {SHELVES}")
    await ma.hears("From whom")
    await ma.presses("Leave it out")
    await ma.says("300 " * 40)
    await ma.hears("100", "How much is it each time?")
    assert not [one for one in await ma.screen() if one.mine and "300" in one.words], "what was too long, too"
    await ma.says("300")
    await ma.says("some day")
    await ma.hears("Which day?")
    await ma.says("2026-12-03")
    await ma.presses("Every month")
    await ma.says("100")
    await ma.hears("from 1 to 60")
    await ma.presses("6 times")
    card = await ma.hears(SHELVES, "300", "0 of 6 paid", "Dec 3, 2026", "Jan 3, 2027")
    assert card.labels[:3] == ["✓ Paid: Dec 3, 2026", "📅 Another date", "⋯ More"]

    await name_helper(ma, zhou, "Zhou")
    await ma.hears("Zhou helps you now")
    await zhou.presses("👀 See it")
    await zhou.presses(f"1 · {SHELVES}")
    seen = await zhou.hears(SHELVES, "300", "Only the two of you")
    assert seen.labels[0] == "✋ I do not help any more"

    await street.later(days=3)  # Thursday, a week before
    await street.later(hours=1)
    notice = await ma.hears("Number 1 is in 7 days", "Dec 3, 2026")
    assert SHELVES not in notice.words, "a phone that rings lies on the counter"
    assert notice.labels[:3] == ["✓ Paid", "📅 Another date", "💬 Need to talk"]
    await zhou.hears_nothing_of("in 7 days")
    await ma.presses("💬 Need to talk")
    await ma.hears("with whom would you like to talk", SHELVES)
    await ma.presses("💬 Zhou")
    await zhou.hears("Ma would like to talk with you")
    await zhou.presses("See what about")
    await zhou.hears(SHELVES)
    await street.later(days=6)
    await ma.hears("Number 1 is tomorrow")
    await ma.presses("📅 Another date")
    await ma.says("2026-12-05")
    await ma.hears("Dec 5, 2026", "Jan 3, 2027")
    await street.later(days=1)
    await ma.hears_nothing_of("is today: Dec 3")
    await street.later(days=2)
    await ma.hears("Number 1 is today: Dec 5")
    assert len([one for one in await ma.screen() if "is today" in one.words]) == 1
    await ma.presses("✓ Paid")
    await ma.hears("Noted ✓", SHELVES)
    await ma.presses("↩ Undo")
    await ma.hears("0 of 6 paid")
    await ma.presses("✓ Paid: Dec 5, 2026")
    await ma.presses("👀 See it")
    await ma.hears("1 of 6 paid", "Jan 3, 2027")
    await intact(street)


async def test_nobody_else_finds_a_trace_of_it(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Not another shopkeeper of the place, a lead, the liaison, a resident; no page, file, list, log or backup."""
    clock = FakeClock()
    with caplog.at_level(logging.INFO):
        async with open_street(tmp_path, FEATURES, clock=clock) as street:
            async with street.bot.database.read() as tx:
                here = await places.place(tx, street.place.id)
            home = await furnish_openly(street, here, "Σ", 100)
            await a_day_later(street)
            ma, zhou = home[Role.SHOPKEEPER], home[Role.VOLUNTEER]
            walkers = [await moves_in(street, here, f"{role.value} walker", role) for role in Role]
            all_roles = await moves_in(street, here, "walker", *Role)
            now = clock.now()
            alone = [await reads(street, one) for one in (*walkers, all_roles)]
            pages, listing = await public(street), await backed_up(street, tmp_path / "before")

            clock._now = now
            await write_down(ma, SECRET)
            await name_helper(ma, zhou, "Σ volunteer")
            assert "Number" not in "".join(one.words for one in await ma.screen())
            clock._now = now
            assert [await reads(street, one) for one in (*walkers, all_roles)] == alone
            assert await public(street) == pages
            assert await backed_up(street, tmp_path / "after") == listing

            while clock.now() < MORNING + timedelta(days=9):
                await street.later(hours=6)
            await ma.hears("Number 1 is in 7 days")
            await ma.presses("💬 Need to talk")
            await ma.presses("Σ volunteer")
            await zhou.hears("would like to talk")
            await walked_through(street, all_roles)
            for one in (*walkers, all_roles):
                await one.says("/digest")
                await nothing_in(one)
            for other in home.people.values():
                if other not in (ma, zhou):
                    await nothing_in(other)
            lead = await moves_in(street, here, "another lead", Role.LEAD)
            assert SECRET not in everything(await exported(lead))
            await street.tick()
            await nothing_at_rest(street, tmp_path / "last")
            findings = await invariants.examine(street.bot.database, street.bot.site.pictures, clock.now(), TOWN)
            assert not [one for one in findings if "instalment" in one.line or one.broken]
    assert SECRET not in caplog.text
    assert "instalments." not in caplog.text
    assert "/instalments" not in caplog.text


async def nothing_in(one: OnTelegram) -> None:
    for message in await one.screen():
        assert SECRET not in message.words
        assert SECRET not in " ".join(message.labels)


async def walked_through(street: Street, walker: OnTelegram) -> None:
    """Every button she comes to, in all roles at once, and every address of these screens made up."""
    crawl = Crawl(walker, "en")
    await crawl.run("/home", *(f"/{command}" for command in street.bot.town.commands))
    assert len(crawl.pressed) > 20
    feature = next(one for one in FEATURES if one.name == "instalments")
    for action in feature.actions:
        for number in (1, 2):
            words = [_word(kind, number) for kind in action.parameters]
            await walker.taps((await walker.last()).id, ":".join([action.name, *words]))
    assert await count(street, "private_dates") == 6
    await nothing_in(walker)


def _word(kind: object, number: int) -> str:
    if kind is Rhythm:
        return "monthly"
    return str(number) if kind is int else "nothing"


async def public(street: Street) -> list[tuple[int, str]]:
    transport = httpx.ASGITransport(app=street.bot.web, client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://nestbox.test") as client:
        code = street.place.code
        paths = (f"/p/{code}?lang=en", f"/p/{code}/feed.atom", f"/p/{code}/1", "/p/", f"/calendar/{code}.ics")
        return [((await client.get(path)).status_code, (await client.get(path)).text) for path in paths]


async def backed_up(street: Street, folder: Path) -> list[str]:
    """What an operator sees of a backup without opening the database."""
    made = make.make(street.bot.settings.data_dir / "nestbox.db", street.bot.settings.data_dir, folder, MORNING)
    assert make.examine(made.folder).rows == made.rows
    return [*sorted(made.manifest.counts), *(path.name for path in sorted(made.folder.rglob("*")))]


async def nothing_at_rest(street: Street, folder: Path) -> None:
    """Neither her words, nor those that our own copies of messages to the two had."""
    made = make.make(street.bot.settings.data_dir / "nestbox.db", street.bot.settings.data_dir, folder, MORNING)
    assert not [name for name in made.manifest.counts if name.startswith("private")]
    whole = made.database.read_bytes()
    assert b"private_plans" in whole
    assert SECRET.encode() not in whole
    assert json.dumps(SECRET)[1:-1].encode() not in whole


async def test_a_forger_finds_what_is_there_as_little_as_what_is_not(street: Street) -> None:
    here = await shop(street)
    await write_down(here.ma, SHELVES)
    other = await street.arrives("Other shopkeeper", TELEGRAM, "en", Role.SHOPKEEPER)
    await other.says("/instalments")
    await other.hears("Write down what you pay")
    screen = (await other.last()).id
    for address in ("card", "more", "ask_erase", "erase", "another_date", "talk", "accept", "end"):
        for number in (1, 77):
            await other.taps(screen, f"instalments.{address}:{number}")
            assert (await other.toasts())[-1] == "There is nothing here."
    await here.zhou.says("/instalments")
    await here.zhou.hears("Nobody else sees them")
    assert await count(street, "private_dates") == 6


async def test_the_team_sees_two_words_and_only_if_she_wishes(street: Street) -> None:
    here = await shop(street, TELEGRAM)
    await here.ma.says("/instalments")
    await here.ma.presses("Who sees it")
    await here.ma.hears("The team sees nothing")
    await here.ma.presses("What the team sees")
    await here.ma.presses("I could use help")
    await here.zhou.says("/instalments")
    await here.zhou.hears("Ma says: I could use help")
    resident = await street.arrives("Li", WEB, "en")
    await resident.says("/instalments")
    await resident.hears_nothing_of("could use help")
    # Whoever keeps the shop no more takes back what she let be seen, and says nothing new.
    await without(street, here.ma, Role.SHOPKEEPER)
    await here.ma.says("/instalments")
    await here.ma.presses("Who sees it")
    await here.ma.presses("What the team sees")
    assert (await here.ma.last()).labels[0] == "Nothing"
    await here.ma.taps((await here.ma.last()).id, "instalments.set_sign:on_track")
    assert "minds her own dates" in (await here.ma.toasts())[-1]
    await here.ma.presses("Nothing")
    await here.zhou.says("/instalments")
    assert "help" not in (await here.zhou.last()).words
    async with street.bot.database.write() as tx:
        await roles.give(tx, await street.person_id(here.ma), street.place.id, Role.SHOPKEEPER, 1)
    await here.ma.says("/instalments")
    for label in ("Who sees it", "What the team sees", "I could use help"):
        await here.ma.presses(label)
    await street.later(days=91)
    await here.zhou.says("/instalments")
    assert "help" not in (await here.zhou.last()).words


@pytest.mark.server
async def test_whoever_presses_twice_or_at_two_doors_at_once_writes_it_down_once(any_street: Street) -> None:
    street = any_street
    here = await shop(street)
    there = await street.arrives("Ma", TELEGRAM, "en")
    await carries_on(here.ma, there)
    await here.ma.says("/instalments")
    await here.ma.presses("Write one down")
    await here.ma.says(SHELVES)
    await here.ma.presses("Leave it out")
    await here.ma.presses("Leave it out")
    await there.says("/instalments")
    await there.presses("Write one down")  # the same one, which is half done
    for one in (here.ma, there):
        await one.says("2026-12-03")
        await one.presses("Every month")
    await together(here.ma.presses("6 times"), there.presses("6 times"))
    assert await count(street, "private_dates") == 6


async def test_a_helper_says_no_and_either_ends_it(street: Street) -> None:
    here = await shop(street, TELEGRAM)
    await write_down(here.ma, SHELVES)
    await here.ma.says("/instalments")
    await here.ma.presses("Who sees it")
    await here.ma.presses("Choose a helper")
    await here.ma.presses("Zhou")
    await here.ma.hears("Zhou was asked ✓")
    # An older screen, on which somebody else still stands.
    wang = await street.arrives("Wang", WEB, "en", Role.VOLUNTEER)
    await here.ma.taps((await here.ma.last()).id, f"instalments.ask_helper:{await street.person_id(wang)}")
    await here.ma.hears("Zhou was asked to help")
    await wang.hears_nothing_of("asks you to help")
    await here.zhou.says("/instalments")
    assert SHELVES not in " ".join((await here.zhou.last()).labels)
    await here.zhou.presses("Not me")
    await here.ma.hears("Zhou cannot help just now")
    await name_helper(here.ma, here.zhou, "Zhou")
    await here.ma.says("/instalments")
    await here.ma.presses("Who sees it")
    await here.ma.presses("Without Zhou")
    await here.zhou.hears("You need not help Ma")
    await here.zhou.says("/instalments")
    await here.zhou.hears("Nobody else sees them")
    assert not await copies_of(street, SHELVES)
    await name_helper(here.ma, here.zhou, "Zhou")
    await here.zhou.presses("👀 See it")
    await here.zhou.presses(f"1 · {SHELVES}")
    await here.zhou.presses("I do not help any more")
    await here.zhou.hears("You see nothing of it any more")
    await here.ma.hears("does not help with your dates any more")
    await street.later(minutes=1)
    assert not await copies_of(street, SHELVES)


async def copies_of(street: Street, words: str) -> int:
    """In our own copies of what was sent."""
    await street.tick()
    async with street.bot.database.read() as tx:
        return await tx.one(int, "SELECT count(*) FROM outbox WHERE params LIKE ?", f"%{words}%") or 0


async def test_a_helper_who_is_of_the_team_no_more_sees_nothing_of_it(any_street: Street) -> None:
    street = any_street
    here = await shop(street)
    await write_down(here.ma, SHELVES)
    wang = await street.arrives("Wang", WEB, "en", Role.VOLUNTEER)
    await here.ma.says("/instalments")
    for label in ("Who sees it", "Choose a helper", "Zhou"):
        await here.ma.presses(label)
    asked = await here.zhou.last()
    await without(street, here.zhou, Role.VOLUNTEER)
    await here.zhou.taps(asked.id, "instalments.accept:1")
    assert (await here.zhou.toasts())[-1] == "There is nothing here."
    await street.later(minutes=1)
    await here.ma.hears("Zhou cannot help just now")
    await name_helper(here.ma, wang, "Neighbour")
    await wang.presses("👀 See it")
    seen = await wang.last()
    await without(street, wang, Role.VOLUNTEER)
    await wang.taps(seen.id, "instalments.card:1")
    assert (await wang.toasts())[-1] == "There is nothing here."
    await street.later(minutes=1)
    await here.ma.hears("does not help with your dates any more")
    assert await count(street, "private_helpers") == 0


async def without(street: Street, one: Neighbour, role: Role) -> None:
    async with street.bot.database.write() as tx:
        await roles.take(tx, await street.person_id(one), street.place.id, role)


async def test_when_one_of_the_two_leaves_the_other_hears_and_nothing_is_left(any_street: Street) -> None:
    street = any_street
    here = await shop(street)
    await write_down(here.ma, SHELVES)
    await name_helper(here.ma, here.zhou, "Zhou")
    await leaves_for_good(here.zhou)
    await here.ma.hears("Whoever helped with your dates has left")
    wang = await street.arrives("Wang", WEB, "en", Role.VOLUNTEER)
    await name_helper(here.ma, wang, "Neighbour")
    await leaves_for_good(here.ma)
    await wang.hears("You need not help Ma")
    for table in ("private_plans", "private_dates", "private_helpers", "private_signs"):
        assert await count(street, table) == 0
    await intact(street)


async def test_at_two_doors_she_is_one_and_helps_nobody_but_others(street: Street) -> None:
    here = await shop(street)
    await write_down(here.ma, SHELVES)
    await name_helper(here.ma, here.zhou, "Zhou")
    ids = [await street.person_id(one) for one in (here.ma, here.zhou)]
    async with street.bot.database.write() as tx:
        notices = Notices(tx, street.clock.now(), street.place, street.bot.town, street.bot.links)
        _, joining = await becoming.unite(notices, *ids)
        assert await tx.one(int, "SELECT count(*) FROM private_helpers") == 0
    await here.zhou.says("/instalments")
    await here.zhou.hears(SHELVES, "Only you see this")
    assert joining
    await intact(street)


async def test_her_own_file_has_her_words_and_the_helpers_file_has_none(street: Street) -> None:
    here = await shop(street)
    await write_down(here.ma, SHELVES)
    await name_helper(here.ma, here.zhou, "Zhou")
    hers = await data_of(here.ma)
    assert json.loads(hers["private_plans"][0]["sealed"])["what"] == SHELVES
    assert len(hers["private_dates"]) == 6
    others = await data_of(here.zhou)
    assert "private_plans" not in others
    assert SHELVES not in json.dumps(others)


async def test_a_year_after_the_last_date_it_is_erased_and_what_is_half_done_sooner(street: Street) -> None:
    here = await shop(street)
    await write_down(here.ma, SHELVES)
    await here.ma.says("/instalments")
    await here.ma.presses("Write one down")
    await here.ma.says("Oven")
    await street.later(days=31)
    assert await count(street, "private_plans") == 1
    await street.until(MORNING.replace(year=2028, month=5, day=3))
    assert await count(street, "private_plans") == 1
    await street.later(days=1)
    assert await count(street, "private_plans") + await count(street, "private_dates") == 0


async def test_she_takes_one_out(street: Street) -> None:
    here = await shop(street)
    await write_down(here.ma, SHELVES)
    await here.ma.presses("⋯ More")
    await here.ma.presses("Take it out")
    await here.ma.presses("Yes, take it out")
    await here.ma.hears("It is gone ✓")
    assert await count(street, "private_plans") == 0
    assert not await copies_of(street, SHELVES), "nor in our own copies of what was said to her"


async def test_a_reminder_that_is_late_says_what_is_true(street: Street) -> None:
    here = await shop(street)
    await write_down(here.ma, SHELVES)  # from Thursday, December 3, on
    await street.until(MORNING.replace(month=11, day=28))
    await here.ma.hears("Number 1 is in 5 days")
    await street.until(MORNING.replace(month=12, day=4))
    await here.ma.hears("Number 1 was due on Dec 3")
    await here.ma.hears_nothing_of("is today")
    await street.until(MORNING.replace(month=12, day=30))
    await street.until(MORNING.replace(month=1, day=3, year=2027).replace(hour=17))  # at night
    await here.ma.hears_nothing_of("Number 1 is today")
    await street.later(hours=9)
    await here.ma.hears("Number 1 was due on Jan 3")


def test_days_reminders_and_the_end() -> None:
    assert months_later(date(2026, 10, 31), 4) == date(2027, 2, 28)
    assert days(date(2026, 10, 31), Rhythm.QUARTERLY, 2) == (date(2026, 10, 31), date(2027, 1, 31))
    assert len(days(date(2026, 10, 31), Rhythm.ONCE, 6)) == 1
    due = MORNING + timedelta(days=7)
    assert [stage(due, MORNING + timedelta(days=each)) for each in (-1, 0, 5, 6, 7, 8)] == [None, 7, 7, 1, 0, 0]
    assert reminder(due, due, 1) == 0
    assert reminder(due, due, 0) is None
    assert reminder(due, due + 2 * LATE, None) is None
    assert not erased([date(2026, 3, 1), date(2026, 5, 1)], date(2027, 5, 1))
    assert erased([date(2026, 3, 1), date(2026, 5, 1)], date(2027, 5, 2))


def test_what_is_sealed_opens_with_its_key_alone() -> None:
    one, other = Seal(["A" * 43 + "="]), Seal(["B" * 43 + "="])
    sealed = closed(one, Said(SHELVES))
    assert SHELVES not in sealed
    assert opened(one, sealed) == Said(SHELVES)
    assert opened(other, sealed) is None
