"""The poster: one page of A4 in three scripts, whose code leads to the place, with last week's outcomes."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import combinations

import pypdfium2
import pytest
import typst
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from bot.doors.door import TELEGRAM, WEB
from bot.graphics import fonts, typesetting
from bot.identity.roles import Role
from handlers.posters import drawing, making
from handlers.posters.layout import Card, Poster, Saying
from tests.neighbour import Neighbour
from tests.pictures import photograph
from tests.street import Street
from tests.town.ideas.test_desk import moves, publishes, suggests_in, team_of, yard_idea_under_way
from tests.town.ideas.test_ideas import photo

DOORS = (WEB, TELEGRAM)
A4 = (595.2756, 841.8898)  # points
SAFE, MARGIN = (millimetres * 72 / 25.4 for millimetres in (10, 15))  # points
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
LARGEST = 3_000_000


def page(pdf: bytes, dots: int = 150) -> Image.Image:
    """As a printer would put it on paper."""
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    assert document[0].get_size() == pytest.approx(A4, abs=0.01)
    drawn: Image.Image = document[0].render(scale=dots / 72).to_pil()
    return drawn.convert("RGB")


def leads_to(picture: Image.Image) -> str:
    """What a phone reads."""
    (found,) = zxingcpp.read_barcodes(picture)
    return found.text


async def asks(one: Neighbour) -> tuple[str, bytes]:
    await one.says("/poster")
    heard = await one.last()
    assert heard.kind == "document"
    assert len(heard.labels) == 3
    return await one.file_of(heard)


async def drawn_for(street: Street) -> Poster:
    return await making.poster(street.bot.site, street.place.id)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("language", "words", "picture"),
    [("zh", "海报", "发一张图"), ("ug", "پىلاكات", "رەسىم"), ("en", "poster", "As a picture")],
)
async def test_a_volunteer_prints_the_poster_and_passes_it_on(
    street: Street, door: str, language: str, words: str, picture: str
) -> None:
    volunteer = await street.arrives("Volunteer", door, language, Role.VOLUNTEER)
    name, pdf = await asks(volunteer)
    await volunteer.hears(words, "L 店", "A4")
    assert name == f"poster-{street.place.code}.pdf"
    assert len(pdf) <= LARGEST
    assert leads_to(page(pdf)) == f"http://nestbox.test/#p-{street.place.code}"
    await volunteer.presses(picture)
    shown = await volunteer.last()
    assert (shown.kind, len(shown.labels)) == ("photo", 2)
    received = Image.open(BytesIO(await volunteer.photo_of(shown)))
    assert leads_to(received.convert("RGB")) == f"http://nestbox.test/#p-{street.place.code}"
    assert (await volunteer.file_of(await volunteer.hears(words, "A4")))[1]  # it is still there to print


@pytest.mark.parametrize("door", DOORS)
async def test_the_link_for_neighbours_offers_the_poster(street: Street, door: str) -> None:
    lead = await street.arrives("Lead", door, "en", Role.LEAD)
    await lead.says("/invite")
    await lead.presses("A neighbour")
    await lead.presses("The poster with its QR code")
    assert (await lead.last()).kind == "document"
    await lead.hears("This link leads to L 店")


async def test_the_team_and_the_shopkeeper_print_it_and_nobody_else(street: Street) -> None:
    for role in (Role.VOLUNTEER, Role.LEAD, Role.SHOPKEEPER):
        await asks(await street.arrives(role.value, WEB, "en", role))
    for other in (Role.RESIDENT, Role.LIAISON):
        one = await street.arrives(other.value, TELEGRAM, "en", other)
        await one.says("/poster")
        await one.hears("for others here")
        await one.taps((await one.last()).id, "posters.as_picture")
        assert all(message.kind == "text" for message in await one.screen())


async def test_last_weeks_outcomes_stand_on_it_with_their_pictures(any_street: Street) -> None:
    street = any_street
    aygul = await street.arrives("Aygul")
    volunteer = await yard_idea_under_way(street, aygul)
    await suggests_in(aygul, "ئورۇندۇق قويايلى", "院子")
    await publishes(volunteer)
    await moves(volunteer, 2, "✅ 同意")
    await aygul.says("/suggest")
    await aygul.sends_photo(photo(), "挂一盏灯")
    await aygul.presses("其他位置")
    await aygul.presses("院子")
    await publishes(volunteer)
    await moves(volunteer, 3, "✅ 同意")
    await suggests_in(aygul, "还没有回答", "院子")
    await publishes(volunteer)
    poster = await drawn_for(street)
    assert [(card.number, card.words) for card in poster.cards] == [
        (1, Saying("种一棵树", "zh")),
        (3, Saying("挂一盏灯", "zh")),
        (2, Saying("ئورۇندۇق قويايلى", "ug")),
    ]
    assert [bool(card.jpeg) for card in poster.cards] == [False, True, False]
    assert [one.words[2:] for one in poster.cards[0].statuses] == ["正在做", "ئىشلىنىۋاتىدۇ", "Under way"]
    assert poster.printed == "2026-11-23"
    assert "Aygul" not in repr(poster)
    _, pdf = await asks(volunteer)
    assert len(pdf) <= LARGEST


async def test_nothing_happened_is_said_kindly_and_old_news_are_no_news(street: Street) -> None:
    assert [one.words for one in (await drawn_for(street)).nothing_yet][::2] == [
        "第一条建议，也许就是您的。",
        "The first idea may be yours.",
    ]
    await yard_idea_under_way(street, await street.arrives("Aygul"))
    # Seven days ago from midnight in Beijing, the clock the place shows first.
    await street.until(datetime(2026, 11, 30, 15, 59, tzinfo=UTC))
    assert len((await drawn_for(street)).cards) == 1
    await street.until(datetime(2026, 11, 30, 16, 0, tzinfo=UTC))
    # There have been ideas: nobody is told that hers would be the first.
    later = await drawn_for(street)
    assert later.cards == ()
    assert [one.words for one in later.nothing_yet][::2] == [
        "下一条建议，也许就是您的。",
        "The next idea may be yours.",
    ]


async def test_a_step_that_was_taken_back_and_a_hidden_idea_are_not_on_it(street: Street) -> None:
    volunteer = await yard_idea_under_way(street, await street.arrives("Aygul"))
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE ideas SET status = 'hidden'")
    assert (await drawn_for(street)).cards == ()
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE ideas SET status = 'done'")
    assert (await drawn_for(street)).cards == ()  # nobody took that step
    assert volunteer


async def test_only_pictures_that_are_ready_are_printed_and_a_lost_one_is_done_without(street: Street) -> None:
    aygul, volunteer = await street.arrives("Aygul"), await team_of(street)
    await aygul.says("/suggest")
    await aygul.sends_photo(photo(), "挂一盏灯")
    await aygul.presses("其他位置")
    await aygul.presses("院子")
    await publishes(volunteer)
    await moves(volunteer, 1, "✅ 同意")
    assert (await drawn_for(street)).cards[0].jpeg
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE media SET state = 'refused'")
    assert (await drawn_for(street)).cards[0].jpeg is None
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE media SET state = 'ready'")
    for file in (street.bot.settings.data_dir / "media").rglob("*.jpg"):
        file.unlink()
    assert (await drawn_for(street)).cards[0].jpeg is None
    await asks(volunteer)


@pytest.mark.parametrize("door", DOORS)
async def test_an_address_that_only_this_machine_can_open_is_said(street: Street, door: str) -> None:
    street.bot.links.web = "http://127.0.0.1:8080"
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    await asks(volunteer)
    await volunteer.hears("opens on this one computer only", "WEB_URL")


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("ink", ["pdf", "png"])
async def test_a_poster_that_cannot_be_drawn_is_said(
    street: Street, monkeypatch: pytest.MonkeyPatch, door: str, ink: str
) -> None:
    def dries_up(*_: object) -> bytes:
        raise MemoryError

    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    monkeypatch.setattr(drawing, ink, dries_up)
    await volunteer.says("/poster")
    if ink == "png":
        await volunteer.presses("As a picture for a chat")
    await volunteer.hears("could not be drawn", "/poster")


# --- the sheet itself

NAMES = st.sampled_from(
    [
        "L 店",
        "新疆乌鲁木齐市天山区解放南路街道二道桥社区民族团结花园小区东门第三栋楼下的老邻居便利小吃店和全体热心居民一起的家园乐园",
        "ئايگۈلنىڭ كونا شەھەردىكى ئەڭ كونا ۋە ئەڭ چوڭ ناۋايخانىسى بىلەن ",
        "The corner shop of ئايگۈل and Li Wei’s neighbours at the old gate",
        "W" * 60,
        "ﷺ" * 60,
        "😀🏠",
        "",
    ]
)


def saying(words: str, language: str = "zh") -> Saying:
    return Saying(words, language)


def poster_of(
    name: str, outcomes: tuple[str, ...], address: str = "https://nestbox.example.org/#p-1a2b3c4d"
) -> Poster:
    sentences = (saying(name * 2), saying(name, "ug"), saying(name, "en"))
    pictures = (photograph(), None, None)
    cards = tuple(
        Card(number, saying(words) if words else None, sentences, pictures[number])
        for number, words in enumerate(outcomes)
    )
    return Poster(saying(name), sentences, address, sentences, cards, sentences, "2026-11-24")


@dataclass(frozen=True)
class Item:
    """Something on the sheet, in points."""

    kind: str
    left: float
    top: float
    right: float
    bottom: float


def items_of(poster: Poster) -> list[Item]:
    given = typesetting.sources(drawing.TEMPLATE, drawing.sheet(poster))
    fonts_of_ours = {"font_paths": fonts.book(), "ignore_system_fonts": True}
    found = typst.query(given, "<placed>", field="value", root=typesetting.TEMPLATES, **fonts_of_ours)
    return [Item(one["kind"], *one["box"]) for one in json.loads(found)]


def apart(one: Item, other: Item) -> bool:
    beside = one.right <= other.left + 0.3 or other.right <= one.left + 0.3
    return beside or one.bottom <= other.top + 0.3 or other.bottom <= one.top + 0.3


@settings(max_examples=25, deadline=None)
@given(NAMES, st.lists(st.one_of(NAMES, st.text(max_size=300)), max_size=3), st.sampled_from([10, 60, 120]))
def test_nothing_overflows_and_nothing_covers_anything_else(name: str, outcomes: list[str], length: int) -> None:
    address = "https://" + "n" * length + ".example.org/#p-1a2b3c4d"
    poster = poster_of(name, tuple(outcomes), address)
    items = items_of(poster)
    for item in items:
        assert item.left >= MARGIN - 0.3, item
        assert item.right <= A4[0] - MARGIN + 0.3, item
        assert item.top >= SAFE, item
        assert item.bottom <= A4[1] - SAFE, item
    for one, other in combinations(items, 2):
        assert apart(one, other), (one, other)
    assert sum(item.kind == "photo" for item in items) == len(outcomes)
    code = next(item for item in items if item.kind == "code")
    assert code.right - code.left >= A4[0] * 0.35
    words = pypdfium2.PdfDocument(drawing.pdf(poster, NOON))[0].get_textpage()
    for number in range(words.count_chars()):
        letter = words.get_text_range(number, 1)
        left, _, right, _ = words.get_charbox(number)
        # The blank at which a line ends hangs over.
        assert not letter.strip() or (left >= MARGIN - 3 and right <= A4[0] - MARGIN + 3), letter
    assert address in re.sub(r"[\s\u200b]|\ufffe", "", words.get_text_bounded())


def test_the_words_of_the_poster_can_be_selected_in_three_scripts() -> None:
    poster = poster_of("L 店", ("把洞口筑成鸟巢的形状", "ئورۇندۇق قويايلى"))
    words = pypdfium2.PdfDocument(drawing.pdf(poster, NOON))[0].get_textpage().get_text_bounded()
    for part in ("L 店", "把洞口筑成鸟巢的形状", poster.address):
        assert part in words
    # Dots are glyphs of their own in our font; pdfium reads such a letter twice, as it passes over ActualText.
    assert set("ئورۇندۇق قويايلى") <= set(words)


@pytest.mark.parametrize("outcomes", [(), ("把洞口筑成鸟巢的形状" * 20, "", "W" * 300)])
@pytest.mark.parametrize("name", ["L 店", "W" * 60])
def test_the_ink_keeps_off_the_edges_that_printers_leave_white(name: str, outcomes: tuple[str, ...]) -> None:
    sheet = page(drawing.pdf(poster_of(name, outcomes), NOON), dots=72)
    inked = ImageChops.invert(sheet.convert("L")).getbbox()
    assert inked is not None
    left, top, right, bottom = inked
    assert min(left, top) >= int(SAFE)
    assert (right <= A4[0] - SAFE + 1, bottom <= A4[1] - SAFE + 1) == (True, True)


@pytest.mark.parametrize("outcomes", [(), ("把洞口筑成鸟巢的形状", "", "W" * 300)])
def test_the_code_is_read_from_black_and_white_paper_and_from_a_small_picture(outcomes: tuple[str, ...]) -> None:
    poster = poster_of("L 店", outcomes)
    pdf = drawing.pdf(poster, NOON)
    assert len(pdf) <= LARGEST
    assert leads_to(page(pdf).convert("1")) == poster.address
    picture = Image.open(BytesIO(drawing.png(poster)))
    assert (picture.format, picture.width) == ("PNG", 1240)
    assert leads_to(picture.convert("RGB").resize((620, 877))) == poster.address
