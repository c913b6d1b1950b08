"""What a change needs: brought with one tap, received with a photo, given back; and its money line by line."""

import httpx
import pytest

from bot.dialogue.notices import Notices
from bot.doors.door import TELEGRAM, WEB
from bot.identity.roles import Role
from handlers.elsewhere import becoming
from handlers.needs.rules import needs_two, read_amount, shown_amount
from tests.invariants import intact
from tests.neighbour import Neighbour, leaves_for_good, together
from tests.pictures import photograph
from tests.street import Street
from tests.town.polls.test_polls_newcomers import visits

BENCH = "A bench in front of the shop"
DRILL, PAINT = "A hammer drill", "White paint, 5 litres"


async def agreed(author: Neighbour, volunteer: Neighbour, keeper: Neighbour) -> None:
    await author.says("/suggest")
    await author.sends_photo(photograph(320, 240, seed=1), BENCH)
    await author.presses("The shop front")
    await volunteer.says("/desk")
    await volunteer.presses("Put it on the board")
    await keeper.says("/1")
    await keeper.presses("Answer")
    await keeper.presses("Yes")


async def of_change(one: Neighbour) -> None:
    """From the card of the change."""
    await one.says("/1")
    await one.presses("⋯ More")
    await one.presses("⋯ More")
    if "🧺 What this change needs" not in (await one.last()).labels:
        await one.presses("⋯ More")
    await one.presses("What this change needs")


async def asks_for(volunteer: Neighbour, kind: str, words: str, by: str = "2026-12-03") -> None:
    await of_change(volunteer)
    await volunteer.presses("Something is needed")
    if kind not in " ".join((await volunteer.last()).labels):
        await volunteer.presses("⋯ More")
    await volunteer.presses(kind)
    await volunteer.says(words)
    await volunteer.presses("It does not go on without it")
    await volunteer.says(by)
    await volunteer.hears("Written down ✓", words)


async def opens(one: Neighbour, words: str) -> None:
    await one.says("/needs")
    await one.presses(words)


async def set_words(street: Street, words: str) -> None:
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE need_pledges SET words = ?, back_at = 1 WHERE state = 'withdrawn'", words)


class Yard:
    """The bench is agreed; Zhou looks after it, Li and Wang have things at home."""

    def __init__(self, zhou: Neighbour, other: Neighbour, li: Neighbour, wang: Neighbour) -> None:
        self.zhou, self.other, self.li, self.wang = zhou, other, li, wang


async def yard(street: Street, door: str = WEB) -> Yard:
    author = await street.arrives("Chen", door, "en")
    zhou = await street.arrives("Zhou", door, "en", Role.VOLUNTEER)
    keeper = await street.arrives("Ma", door, "en", Role.SHOPKEEPER)
    await agreed(author, zhou, keeper)
    other = await street.arrives("Nurgul", door, "en", Role.VOLUNTEER)
    li, wang = await street.arrives("Li", door, "en"), await street.arrives("Wang", door, "en")
    for one in (zhou, li, wang):
        await one.says("/name")
        await one.says(one.name)
    return Yard(zhou, other, li, wang)


async def rows(street: Street, sql: str) -> list[tuple[object, ...]]:
    async with street.bot.database.read() as tx:
        return await tx.all(lambda *row: row, sql)


async def public(street: Street) -> str:
    transport = httpx.ASGITransport(app=street.bot.web, client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://nestbox.test") as client:
        return (await client.get(f"/p/{street.place.code}/1?lang=en")).text


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_a_tool_is_lent_with_one_tap_received_with_a_photo_and_goes_back(any_street: Street, door: str) -> None:
    street = any_street
    here = await yard(street, door)
    zhou, li = here.zhou, here.li
    await asks_for(zhou, "A tool on loan", DRILL)
    await asks_for(zhou, "Material", PAINT)
    await li.says("/1")
    await li.hears("Needed: 2")
    await li.says("/needs")
    await li.hears(DRILL, "nobody yet", PAINT)
    await li.presses(DRILL)
    await li.hears("It does not go on without it", BENCH, "by Dec 3, 2026")
    await li.presses("I can lend it")
    promised = await li.hears("Thank you!", DRILL, "Dec 3, 2026")
    assert promised.labels[:2] == ["✏ Say more", "↩ Undo"]
    await li.presses("Say more")
    await li.presses("↩ Back by…")
    await li.says("2026-11-30")
    await li.hears("before the day on which you bring it")
    await li.says("2026-12-20")
    await li.hears("You bring it by Dec 3, 2026")
    await opens(here.wang, DRILL)
    await here.wang.hears("one neighbour")
    await li.presses("⋯ More")
    await li.presses("With my name")
    await opens(here.wang, DRILL)
    await here.wang.hears("🤝 Li")

    await street.later(days=9)
    await street.later(hours=8)
    reminder = await li.hears("you wanted to bring it by Dec 3, 2026")
    assert reminder.labels[:3] == ["👍 Yes, still", "📅 Another day", "I can’t after all"]
    await opens(zhou, DRILL)
    await zhou.presses("Look after it")
    await zhou.presses("📥 Here")
    await zhou.sends_photo(photograph(300, 200, seed=4))
    assert (await li.hears("is here. Thank you very much")).kind == "photo"
    await zhou.presses("Everything was found")
    await zhou.hears("Found:", DRILL)
    await li.says("/needs")
    screen = await li.hears(PAINT)
    assert DRILL not in screen.words, "what is met does not stand among what is not"
    await li.presses("What was found")
    await li.hears("✓", DRILL)

    await street.later(days=17)
    await zhou.hears("is on loan and goes back by Dec 20, 2026")
    await street.later(days=5)
    await li.hears("do you have it back?")
    await li.presses("Not yet")
    await zhou.hears("has not come back to its owner yet")
    await zhou.presses("✓ It went back")
    await li.hears("you have it back", DRILL)
    before = len(await li.screen())
    await street.later(days=10)
    assert not [one for one in (await li.screen())[before:] if DRILL in one.words], "reminders stop when it came back"
    assert await rows(street, "SELECT state FROM need_pledges") == [("given_back",)]
    await intact(street)


@pytest.mark.server
async def test_one_who_presses_twice_and_two_at_once_promise_once_each(any_street: Street) -> None:
    street = any_street
    here = await yard(street)
    await asks_for(here.zhou, "Material", PAINT)
    for one in (here.li, here.wang):
        await opens(one, PAINT)
    await together(*(one.presses("I can bring it") for one in (here.li, here.wang)))
    await opens(here.li, PAINT)
    assert "🙋 I can bring it" not in (await here.li.last()).labels
    assert len(await rows(street, "SELECT 1 FROM need_pledges WHERE state = 'promised'")) == 2
    # Two of the team take in the same at once: it is here once, and its giver hears once.
    for one in (here.zhou, here.other):
        await opens(one, PAINT)
        await one.presses("Look after it")
    label = "📥 Here: 🧱 White paint, 5 litres"
    screens = [await one.last() for one in (here.zhou, here.other)]
    address = next(data for row in screens[0].buttons for shown, data in row if shown == label)
    for one, screen in zip((here.zhou, here.other), screens, strict=True):
        await one.taps(screen.id, address)
    await together(*(one.presses("No photo") for one in (here.zhou, here.other)))
    heard = [one for one in await here.li.screen() if "is here. Thank you very much" in one.words]
    others = [one for one in await here.wang.screen() if "is here. Thank you very much" in one.words]
    assert len(heard) + len(others) == 1
    await intact(street)


async def test_a_day_that_moves_asks_its_givers_again_and_what_is_met_releases_them(street: Street) -> None:
    here = await yard(street, TELEGRAM)
    await asks_for(here.zhou, "Material", PAINT)
    for one in (here.li, here.wang):
        await opens(one, PAINT)
        await one.presses("I can bring it")
    await opens(here.zhou, PAINT)
    await here.zhou.presses("Look after it")
    await here.zhou.presses("⋯ More")
    if "📅 The day moves" not in (await here.zhou.last()).labels:
        await here.zhou.presses("⋯ More")
    await here.zhou.presses("The day moves")
    screen = await here.zhou.last()
    address = next(data for row in screen.buttons for shown, data in row if shown == "14 days later")
    for _ in range(2):
        await here.zhou.taps(screen.id, address)
    await here.zhou.hears("all 2 who promised it are asked again")
    assert len([one for one in await here.li.screen() if "is needed later" in one.words]) == 1
    asked = await here.li.hears("is needed later: by Dec 17, 2026")
    assert asked.labels[:3] == ["👍 Yes, still", "📅 Another day", "I can’t after all"]
    await here.li.presses("Yes, still")
    await here.wang.presses("I can’t after all")
    await here.wang.hears("That is fine")
    await set_words(street, "Half a pot")
    await opens(here.wang, PAINT)
    await here.wang.presses("I can bring it")
    anew = "SELECT words, named, back_at FROM need_pledges ORDER BY person_id"
    assert (await rows(street, anew))[-1] == ("", 0, None)
    await here.wang.presses("↩ Undo")
    await opens(here.zhou, PAINT)
    await here.zhou.presses("Look after it")
    await here.zhou.presses("Everything was found")
    await here.li.hears("You need not bring it")
    states = await rows(street, "SELECT state, asked_again_at FROM need_pledges")
    assert states == [("withdrawn", None), ("withdrawn", None)]
    await intact(street)


async def test_a_need_half_written_down_is_forgotten(street: Street) -> None:
    here = await yard(street)
    await of_change(here.zhou)
    await here.zhou.presses("Something is needed")
    if "A tool on loan" not in " ".join((await here.zhou.last()).labels):
        await here.zhou.presses("⋯ More")
    await here.zhou.presses("A tool on loan")
    await street.later(days=13)
    assert await rows(street, "SELECT count(*) FROM needs") == [(1,)]
    await street.later(days=2)
    assert await rows(street, "SELECT count(*) FROM needs") == [(0,)]


async def test_what_nobody_comes_back_to_ends_by_itself(street: Street) -> None:
    here = await yard(street)
    await asks_for(here.zhou, "Somebody who can do something", "Welding")
    await opens(here.li, "Welding")
    await here.li.presses("I can help with it")
    await of_change(here.zhou)
    await here.zhou.presses("Something is needed")
    await here.zhou.presses("Money")
    await street.later(days=41)
    await here.li.hears("is taken off the list")
    assert await rows(street, "SELECT kind, state FROM needs") == [("skill", "dropped")]
    await intact(street)


async def test_a_finished_change_needs_nothing_and_its_givers_hear(street: Street) -> None:
    here = await yard(street, TELEGRAM)
    await asks_for(here.zhou, "A room", "A dry room for a week")
    await opens(here.li, "A dry room")
    await here.li.presses("I can offer it")
    await asks_for(here.zhou, "A tool on loan", DRILL)
    await opens(here.wang, DRILL)
    await here.wang.presses("I can lend it")
    pledge_id = (await rows(street, "SELECT max(id) FROM need_pledges"))[0][0]
    screen = (await here.wang.last()).id
    for address in (f"needs.came_back:{pledge_id}:0", f"needs.came_back:{pledge_id}:1"):
        await here.wang.taps(screen, address)
        assert (await here.wang.toasts())[-1] == "It is not here any more."
    await opens(here.zhou, DRILL)
    for label in ("Look after it", "📥 Here", "No photo"):
        await here.zhou.presses(label)
    for status in ("Planned", "Under way", "Done"):
        await here.zhou.says("/1")
        await here.zhou.presses("Look after it")
        await here.zhou.presses("Move it along")
        await here.zhou.presses(status)
        await here.zhou.presses("Leave it out")
    await here.zhou.presses("No photo, tell everyone")
    await street.later(minutes=20)
    await here.li.hears("is not needed any more")
    await here.li.says("/needs")
    await here.li.hears("Nothing is needed just now")
    # The loan is still here, and nobody named a day for it.
    await street.later(days=61)
    await here.zhou.hears("A hammer drill has been on loan since Nov 23, 2026")
    await street.later(days=3)
    await here.wang.hears("do you have it back?")
    asked = await here.wang.last()
    for _ in range(3):
        await here.wang.taps(asked.id, f"needs.came_back:{pledge_id}:0")
    await here.wang.hears("the team knows it")
    assert len([one for one in await here.zhou.screen() if "has not come back" in one.words]) == 1
    await here.other.says("/today")
    await here.other.presses("↩ Goes back")
    await here.other.presses("✓ It went back")
    await here.other.hears("went back")
    assert "👀 See it" not in (await here.other.last()).labels
    await here.wang.hears("you have it back")
    await intact(street)


async def writes(volunteer: Neighbour, kind: str, amount: str, what: str) -> None:
    await of_change(volunteer)
    await volunteer.presses("The money of it")
    await volunteer.presses("＋ A line")
    await volunteer.presses(kind)
    await volunteer.says(amount)
    await volunteer.says(what)


async def test_the_money_of_a_change_is_open_line_by_line_and_corrected_by_new_rows(any_street: Street) -> None:
    street = any_street
    here = await yard(street)
    zhou, other, li = here.zhou, here.other, here.li
    await writes(zhou, "Money was given", "300", "Collected at the fair")
    await writes(zhou, "Money was spent", "86.50", "Brushes")
    await writes(zhou, "Something came in kind", "40", "Three hours of work")
    await zhou.presses("👀 See it")
    await of_change(zhou)
    await zhou.presses("The money of it")
    await zhou.presses("Look at a line")
    await zhou.presses("2. Brushes")
    await zhou.presses("Correct it")
    await zhou.says("86.50")
    await zhou.hears("That is what stands there")
    await zhou.says("80")
    await zhou.hears("It stands there ✓", "corrects line 2: ¥−6.50")
    await writes(zhou, "Money was spent", "900", "Planks")
    await zhou.hears("counts once a second person of the team agrees")

    await of_change(li)
    await li.presses("The money of it")
    shown = await li.hears("1. given ¥300", "2. spent ¥86.50", "4. corrects line 2: ¥−6.50", "Spent in all: ¥80")
    assert "5. spent ¥900 · Planks (waits for a second person)" in shown.words
    assert "In kind, as it was estimated: ¥40" in shown.words
    assert "Zhou" not in shown.words
    assert shown.labels == ["⬅ Back", "🏠 Home", "❓ Help"]
    page = await public(street)
    assert "Planks" in page
    assert "Spent in all" in page

    await zhou.presses("👀 See it")
    assert "✓ I agree" not in (await zhou.last()).labels
    await other.says("/today")
    await other.presses("A second person")
    await other.presses("I agree")
    await of_change(li)
    await li.presses("The money of it")
    await li.hears("Spent in all: ¥980")
    assert await rows(street, "SELECT amount FROM money_lines ORDER BY id") == [
        (30000,), (8650,), (4000,), (-650,), (90000,),
    ]  # fmt: skip

    # Nobody gets around the limit in small steps; what waits can be said to be wrong.
    await writes(zhou, "Money was spent", "10", "Screws")
    for amount in ("500", "1000"):
        await of_change(zhou)
        for label in ("The money of it", "Look at a line", "6. Screws", "Correct it"):
            await zhou.presses(label)
        await zhou.says(amount)
    await zhou.hears("corrects line 6: ¥500", "counts once a second person")
    await other.says("/today")
    await other.presses("A second person")
    await other.presses("It is not right")
    await other.says("/today")
    assert "second person" not in " ".join((await other.last()).labels)
    await of_change(li)
    await li.presses("The money of it")
    await li.hears("corrects line 6: ¥500 · Screws (not agreed, does not count)", "Spent in all: ¥1480")
    # What is corrected before it counts waits as well.
    await writes(other, "Money was spent", "900", "A table")
    await of_change(other)
    for label in ("The money of it", "Look at a line", "A table", "Correct it"):
        await other.presses(label)
    await other.says("800")
    await other.hears("corrects line 9: ¥−100", "counts once a second person")
    await of_change(other)
    for label in ("The money of it", "Look at a line", "9. A table", "It is not right"):
        await other.presses(label)
    assert await rows(street, "SELECT needs_two FROM money_lines WHERE id >= 9") == [(2,), (2,)]
    await intact(street)


async def test_a_receipt_is_for_the_team_and_roles_are_checked_when_pressed(street: Street) -> None:
    here = await yard(street)
    await writes(here.zhou, "Money was spent", "20", "Nails")
    await here.zhou.presses("Add a receipt")
    await here.zhou.sends_photo(photograph(300, 200, seed=9))
    await here.zhou.hears("Only the team sees it")
    await here.other.says("/today")
    await of_change(here.other)
    await here.other.presses("The money of it")
    await here.other.presses("Look at a line")
    await here.other.presses("1. Nails")
    await here.other.presses("Receipts")
    assert (await here.other.last()).kind == "photo"
    forger = await street.arrives("Forger", TELEGRAM, "en")
    await forger.says("/help")
    screen = (await forger.last()).id
    for address in (
        "receipts:1",
        "line:1",
        "agree:1",
        "correct:1",
        "tend:1:0",
        "receive:1",
        "ask_kind:1:0",
        "move:1:0",
    ):
        await forger.taps(screen, f"needs.{address}")
        assert (await forger.toasts())[-1]
    for address in ("promise:1", "cannot:1", "look:99", "of_idea:99:0", "money:99:0", "bring:99"):
        await forger.taps(screen, f"needs.{address}")
        assert "no" in (await forger.toasts())[-1].lower()
    assert await rows(street, "SELECT count(*) FROM need_pledges") == [(0,)]


async def test_nobody_is_the_second_of_two_with_herself_at_another_door(street: Street) -> None:
    here = await yard(street)
    await writes(here.zhou, "Money was spent", "900", "Planks")
    await here.other.says("/today")
    await here.other.presses("A second person")
    await here.other.presses("I agree")
    ids = [await street.person_id(one) for one in (here.zhou, here.other)]
    async with street.bot.database.write() as tx:
        notices = Notices(tx, street.clock.now(), street.place, street.bot.town, street.bot.links)
        await becoming.unite(notices, *ids)
        assert await tx.one(int, "SELECT count(*) FROM money_agreements") == 0
    await intact(street)


async def test_whoever_leaves_promises_nothing_and_what_she_lent_goes_back(any_street: Street) -> None:
    street = any_street
    here = await yard(street)
    await asks_for(here.zhou, "A tool on loan", DRILL)
    await asks_for(here.zhou, "Material", PAINT)
    for words in (DRILL, PAINT):
        await opens(here.li, words)
        await here.li.presses("🙋 I can lend it", "🙋 I can bring it")
    await opens(here.zhou, DRILL)
    await here.zhou.presses("Look after it")
    await here.zhou.presses("📥 Here")
    await here.zhou.presses("No photo")
    await leaves_for_good(here.li)
    await here.zhou.hears("Whoever lent", DRILL, "Please give it back today")
    assert sorted(await rows(street, "SELECT state FROM need_pledges")) == [("here",), ("withdrawn",)]
    await leaves_for_good(here.other)
    await intact(street)


async def test_two_doors_become_one_and_the_loan_that_is_here_stays_so(street: Street) -> None:
    here = await yard(street)
    await asks_for(here.zhou, "A tool on loan", DRILL)
    await opens(here.li, DRILL)
    await here.li.presses("I can lend it")
    await opens(here.zhou, DRILL)
    for label in ("Look after it", "📥 Here", "No photo"):
        await here.zhou.presses(label)
    await street.later(hours=1)
    await opens(here.wang, DRILL)
    await here.wang.presses("I can lend it")
    ids = [await street.person_id(one) for one in (here.li, here.wang)]
    async with street.bot.database.write() as tx:
        notices = Notices(tx, street.clock.now(), street.place, street.bot.town, street.bot.links)
        await becoming.unite(notices, *ids)
    assert await rows(street, "SELECT state FROM need_pledges") == [("here",)]
    await intact(street)


async def test_a_crowd_from_one_address_promises_nothing_beyond_its_share(street: Street) -> None:
    here = await yard(street, TELEGRAM)
    await asks_for(here.zhou, "Material", PAINT)
    need_id = (await rows(street, "SELECT id FROM needs"))[0][0]
    for number in range(7):
        one = await visits(street, f"Cookie {number}", "10.0.0.1")
        await opens(one, PAINT)
        await one.presses("I can bring it")
    await one.hears("Many new visitors came from your network today")
    assert await rows(street, "SELECT count(*) FROM need_pledges") == [(5,)]
    await here.zhou.hears("new visitors promised", PAINT)
    # A draft that has no words yet is not opened by a button that was made up.
    await of_change(here.zhou)
    await here.zhou.presses("Something is needed")
    await here.zhou.presses("Money")
    await here.zhou.taps((await here.zhou.last()).id, f"needs.without_day:{need_id + 1}")
    await here.zhou.hears("How much, and what for?")
    assert await rows(street, "SELECT state FROM needs ORDER BY id") == [("open",), ("draft",)]


async def test_nobody_fills_the_list_with_promises(street: Street) -> None:
    here = await yard(street)
    for number in range(11):
        await asks_for(here.zhou, "Material", f"Thing {number}!")
    for number in range(11):
        await opens_on_some_page(here.li, f"Thing {number}!")
        await here.li.presses("I can bring it")
    assert await rows(street, "SELECT count(*) FROM need_pledges") == [(10,)]


async def opens_on_some_page(one: Neighbour, words: str) -> None:
    await one.says("/needs")
    for _ in range(12):
        if words in " ".join((await one.last()).labels):
            break
        await one.presses("⋯ More")
    await one.presses(words)


def test_amounts_are_read_as_people_write_them() -> None:
    for words, amount in (
        ("40", 4000),
        ("12.5", 1250),
        ("12,05", 1205),
        ("¥300", 30000),
        ("40元", 4000),
        ("7 块", 700),
    ):
        assert read_amount(words) == amount
    for words in ("", "a lot", "-5", "12.345", "99999999"):
        assert read_amount(words) is None
    assert shown_amount(-650) == "−6.50"
    assert needs_two(-60000, 50000)
    assert not needs_two(50000, 50000)
    assert needs_two(50000, 50000, 100000)
