"""The press and award sheet: nobody stands in it who did not say yes to this very quote or picture."""

import random
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from bot.doors.door import TELEGRAM, WEB
from bot.graphics import charts
from bot.identity.roles import Role
from handlers.press import making, rules
from handlers.press.gathering import Change, Gathered
from handlers.press.rules import Count, Kind, Length, Number, State, tellable
from handlers.press.store.pieces import Piece
from tests.invariants import intact
from tests.neighbour import Neighbour, leaves_for_good, together
from tests.street import Street
from tests.town.afterwards.test_made import WALL, finished
from tests.town.people.test_elsewhere import carries_on

DOORS = (WEB, TELEGRAM)
SAID = "Now we meet at the wall every evening"
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


# --- arranging


@dataclass(frozen=True)
class Shop:
    """Shop L with its wall: Chen had the idea and its first photo, Zhou photographed it afterwards and makes the
    sheet, Wang said something about it, Dilnur leads the place."""

    chen: Neighbour
    zhou: Neighbour
    wang: Neighbour
    dilnur: Neighbour


async def shop_l(street: Street, door: str) -> Shop:
    chen = await street.arrives("Chen", door, "en")
    zhou = await street.arrives("Zhou", door, "en", Role.VOLUNTEER)
    ma = await street.arrives("Ma", door, "en", Role.SHOPKEEPER)
    wang = await street.arrives("Wang", door, "en")
    dilnur = await street.arrives("Dilnur", door, "en", Role.LEAD)
    await finished(chen, zhou, ma)
    await street.tick()
    await says_of_it(wang, SAID)
    return Shop(chen, zhou, wang, dilnur)


async def says_of_it(one: Neighbour, words: str) -> None:
    """Below the first idea, by a name that is hers to give."""
    await one.says("/name")
    await one.says({"Wang": "Wang Meihua"}.get(one.name, one.name))
    await one.says("/1")
    await one.presses("⋯")
    await one.presses("Comment", "Comments")
    await one.says(words)


async def asks_for_quote(team: Neighbour, words: str) -> None:
    await team.says("/press")
    await team.presses("Quotes and pictures")
    await team.presses("A quote")
    while not any(words[:20] in label for label in (await team.last()).labels):
        await team.presses("⋯ More")
    await team.presses(next(label for label in (await team.last()).labels if words[:20] in label))
    await team.presses("Ask whose words they are")


async def asks_for_pictures(team: Neighbour, number: int = 1) -> None:
    await team.says("/press")
    await team.presses("Quotes and pictures")
    await team.presses("Before and after")
    await team.presses(f"No. {number}")
    assert (await team.last()).kind == "photo"
    await team.presses("No child, no face: ask")


async def makes(team: Neighbour, whom: str = "", language: str = "") -> bytes:
    """For whom, or for nobody in particular; in one language, or in all."""
    await team.says("/press")
    await team.presses("Make the sheet")
    await team.presses("In one language" if language else "In all 3 languages")
    if language:
        await team.presses(language)
    await (team.says(whom) if whom else team.presses("Nobody in particular"))
    heard = await team.last()
    assert heard.kind == "document", heard.words
    name, content = await team.file_of(heard)
    assert name.startswith("press-")
    assert name.endswith(".pdf")
    assert len(content) <= rules.LARGEST
    return content


def read(pdf: bytes) -> list[str]:
    """What can be selected, page by page."""
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


def whole(pdf: bytes) -> str:
    return " ".join(" ".join(read(pdf)).split())


def pictures_in(pdf: bytes) -> int:
    image = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    return sum(len(list(page.get_objects(filter=[image], max_depth=5))) for page in pypdfium2.PdfDocument(pdf))


async def ask(street: Street, sql: str, *values: int | str) -> list[Any]:
    async with street.bot.database.read() as tx:
        return await tx.all(lambda value: value, sql, *values)


async def states(street: Street) -> list[Any]:
    return await ask(street, "SELECT state FROM press_pieces ORDER BY id")


# --- the story


@pytest.mark.parametrize("door", DOORS)
async def test_a_sheet_has_what_each_one_agreed_to_and_who_withdraws_is_out_at_once(
    any_street: Street, door: str
) -> None:
    street = any_street
    shop = await shop_l(street, door)
    zhou, wang, chen = shop.zhou, shop.wang, shop.chen

    # Nothing of anybody's is in it before she said so.
    first = whole(await makes(zhou, language="English"))
    assert "change their place together" in first
    for somebody in (SAID, "Wang", "Chen", "Zhou", "Dilnur", WALL):
        assert somebody not in first

    await asks_for_quote(zhou, SAID)
    assert all("Wang" not in one.words + " ".join(one.labels) for one in await zhou.screen())
    asked = await wang.hears(
        "may these words".capitalize(), f"“{SAID}”", "not in advertising", "take it back at any time"
    )
    assert asked.labels[:3] == ["✓ Yes, with my name: Wang Meihua", "✓ Yes, as “a neighbour”", "✗ No"]
    assert SAID not in whole(await makes(zhou, language="English"))  # no answer is no
    await wang.presses("Yes, with my name")
    await wang.hears("In the next sheet it stands as: Wang Meihua")

    await asks_for_pictures(zhou)
    assert (await chen.hears("May this picture of yours stand in it")).kind == "photo"
    await chen.presses("a neighbour")
    await zhou.hears("May this picture of yours stand in it")
    await zhou.presses("✗ No")

    pdf = await makes(zhou, "Urumqi Evening News")
    assert len(read(pdf)) == 6
    english = whole(await makes(zhou, "The jury of the city", "English"))
    for words in (
        f"“{SAID}”",
        "Wang Meihua",
        "Photo: a neighbour",
        "free to print",
        "Before",
        "Press and award sheet",
    ):
        assert words in english, words
    assert "After" not in english
    for somebody in ("Chen", "Zhou", "Dilnur"):
        assert somebody not in english
    assert pictures_in(pdf) == 3

    # She takes it back: out of the next one, and told where it went; the team is told, and not who.
    await wang.says("/mypress")
    await wang.presses(f"✓ {SAID[:20]}")
    await wang.hears("It stands in these sheets", "Urumqi Evening News", "The jury of the city")
    await wang.presses("Take it back")
    await wang.hears("From now on it is in no sheet", "cannot call back", "Urumqi Evening News")
    for team in (zhou, shop.dilnur):
        told = await team.hears("took back a quote or a picture", "2 sheets", "The jury of the city")
        assert "Wang" not in told.words
    after = whole(await makes(zhou, language="English"))
    assert SAID not in after
    assert "Wang" not in after
    assert "Photo: a neighbour" in after
    await intact(street)


@pytest.mark.parametrize("language", ["zh", "ug"])
async def test_the_sheet_is_in_the_language_that_was_chosen(street: Street, language: str) -> None:
    shop = await shop_l(street, TELEGRAM)
    await asks_for_quote(shop.zhou, SAID)
    await shop.wang.presses("a neighbour")
    name = {"zh": "中文", "ug": "ئۇيغۇرچە"}[language]
    pages = read(await makes(shop.zhou, language=name))
    assert len(pages) == 2
    title = {"zh": "媒体与评奖材料", "ug": "ئاخبارات"}[language]
    # As with the poster, pdfium reads the letters of Uyghur in an order of its own.
    seen = unicodedata.normalize("NFKC", pages[0])
    assert title in seen or language == "ug", seen
    assert set(unicodedata.normalize("NFKC", title)) <= set(seen)
    assert all(word in pages[1] for word in SAID.split())


# --- consent


async def test_no_answer_is_no_and_a_no_is_not_asked_again(street: Street) -> None:
    shop = await shop_l(street, TELEGRAM)
    await asks_for_quote(shop.zhou, SAID)
    await street.later(days=15)
    assert await states(street) == ["silent"]
    await shop.zhou.says("/press")
    await shop.zhou.presses("Quotes and pictures")
    await shop.zhou.presses("What was asked for")
    await shop.zhou.presses(f"✗ {SAID[:20]}")
    await shop.zhou.hears("No answer within 14 days")
    assert SAID not in whole(await makes(shop.zhou, language="English"))
    # What she says later counts all the same.
    await shop.wang.presses("✗ No")
    await shop.wang.hears("Nobody asks you for it again")
    assert await states(street) == ["no"]
    await shop.zhou.says("/press")
    await shop.zhou.presses("Quotes and pictures")
    await shop.zhou.presses("A quote")
    assert not any(SAID[:20] in label for label in (await shop.zhou.last()).labels)


async def test_nobody_answers_for_somebody_else(street: Street) -> None:
    shop = await shop_l(street, TELEGRAM)
    await asks_for_quote(shop.zhou, SAID)
    mark = rules.mark(SAID, None, "Wang Meihua")
    for other in (shop.zhou, shop.dilnur, shop.chen):
        await other.says("/home")
        await other.taps((await other.last()).id, f"press.may:1:named:{mark}")
        assert "somebody else’s" in (await other.toasts())[-1]
        await other.taps((await other.last()).id, "press.take_back:1")
        await other.taps((await other.last()).id, "press.own:1")
    assert await states(street) == ["waiting"]


async def test_a_quote_that_is_not_hers_any_more_is_out(street: Street) -> None:
    """The words of an idea are mended after its author agreed to how they were."""
    shop = await shop_l(street, TELEGRAM)
    await asks_for_quote(shop.zhou, WALL)
    await shop.chen.presses("Yes, with my name")
    assert WALL in whole(await makes(shop.zhou, language="English"))
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE ideas SET words = 'Let nobody paint the wall' WHERE number = 1")
    sheet = whole(await makes(shop.zhou, language="English"))
    assert "paint the wall" not in sheet
    await shop.zhou.says("/press")
    await shop.zhou.presses("Quotes and pictures")
    await shop.zhou.presses("What was asked for")
    await shop.zhou.presses(f"✗ {WALL[:20]}")
    await shop.zhou.hears("changed or taken away since she agreed")
    # She may be asked for the new words, and is not bound by the old yes.
    await asks_for_quote(shop.zhou, "Let nobody paint the wall")
    await shop.chen.hears("“Let nobody paint the wall”")
    assert "nobody paint" not in whole(await makes(shop.zhou, language="English"))


async def test_an_old_question_does_not_stand_for_new_words(street: Street) -> None:
    shop = await shop_l(street, TELEGRAM)
    await asks_for_quote(shop.zhou, WALL)
    old = rules.mark(WALL, None, "Chen")
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE ideas SET words = 'Let nobody paint the wall' WHERE number = 1")
    await shop.chen.presses("Yes, with my name")
    assert "stands in no sheet" in (await shop.chen.toasts())[-1]
    await asks_for_quote(shop.zhou, "Let nobody paint the wall")
    await shop.chen.taps((await shop.chen.last()).id, f"press.may:1:named:{old}")
    await shop.chen.hears("“Let nobody paint the wall”")
    assert await states(street) == ["waiting"]


async def test_who_goes_by_another_name_is_not_named_by_the_old_one(street: Street) -> None:
    shop = await shop_l(street, WEB)
    await asks_for_quote(shop.zhou, SAID)
    await shop.wang.presses("Yes, with my name")
    await shop.wang.says("/name")
    await shop.wang.says("Meihua K.")
    sheet = whole(await makes(shop.zhou, language="English"))
    assert SAID in sheet
    assert "Wang" not in sheet
    assert "Meihua" not in sheet


async def test_a_no_to_newspapers_takes_back_every_yes(street: Street) -> None:
    shop = await shop_l(street, TELEGRAM)
    await asks_for_quote(shop.zhou, SAID)
    await shop.wang.presses("Yes, with my name")
    await makes(shop.zhou, "The radio", "English")
    await shop.wang.says("/privacy")
    await shop.wang.taps((await shop.wang.last()).id, "privacy.change:press:1")
    await shop.wang.taps((await shop.wang.last()).id, "privacy.change:press:0")
    assert SAID not in whole(await makes(shop.zhou, language="English"))  # before any clock ran
    await street.later(minutes=2)
    assert await states(street) == ["taken_back"]
    await shop.zhou.hears("took back a quote or a picture", "The radio")
    await shop.wang.hears("From now on it is in no sheet", "The radio")
    await says_of_it(shop.wang, "And the children come every day")
    await shop.zhou.says("/press")
    await shop.zhou.presses("Quotes and pictures")
    await shop.zhou.presses("A quote")
    assert not any("children come" in label for label in (await shop.zhou.last()).labels)


async def test_whoever_withdrew_between_making_and_sending_is_not_in_it(street: Street) -> None:
    """The file is set when the message leaves; what was set in it is on record, and nothing else."""
    shop = await shop_l(street, TELEGRAM)
    await asks_for_quote(shop.zhou, SAID)
    await shop.wang.presses("Yes, with my name")
    await makes(shop.zhou, "The radio", "English")
    assert await ask(street, "SELECT count(*) FROM press_sheet_pieces") == [1]
    async with street.bot.database.write() as tx:
        await tx.run("DELETE FROM press_sheet_pieces")
        await tx.run("UPDATE press_pieces SET state = 'taken_back', name = ''")
    assert SAID not in whole(await making.pdf_for(street.bot.site, "1"))
    assert await ask(street, "SELECT count(*) FROM press_sheet_pieces") == [0]


async def test_a_second_question_waits_for_the_first(street: Street) -> None:
    shop = await shop_l(street, TELEGRAM)
    await asks_for_quote(shop.zhou, WALL)
    await asks_for_pictures(shop.zhou)
    assert sum("May" in one.words and "newspapers" in one.words for one in await shop.chen.screen()) == 1
    await shop.chen.presses("a neighbour")
    await street.tick()
    assert (await shop.chen.hears("May this picture of yours")).kind == "photo"


async def test_a_question_that_waited_for_another_has_its_own_fourteen_days(any_street: Street) -> None:
    street = any_street
    shop = await shop_l(street, TELEGRAM)
    await asks_for_quote(shop.zhou, WALL)
    await asks_for_pictures(shop.zhou)
    await street.later(days=13)
    await shop.chen.presses("✗ No")
    await street.later(days=2)
    assert (await states(street))[:2] == ["no", "waiting"]
    await shop.chen.hears("May this picture of yours")
    await street.later(days=13)
    assert (await states(street))[1] == "silent"


async def test_what_cannot_be_asked_for_any_more_does_not_wait_for_ever(any_street: Street) -> None:
    street = any_street
    shop = await shop_l(street, TELEGRAM)
    await asks_for_pictures(shop.zhou)
    await asks_for_quote(shop.zhou, WALL)
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE ideas SET words = 'Let nobody paint the wall' WHERE number = 1")
    await street.later(days=15)
    assert set(await states(street)) == {"silent"}


async def test_yes_and_no_by_turns_tell_the_team_once(street: Street) -> None:
    shop = await shop_l(street, TELEGRAM)
    await asks_for_quote(shop.zhou, SAID)
    question = await shop.wang.last()
    for _ in range(3):
        mark = rules.mark(SAID, None, "Wang Meihua")
        await shop.wang.taps(question.id, f"press.may:1:named:{mark}")
        if not await ask(street, "SELECT 1 FROM press_sheets"):
            await makes(shop.zhou, "The radio", "English")
        await shop.wang.taps(question.id, "press.take_back:1")
        await shop.wang.hears("From now on it is in no sheet", "The radio")
    assert sum("took back a quote" in one.words for one in await shop.dilnur.screen()) == 1


async def test_no_yes_is_thanked_for_that_counts_for_nothing(street: Street) -> None:
    shop = await shop_l(street, TELEGRAM)
    await asks_for_quote(shop.zhou, SAID)
    question = await shop.wang.last()
    for given in (1, 0):
        await shop.wang.taps(question.id, f"privacy.change:press:{given}")
    await shop.wang.taps(question.id, f"press.may:1:named:{rules.mark(SAID, None, 'Wang Meihua')}")
    assert "You said no to newspapers" in (await shop.wang.toasts())[-1]
    assert await states(street) == ["waiting"]


# --- nobody is named, and children never


async def test_words_with_somebody_in_them_stand_in_no_sheet(street: Street) -> None:
    shop = await shop_l(street, TELEGRAM)
    await says_of_it(shop.wang, "Chen painted all of it alone")
    await shop.zhou.says("/press")
    await shop.zhou.presses("Quotes and pictures")
    await shop.zhou.presses("A quote")
    await shop.zhou.presses("Chen painted all of it")
    await shop.zhou.presses("Ask whose words they are")
    assert "There may be somebody in these words: chen" in (await shop.zhou.toasts())[-1]
    assert await states(street) == []
    await shop.zhou.says("/press")
    await shop.zhou.presses("The story")
    await shop.zhou.presses("One sentence")
    await shop.zhou.says("Dilnur saved the shop")
    await shop.zhou.hears("There may be somebody in these words: dilnur")
    # Somebody comes later who is called like a word of it: it goes out, and the team hears.
    await shop.zhou.says("Rena means beauty, and so does our wall")
    assert "Rena means beauty" in whole(await makes(shop.zhou, language="English"))
    await street.arrives("Rena", TELEGRAM, "en")
    assert "Rena" not in whole(await makes(shop.zhou, language="English"))
    await shop.zhou.hears("may be named in it: rena")


async def test_a_picture_that_was_ever_held_back_is_never_asked_for(street: Street) -> None:
    shop = await shop_l(street, TELEGRAM)
    await asks_for_pictures(shop.zhou)
    await shop.chen.presses("a neighbour")
    await shop.zhou.presses("a neighbour")
    assert pictures_in(await makes(shop.zhou, language="English")) == 2
    async with street.bot.database.write() as tx:
        held = "INSERT INTO held_pictures (media_id, place_id, hash, held_at, released_at) SELECT id, 1, hash, 1, 2"
        await tx.run(f"{held} FROM media WHERE id = (SELECT min(media_id) FROM press_pieces)")  # noqa: S608
    assert pictures_in(await makes(shop.zhou, language="English")) == 1
    async with street.bot.database.write() as tx:
        await tx.run("DELETE FROM press_pieces")
    await shop.zhou.says("/press")
    await shop.zhou.presses("Quotes and pictures")
    await shop.zhou.presses("Before and after")
    await shop.zhou.presses("No. 1")
    await shop.zhou.presses("No child, no face: ask")
    assert len(await states(street)) == 1


async def test_what_a_volunteer_wrote_down_for_somebody_is_no_quote_of_hers(street: Street) -> None:
    shop = await shop_l(street, TELEGRAM)
    async with street.bot.database.write() as tx:
        await tx.run("INSERT INTO idea_behalf (idea_id, name, noted_by) SELECT id, 'Grandma', person_id FROM ideas")
    await shop.zhou.says("/press")
    await shop.zhou.presses("Quotes and pictures")
    await shop.zhou.presses("A quote")
    assert not any(WALL[:20] in label for label in (await shop.zhou.last()).labels)


# --- a place with nothing, long names, a small file


async def test_a_place_where_nothing_is_done_yet_has_a_sheet_with_its_story_only(street: Street) -> None:
    zhou = await street.arrives("Zhou", TELEGRAM, "en", Role.VOLUNTEER)
    await zhou.says("/press")
    await zhou.hears("No number may be told yet")
    await zhou.presses("Quotes and pictures")
    await zhou.presses("A quote")
    await zhou.hears("nothing to quote yet")
    await zhou.presses("Back")
    await zhou.presses("Before and after")
    await zhou.hears("no pictures to ask for yet")
    pdf = await makes(zhou)
    assert len(read(pdf)) == 6
    assert "In numbers" not in whole(pdf)
    assert "What people say" not in whole(pdf)


async def test_the_story_is_said_in_own_words_and_can_be_given_up(street: Street) -> None:
    zhou = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER)
    await zhou.says("/press")
    await zhou.presses("The story")
    await zhou.hears("In one sentence", "change their place together")
    await zhou.presses("✏ One sentence")
    await zhou.says("x" * 161)
    await zhou.hears("at most 160 letters")
    await zhou.says("A hole in the wall became a nest")
    await zhou.hears("A hole in the wall became a nest")
    await zhou.presses("✏ One sentence")
    await zhou.presses("中文")
    await zhou.says("墙上的洞变成了鸟窝")
    assert "墙上的洞变成了鸟窝" in whole(await makes(zhou, language="中文"))
    assert "A hole in the wall became a nest" in whole(await makes(zhou, language="English"))
    await zhou.says("/press")
    await zhou.presses("The story")
    await zhou.presses("✏ One sentence")
    await zhou.presses("Use the ready-made words")
    assert "became a nest" not in whole(await makes(zhou, language="English"))


async def test_only_the_team_makes_a_sheet(street: Street) -> None:
    resident = await street.arrives("Aygul", TELEGRAM, "en")
    await resident.says("/press")
    for address in ("press.make", "press.for_nobody:en", "press.quotes:0", "press.asked:0"):
        await resident.taps((await resident.last()).id, address)
    assert all(one.kind != "document" for one in await resident.screen())
    assert await ask(street, "SELECT count(*) FROM press_sheets") == [0]


def a_piece(number: int, words: str = "", name: str = "", after: int = 0) -> Piece:
    kind = Kind.COMMENT if words else Kind.PICTURE
    media = None if words else number
    idea = None if words else number // 2 + 1
    return Piece(number, 1, kind, idea, media, bool(after), words, 1, State.YES, name, False, True, number // 2 + 1)


def letters(language: str, many: int) -> str:
    pattern = {
        "en": "Wonderful neighbourhoods ",
        "zh": "墙上的洞变成了鸟窝，",
        "ug": "قوشنىلارنىڭ تەلتۆكۈس ئۆزگىرىشى ",
    }
    return (pattern[language] * many)[:many]


def crammed(language: str) -> Gathered:
    words = {(one, each): letters(each, rules.LIMITS[one]) for one in Length for each in (language,)}
    name = letters(language, 30)
    quotes = tuple(a_piece(one, letters(language, rules.LONGEST_QUOTE), name) for one in range(10, 14))
    changes = tuple(Change(12345, a_piece(one, name=name), a_piece(one + 1, name=name, after=1)) for one in (0, 2))
    numbers = tuple(Number(one, 10_000_000, 10_000_000) for one in list(Count)[: rules.MOST_NUMBERS])
    return Gathered(words, quotes, changes, numbers, ())


@pytest.mark.parametrize("language", ["en", "zh", "ug"])
async def test_however_much_there_is_a_sheet_has_two_pages_and_fits_into_a_mail(
    street: Street, language: str
) -> None:
    """Four pictures of pure noise, which nothing packs, and the longest of everything."""
    place = street.place
    noise = random.Random(7)
    photos = {
        one: charts.jpeg_of(Image.frombytes("RGB", (1600, 1200), noise.randbytes(1600 * 1200 * 3)))
        for one in range(4)
    }
    pdf = making.smallest(place, crammed(language), photos, [language], "http://nestbox.test/p/abcdefgh", NOON)
    assert len(pdf) <= rules.LARGEST
    assert len(read(pdf)) == 2
    assert pictures_in(pdf) == 4
    assert blank_between(pdf, 0, 215, 245)
    assert blank_between(pdf, 1, 240, 266)


def blank_between(pdf: bytes, number: int, above: float, below: float) -> bool:
    """What flows from the top ends, with 3 mm of white, before what stands at the bottom begins; both in mm."""
    page = pypdfium2.PdfDocument(pdf)[number].render(scale=2).to_pil().convert("L")
    dots = page.height / 297
    rows = [page.crop((0, row, page.width, row + 1)).getextrema()[0] > 250 for row in range(page.height)]
    need, run = round(3 * dots), 0
    for white in rows[round(above * dots) : round(below * dots)]:
        run = run + 1 if white else 0
        if run >= need:
            return True
    return False


def test_only_numbers_that_name_nobody_are_told() -> None:
    found = [
        Number(Count.BETTER, 18, 20),  # two others could be found out
        Number(Count.DONE, 4, 30),
        Number(Count.GOOD, 9, 10),
        Number(Count.ANSWERED, 5, 4),
        Number(Count.DAYS, 3, 12),
        Number(Count.VOICES, 40, 12),
        Number(Count.IDEAS, 30, 12),
    ]
    assert [one.what for one in tellable(found)] == [Count.GOOD, Count.DAYS, Count.VOICES, Count.IDEAS]
    assert len(tellable([Number(one, 20, 20) for one in Count])) == rules.MOST_NUMBERS


# --- who leaves, who joins two doors, two at once


async def test_who_leaves_is_in_no_sheet_and_the_team_hears_it(street: Street) -> None:
    shop = await shop_l(street, TELEGRAM)
    await asks_for_quote(shop.zhou, SAID)
    await shop.wang.presses("Yes, with my name")
    await makes(shop.zhou, "The radio", "English")
    await leaves_for_good(shop.wang)
    told = await shop.zhou.hears("took back a quote or a picture", "The radio")
    assert "Wang" not in told.words
    assert await ask(street, "SELECT count(*) FROM press_pieces") == [0]
    assert await ask(street, "SELECT count(*) FROM press_sheet_pieces") == [0]
    assert SAID not in whole(await makes(shop.zhou, language="English"))


async def test_a_yes_goes_along_to_her_other_door(street: Street) -> None:
    shop = await shop_l(street, TELEGRAM)
    await asks_for_quote(shop.zhou, SAID)
    await shop.wang.presses("Yes, with my name")
    other = await street.arrives("Wang W.", WEB, "en")
    await carries_on(shop.wang, other)
    assert SAID in whole(await makes(shop.zhou, "The radio", "English"))
    await other.says("/mypress")
    await other.presses(f"✓ {SAID[:20]}")
    await other.presses("Take it back")
    await other.hears("From now on it is in no sheet", "The radio")


async def test_two_who_ask_for_the_same_at_once_ask_once(any_street: Street) -> None:
    street = any_street
    shop = await shop_l(street, TELEGRAM)
    for one in (shop.zhou, shop.dilnur):
        await one.says("/press")
        await one.presses("Quotes and pictures")
        await one.presses("Before and after")
        await one.presses("No. 1")
    await together(*(one.presses("No child, no face: ask") for one in (shop.zhou, shop.dilnur)))
    assert await states(street) == ["waiting", "waiting"]
    assert sum("May this picture" in one.words for one in await shop.chen.screen()) == 1
