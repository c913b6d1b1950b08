"""A kit for the next shop: what was done goes along without anybody in it, and is taken elsewhere page by page."""

import io
import json
import time
import zipfile
from dataclasses import dataclass

import pytest
import telegram
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import TimedOut

from bot.doors.door import TELEGRAM, WEB
from bot.identity import roles
from bot.identity.places import Place
from bot.identity.roles import Role
from bot.workers import file_fetcher
from handlers.kit import reading, rules
from handlers.kit.reading import Fault
from handlers.kit.rules import Cost, Event, Facts, Kit, Look, Page, Sheet, Step
from tests.invariants import intact
from tests.neighbour import Neighbour, leaves_for_good, together
from tests.street import Street
from tests.tools.furnished import moves_in
from tests.town.afterwards.test_care import says_what_good_means
from tests.town.afterwards.test_made import WALL, finished
from tests.town.afterwards.test_permits import begins, goes_on
from tests.town.afterwards.test_tasks import opens as opens_task
from tests.town.people.test_elsewhere import carries_on
from tests.town.people.test_places import another
from tests.town.polls.test_polls import makes_poll

MARK = "0123456789abcdef" * 2
ZIP = "application/zip"


# --- arranging


async def ask(street: Street, sql: str, *values: int | str) -> list[object]:
    async with street.bot.database.read() as tx:
        return await tx.all(lambda value: value, sql, *values)


@dataclass(frozen=True)
class Shop:
    """Shop L a year later: Chen had the idea, Zhou is of the team, Ma keeps the shop, Dilnur leads the place."""

    chen: Neighbour
    zhou: Neighbour
    ma: Neighbour
    dilnur: Neighbour


async def shop_l(street: Street, door: str) -> Shop:
    chen = await street.arrives("Chen Emin", TELEGRAM, "en")
    zhou = await street.arrives("Zhou", TELEGRAM, "en", Role.VOLUNTEER)
    ma = await street.arrives("Ma", TELEGRAM, "en", Role.SHOPKEEPER)
    await finished(chen, zhou, ma)
    await street.tick()
    await zhou.says("/1")
    await zhou.presses("I’ll look after it")
    await says_what_good_means(zhou)
    return Shop(chen, zhou, ma, await street.arrives("Dilnur", door, "en", Role.LEAD))


async def says_of_press(one: Neighbour, given: int) -> None:
    """Whether her pictures may be passed on."""
    await one.says("/privacy")
    await one.taps((await one.last()).id, f"privacy.change:press:{given}")


async def opens_page(lead: Neighbour, words: str) -> None:
    """From the list of pages, wherever in it."""
    await lead.says("/kit")
    await lead.presses("Look through the pages")
    while not any(words in label for label in (await lead.last()).labels):
        await lead.presses("⋯ More")
    await lead.presses(next(label for label in (await lead.last()).labels if words in label))


async def says_it(lead: Neighbour, page: str, words: str) -> None:
    """In her own words, and it is in."""
    await opens_page(lead, page)
    await lead.presses("Say it another way")
    await lead.says(words)
    await lead.presses("Nobody is in it")


async def made(lead: Neighbour) -> bytes:
    await lead.says("/kit")
    await lead.presses("Make the kit")
    heard = await lead.last()
    assert heard.kind == "document", heard.words
    return (await lead.file_of(heard))[1]


async def tea_house(street: Street, language: str = "en") -> tuple[Place, Neighbour]:
    place = await another(street)
    return place, await moves_in(street, place, "Rena", Role.LEAD, language=language)


async def brings(lead: Neighbour, file: bytes, name: str = "kit.zip") -> None:
    await lead.says("/kit")
    await lead.presses("Kits from elsewhere", "别处的经验包", "باشقا يەرنىڭ توپلىمى")
    await lead.presses("Bring a kit", "带来一个经验包", "توپلام ئەكېلىش")
    await lead.sends_document(file, name, ZIP)


def unpacked(file: bytes) -> tuple[dict[str, object], str]:
    """kit.json, and all that can be read in the zip."""
    folder = zipfile.ZipFile(io.BytesIO(file))
    assert folder.testzip() is None
    return json.loads(folder.read("kit.json")), " ".join(folder.namelist())


def a_kit(*sheets: Sheet, mark: str = MARK) -> Kit:
    return Kit(mark, "Shop L", "2026-11", sheets or (a_poll(),))


def a_poll(*options: str) -> Sheet:
    words = "\n".join(["Which colour?", *(options or ("Green", "Blue"))])
    return Sheet(Page.POLL, Facts(ballot="single"), (("en", words),))


def written(kit: Kit) -> bytes:
    return json.dumps(rules.as_json(kit)).encode()


def zipped(*entries: tuple[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packed) as folder:
        for name, content in entries:
            folder.writestr(name, content)
    return file.getvalue()


# --- the story


async def test_shop_l_makes_a_kit_without_anybody_in_it_and_a_second_place_starts_with_it(street: Street) -> None:
    door = TELEGRAM
    shop = await shop_l(street, door)
    lead = shop.dilnur
    await begins(shop.zhou, "Seats outside", "The shop alone")
    await goes_on(shop.zhou, "Handed in")
    await street.later(days=23)
    await goes_on(shop.zhou, "Granted")
    await opens_task(shop.zhou, "Zhou waters the flowers")
    await makes_poll(shop.zhou, "Which colour for Chen’s wall?")
    await street.later(days=4)
    await says_of_press(shop.chen, 1)

    # What people wrote waits for a lead; whoever is in it is named to her, and stays out.
    await lead.says("/kit")
    await lead.hears("In it: 0", "nobody has looked yet: 5")
    await opens_page(lead, WALL[:20])
    await lead.hears(WALL, "Where:", "Agreed", "Is nobody in these words")
    await lead.presses("Nobody is in it")
    asked = await lead.hears("Should its pictures go along?")
    assert asked.kind == "photo"
    await lead.presses("With these pictures")
    await opens_page(lead, "Zhou waters")
    await lead.hears("In these words there may be somebody", "zhou")
    await lead.presses("Nobody is in it")
    assert "there may be somebody: zhou" in (await lead.toasts())[-1]
    await says_it(lead, "Zhou waters", "Water the flowers\nA watering can")
    await says_it(lead, "Which colour for Chen", "Which colour for the wall?\nGreen\nBlue")
    await opens_page(lead, "The paint is whole")
    await lead.presses("Nobody is in it")
    await opens_page(lead, "Seats outside")
    await lead.hears("Granted", "Days until the answer: 24", "Is nobody in these words")
    await lead.presses("Nobody is in it")
    await lead.hears("In it: 5", "nobody has looked yet: 0")

    file = await made(lead)
    kit, names = unpacked(file)
    assert names == "kit.json kit-zh.pdf kit-ug.pdf kit-en.pdf pictures/01-before.jpg"
    told = json.dumps(kit, ensure_ascii=False).casefold()
    for somebody in ("chen", "emin", "zhou", "dilnur"):
        assert somebody not in told
    assert "2026-11-" not in told
    assert [one["kind"] for one in kit["pages"]] == ["change", "care", "permit", "poll", "task"]  # type: ignore[attr-defined]

    # Elsewhere: as templates, one by one, each a draft of whoever took it.
    place, rena = await tea_house(street)
    await brings(rena, file)
    await rena.hears("The kit of L 店 is here: 5 pages")
    await rena.says("/today")
    await rena.hears("Kit of L 店: 5 pages wait")
    await rena.presses("Look at the first one", "Kit of L 店: 5 pages wait")
    await rena.hears("From L 店", WALL)
    await rena.presses("Take it")
    await rena.hears("suggests it in her own words")
    await rena.presses("The next one")
    await rena.hears("When it is good", "The paint is whole")
    await rena.presses("Take it")
    assert "Every change here already says when it is good, or none is finished" in (await rena.toasts())[-1]
    await rena.presses("Later")
    await rena.hears("A permit", "Days until the answer: 24")
    await rena.presses("Take it")
    await rena.hears("it stands at the permit desk")
    await rena.presses("The next one")
    await rena.presses("Take it")
    await rena.hears("Which colour for the wall?", "it is a draft of yours")
    await rena.presses("The next one")
    await rena.presses("Take it")
    await rena.hears("Water the flowers", "it waits with the tasks")
    where = (place.id,)
    assert await ask(street, "SELECT kind FROM permits WHERE place_id = ?", *where) == ["seating"]
    steps = "SELECT count(*) FROM permit_steps s JOIN permits p ON p.id = s.permit_id WHERE p.place_id = ?"
    assert await ask(street, steps, *where) == [5]
    assert await ask(street, "SELECT title FROM tasks WHERE place_id = ? AND state = 'proposed'", *where) == [
        "Water the flowers"
    ]
    assert await ask(street, "SELECT question FROM polls WHERE place_id = ? AND state = 'draft'", *where) == [
        "Which colour for the wall?"
    ]
    assert await ask(street, "SELECT count(*) FROM ideas WHERE place_id = ?", *where) == [0]
    # And back again, as long as nobody works with it.
    await rena.presses("Put it back")
    assert await ask(street, "SELECT count(*) FROM tasks WHERE place_id = ?", *where) == [0]
    await rena.presses("Take it")
    assert await ask(street, "SELECT count(*) FROM tasks WHERE place_id = ?", *where) == [1]
    await intact(street)


async def test_what_somebody_takes_back_is_not_in_the_next_one(street: Street) -> None:
    shop = await shop_l(street, TELEGRAM)
    lead = shop.dilnur
    await says_of_press(shop.chen, 1)
    await opens_page(lead, WALL[:20])
    await lead.presses("Nobody is in it")
    await lead.presses("With these pictures")
    assert unpacked(await made(lead))[1].count("pictures/") == 1
    # One that comes later was looked at by nobody.
    async with street.bot.database.write() as tx:
        await tx.run(
            "INSERT INTO media (person_id, door, file_id, kind, state, hash, width, height, not_before, created_at)"
            " SELECT person_id, door, 'another', kind, state, hash, width, height, not_before, created_at FROM media"
            " WHERE id = (SELECT media_id FROM idea_media WHERE kind = 'photo' LIMIT 1)"
        )
        await tx.run(
            "INSERT INTO idea_media (idea_id, media_id, kind) SELECT idea_id, (SELECT max(id) FROM media), 'photo'"
            " FROM idea_media WHERE kind = 'photo' LIMIT 1"
        )
    assert unpacked(await made(lead))[1].count("pictures/") == 1

    # Nobody says yes to what she has not read.
    await opens_page(lead, "The paint is whole")
    page = await lead.last()
    old = next(data for row in page.buttons for label, data in row if "Nobody is in it" in label)
    await shop.zhou.says("/1")
    for label in ("How it goes on", "⋯ More", "Say what good means"):
        await shop.zhou.presses(label)
    await shop.zhou.says("The paint is dry")
    await lead.taps(page.id, old)
    assert "read it again" in (await lead.toasts())[-1]
    assert await ask(street, "SELECT state FROM kit_pages WHERE kind = 'care'") == []

    # The picture stays here once she withdraws; her words go out of it when she leaves.
    await says_of_press(shop.chen, 0)
    assert "pictures/" not in unpacked(await made(lead))[1]

    # Somebody who came since with a name that stands in it: found when it is made.
    await says_it(lead, "The paint", "Rena's favourite wall is whole")
    assert await ask(street, "SELECT state FROM kit_pages WHERE kind = 'care'") == ["in"]
    await street.arrives("Rena", TELEGRAM, "en")
    await lead.says("/kit")
    await lead.presses("Make the kit")
    await lead.hears("with one page", "One page was left out")

    await leaves_for_good(shop.chen)
    assert await ask(street, "SELECT words FROM kit_words") == []
    await lead.says("/kit")
    await lead.hears("There is nothing yet")
    await intact(street)


async def test_how_busy_the_shop_was_goes_along_only_with_its_owners_yes(any_street: Street) -> None:
    street = any_street
    ma = await street.arrives("Ma", WEB, "en", Role.SHOPKEEPER)
    lead = await street.arrives("Dilnur", TELEGRAM, "en", Role.LEAD)
    async with street.bot.database.write() as tx:
        for week in range(12):
            await tx.run(
                "INSERT INTO busy_weeks (place_id, week, how, came, told_at) VALUES (?, ?, ?, ?, 1)",
                street.place.id,
                100 + week,
                ("quiet", "usual", "busy")[week // 4],
                4711,
            )
    await opens_page(lead, "How busy the shop was")
    await lead.hears("▁▅█", "only once she agrees")
    screen = await lead.last()
    await lead.taps(screen.id, "kit.take_in:curve:0:0:x")
    assert "only once she agrees" in (await lead.toasts())[-1]
    await lead.presses("Ask the shopkeeper")
    await lead.taps(screen.id, "kit.ask_owner")
    assert "asked already" in (await lead.toasts())[-1]
    await lead.taps(screen.id, "kit.leave_out:curve:0")
    await lead.taps(screen.id, "kit.ask_owner")
    assert "asked already" in (await lead.toasts())[-1]
    asked = await ma.hears("May how busy yours was go along", "▁▅█")
    assert sum("go along" in one.words for one in await ma.screen() if not one.mine) == 1
    await ma.taps(asked.id, "kit.say_curve:1")
    await ma.hears("It goes along with the next kit")
    kit, _ = unpacked(await made(lead))
    assert kit["pages"] == [{"kind": "curve", "words": {}, "points": [0, 50, 100]}]
    # Her yes is hers: whoever keeps the shop after her is asked anew, at once.
    li = await street.arrives("Li", WEB, "en", Role.SHOPKEEPER)
    async with street.bot.database.write() as tx:
        await roles.take(tx, await street.person_id(ma), street.place.id, Role.SHOPKEEPER)
    await lead.says("/kit")
    await lead.hears("In it: 0")
    await lead.taps(screen.id, "kit.ask_owner")
    asked_anew = await li.hears("May how busy yours was go along")
    await street.gives(ma, Role.SHOPKEEPER)
    await lead.says("/kit")
    await lead.hears("In it: 0")
    await li.taps(asked_anew.id, "kit.say_curve:1")
    await lead.says("/kit")
    await lead.hears("In it: 1")
    await ma.taps(asked.id, "kit.say_curve:0")
    await lead.says("/kit")
    await lead.hears("In it: 0")

    # Two leads who send the same kit at once; who is at two doors; and what was put away.
    place, rena = await tea_house(street)
    other = await moves_in(street, place, "Emma", Role.LEAD)
    for one in (rena, other):
        await one.says("/kit")
        await one.presses("Kits from elsewhere")
        await one.presses("Bring a kit")
    file = zipped(("kit.json", written(a_kit())))
    await together(*(one.sends_document(file, "kit.zip", ZIP) for one in (rena, other)))
    assert await ask(street, "SELECT count(*) FROM kits_brought") == [1]
    heard = [len([1 for each in await one.screen() if "is here" in each.words]) for one in (rena, other)]
    assert heard == [1, 1]
    await rena.says("/kit")
    await rena.presses("Kits from elsewhere")
    await rena.presses("Look at them one by one")
    await rena.presses("Take it")
    taken = await rena.last()
    await rena.taps(taken.id, "kit.take:1:0@2")
    assert await ask(street, "SELECT count(*) FROM polls") == [1]
    await lead.taps(screen.id, "kit.take:1:0")  # an id of another place
    assert "not here any more" in (await lead.toasts())[-1]
    await rena.presses("Put it back")
    assert await ask(street, "SELECT state FROM polls") == ["dropped"]
    await rena.presses("Not for us")
    at_home = await street.arrives("Rena", WEB, "en")
    await carries_on(rena, at_home)
    assert await ask(street, "SELECT count(*) FROM kit_templates WHERE decided_by IS NOT NULL") == [1]


# --- files from anywhere


@pytest.mark.parametrize(
    ("language", "what", "why"),
    [
        ("en", b"%PDF-1.4", "This file is no kit"),
        ("zh", json.dumps({"format": "nestbox-kit", "version": 2}).encode(), "更新版本的 Nestbox"),
        ("ug", zipped(("kit.json", b"{" * 2_000_000)), "بەك چوڭ"),
    ],
)
async def test_a_file_that_is_no_kit_gets_a_plain_sentence(
    street: Street, language: str, what: bytes, why: str
) -> None:
    _, lead = await tea_house(street, language)
    await lead.sends_document(what, "kit.zip", ZIP)  # nobody asked for it
    assert await ask(street, "SELECT count(*) FROM sent_files") == [0]
    await brings(lead, what)
    await lead.hears(why)
    assert await ask(street, "SELECT count(*) FROM kits_brought") == [0]
    assert await ask(street, "SELECT count(*) FROM sent_files") == [0]


async def test_only_a_lead_brings_a_kit_and_only_so_many(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    volunteer = await street.arrives("Zhou", TELEGRAM, "en", Role.VOLUNTEER)
    await volunteer.says("/kit")
    await volunteer.hears("for others here")
    monkeypatch.setattr(rules, "MOST_BROUGHT", 1)
    lead = await street.arrives("Dilnur", WEB, "en", Role.LEAD)
    await brings(lead, written(a_kit()), "kit.json")
    await lead.hears("The kit of Shop L is here: one page")
    await lead.says("/kit")
    await lead.presses("Kits from elsewhere")
    await lead.presses("Bring a kit")
    assert "There are 1 kits here" in (await lead.toasts())[-1]
    await lead.presses("All of them")
    await lead.presses("Which colour?")
    await lead.presses("Not for us")
    await lead.presses("All of them")
    await lead.presses("Which colour?")
    await lead.presses("Put this kit away")
    await lead.presses("Yes, put it away")
    assert await ask(street, "SELECT count(*) FROM kit_templates") == [0]
    await lead.presses("Bring a kit")
    await lead.says("What is a kit?")
    await lead.hears("Here I need a file")
    # Whoever is no lead any more when it was fetched brings nothing.
    await lead.sends_document(written(a_kit()), "kit.json", "application/json")
    assert await ask(street, "SELECT count(*) FROM kits_brought") == [1]


async def test_a_file_that_cannot_be_had_is_given_up_and_said(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tried again as long as the network may come back; nothing is left of it afterwards."""

    async def broken(file_id: str) -> None:
        raise TimedOut

    lead = await street.arrives("Dilnur", TELEGRAM, "en", Role.LEAD)
    monkeypatch.setattr(file_fetcher, "GIVE_UP", 3)
    door = street.bot.doors[TELEGRAM]
    with monkeypatch.context() as away:
        away.setattr(type(door.bot), "get_file", lambda _, file_id: broken(file_id))
        await brings(lead, written(a_kit()), "kit.json")
        await lead.hears("I am reading it")
        await street.later(seconds=31)
        assert await ask(street, "SELECT attempts FROM sent_files") == [2]
        await street.later(seconds=31)
        await lead.hears("I could not get your file")
    assert await ask(street, "SELECT count(*) FROM sent_files") == [0]
    await lead.presses("Bring a kit")
    await lead.sends_document(written(a_kit()), "kit.json", "application/json")
    await lead.hears("The kit of Shop L is here")
    # What something on the way answers in its place is not taken for what she sent.
    with monkeypatch.context() as away:

        async def portal(*_: object, **__: object) -> bytearray:
            return bytearray(b"<html>Please log in</html>")

        away.setattr(telegram.File, "download_as_bytearray", portal)
        await brings(lead, written(a_kit(mark="f" * 32)), "kit.json")
        assert await ask(street, "SELECT attempts FROM sent_files") == [1]
    await street.later(seconds=31)
    assert await ask(street, "SELECT count(*) FROM kits_brought") == [2]
    # One that ended the program whenever it was read, and one over which whoever should be told stumbles.
    waits = "INSERT INTO sent_files SELECT person_id, 1, door, 'x', 'kit', ?, 1 FROM identities LIMIT 1"
    before = len(await lead.screen())
    async with street.bot.database.write() as tx:
        await tx.run(waits, 3)
    await street.tick()
    assert "I could not get your file" in (await lead.screen())[before].words

    async def stumbles(*_: object) -> None:
        raise LookupError

    monkeypatch.setattr(file_fetcher.FileFetcher, "_tell", stumbles)
    async with street.bot.database.write() as tx:
        await tx.run(waits, 2)
    await street.tick()
    assert await ask(street, "SELECT count(*) FROM sent_files") == [0]


async def test_a_number_that_comes_again_is_not_taken_for_what_had_it(street: Street) -> None:
    """What became of a template of an earlier kit is neither changed nor dropped by a later one."""

    def holding(title: str, mark: str) -> bytes:
        task = Sheet(Page.TASK, Facts(work="plants", task="once"), (("en", title),))
        return written(a_kit(task, a_poll(), mark=mark * 32))

    lead = await street.arrives("Dilnur", WEB, "en", Role.LEAD)
    await brings(lead, holding("Water", "a"), "kit.json")
    await lead.presses("Look at the first one")
    await lead.presses("Take it")
    await lead.presses("The next one")
    await lead.presses("Take it")
    await lead.presses("Put this kit away")
    await lead.presses("Yes, put it away")
    await brings(lead, holding("Sweep", "b"), "kit.json")
    await street.later(minutes=1)
    await lead.presses("Look at the first one")
    await lead.presses("Take it")
    assert await ask(street, "SELECT title FROM tasks ORDER BY id") == ["Water", "Sweep"]
    # The team let it go, and somebody proposed something else.
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE tasks SET title = 'Paint', made_at = made_at + 5 WHERE title = 'Sweep'")
    await lead.presses("Put it back")
    assert await ask(street, "SELECT title FROM tasks ORDER BY id") == ["Water", "Paint"]


WHOLE = a_kit(
    Sheet(
        Page.CHANGE,
        Facts(space="inside", timeline=(Event("open", 0), Event("done", 7)), cost=Cost.UNDER_500),
        (("zh", "鸟窝\n用树枝编"), ("en", "A nest")),
    ),
    Sheet(Page.CARE, Facts(every_weeks=2, looks=(Look(31, "good"),)), (("ug", "شاخلار مەھكەم"),)),
    Sheet(
        Page.PERMIT,
        Facts(permit="sign", status="refused", fee="small", days_to_answer=40, steps=(Step("sign-1", "liaison"),)),
        (),
    ),
    Sheet(Page.TASK, Facts(work="plants", task="standing", every="week", needed=2, minutes=60), (("en", "Water"),)),
    a_poll(),
    Sheet(Page.CURVE, Facts(points=(0, 50, 100)), ()),
)


def test_a_kit_reads_as_it_was_written() -> None:
    assert reading.read(written(WHOLE)) == WHOLE
    assert (
        reading.read(zipped(("kit.json", written(WHOLE)), ("../../etc/passwd", b"x"), ("/kit.json", b"x"))) == WHOLE
    )


def test_hostile_files_are_refused_for_what_they_are() -> None:
    twice = zipped(("kit.json", written(WHOLE)), ("kit-zh.pdf", b""))
    assert reading.read(b"") is Fault.NOT_A_KIT
    assert reading.read(b"PK\x03\x04 and no more") is Fault.BROKEN
    assert reading.read(twice[:-30]) is Fault.BROKEN
    assert reading.read(zipped(("other.json", b"{}"))) is Fault.NOT_A_KIT
    assert reading.read(zipped(*((f"{number}", b"") for number in range(400)))) is Fault.TOO_LARGE
    assert reading.read(zipped(("kit.json", bytes(50_000_000)))) is Fault.TOO_LARGE
    # 360 bytes that become hundreds of megabytes at once, and what zipfile itself stumbles over.
    for packed in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        assert reading.read(zipped(("kit.json", written(WHOLE)), packed=packed)) is Fault.BROKEN
    nowhere = bytearray(zipped(("kit.json", b"{}")))
    nowhere[-22 - 12 : -22 - 8] = b"\x40\x00\x00\x00"  # where its entry is said to begin: too near the end
    assert reading.read(bytes(nowhere)) is Fault.BROKEN
    assert reading.read(bytes(reading.LARGEST + 1)) is Fault.TOO_LARGE
    assert reading.read(b"[" * 200_000) is Fault.NOT_A_KIT
    for change in (
        {"version": 0},
        {"version": True},
        {"mark": "../../x"},
        {"made": "2026-11-23"},
        {"place": ""},
        {"pages": []},
        {"pages": [{"kind": "idea"}]},
        {"pages": [{"kind": "poll", "words": {"en": "x" * 9000}, "ballot": "single"}]},
        {"pages": [{"kind": "poll", "words": {"fr": "Quoi"}, "ballot": "single"}]},
        {"pages": [{"kind": "poll", "words": {"en": "Vote at https://evil.example"}, "ballot": "single"}]},
        {"place": "write to @evil_shop"},
        {"pages": [{"kind": "curve", "words": {}, "points": [True, 5]}]},
        {"pages": rules.as_json(WHOLE)["pages"] * 20},  # type: ignore[operator]
    ):
        content = json.dumps({**rules.as_json(WHOLE), **change}).encode()
        assert reading.read(content) is Fault.BROKEN, change
    assert reading.read(json.dumps({**rules.as_json(WHOLE), "version": 2}).encode()) is Fault.NEWER


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda one: st.lists(one, max_size=3))


@given(st.sampled_from(range(6)), st.data())
def test_whatever_stands_in_a_page_is_read_or_refused(which: int, data: st.DataObject) -> None:
    found = rules.as_json(WHOLE)
    pages = json.loads(json.dumps(found["pages"]))
    key = data.draw(st.sampled_from(sorted(pages[which])))
    pages[which][key] = data.draw(JSON)
    read = reading.read(json.dumps({**found, "pages": pages}).encode())
    assert read is Fault.BROKEN or (isinstance(read, Kit) and reading.read(written(read)) == read)


def test_somebody_in_words_is_found() -> None:
    known = ("王秀兰", "Chen Emin", "ئايگۈل", "نۇر", "#4711", "Li", "A")
    for words, found in (
        ("谢谢王秀兰的树枝", "王秀兰"),
        ("thanks, CHEN!", "chen"),
        ("Ｃｈｅｎ brought it", "chen"),
        ("ئايگۈل سۇ قۇيىدۇ", "ئايگۈل"),
        ("ask li", "li"),
        ("ئايگۈلنىڭ تامى", "ئايگۈل"),
        ("ئايگـۈلخانغا بەردى", "ئايگۈل"),
        ("نۇرنىڭ ئۆيى", "نۇر"),
        ("Che\u00adn did it", "chen"),
        ("write to @zhou_min", "@zhou_min"),
        ("call 138 1234 5678", "138 1234 5678"),
        ("打 13812345678", "13812345678"),
        ("a@b.example", "a@b.example"),
        ("https://example.com/x", "https://example.com/x"),
    ):
        assert found in rules.people_in(words, known), words
    for words in (
        "The kitchen is clean",
        "Alive and well",
        "نۇرلۇق ئۆي",
        "用了 120 天，500 元",
        "4711 twigs",
        "2026-11",
        "12345 热线",
    ):
        assert rules.people_in(words, known) == (), words


def test_a_place_of_thousands_does_not_stop_the_bot() -> None:
    """Neither the names of all its people, nor a page that unfolds to one endless word."""
    began = time.process_time()
    assert rules.people_in("some words " * 130, [f"Name{one} Family{one}" for one in range(3000)]) == ()
    assert rules.people_in("㌖" * 1500, ()) == ()
    assert time.process_time() - began < 0.4  # seconds; 0.8 when a pattern was made of each name
