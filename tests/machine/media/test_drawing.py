"""Charts, collages and cards can be read on a phone, in Chinese, Uyghur and English."""

import re
import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont, features

from bot.graphics import charts, fonts, shapes, typesetting
from bot.graphics.charts import Bar
from bot.media import images
from tests import ROOT, pictures
from tests.tools import bidi

LINES = ROOT / "tests" / "tools" / "lines.typ"
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
needs_raqm = pytest.mark.skipif(not features.check_feature("raqm"), reason="Pillow shapes with libfribidi only")
BARS = {
    "zh": (
        "墙上先放什么？🎉",
        [Bar("木头鸟巢", 23), Bar("小镜子", 12), Bar("什么都不放", 0)],
        "42人投票，3人弃权",
    ),
    "ug": (
        "تامغا نېمە قويىمىز؟",
        [Bar("ياغاچ ئۇۋا", 23), Bar("كىچىك ئەينەك", 12), Bar("ھېچنېمە", 0)],
        "42 ئادەم",
    ),
    "en": ("What goes first?", [Bar("A nest", 23), Bar("A mirror", 12), Bar("Nothing", 0)], "42 voted"),
}
MIXED = (
    "ئۇيغۇر 27 Nestbox (abc) ئۇ",
    "Nestbox (4) تام",
    "12:30 تام 10-20 50%",
    "a (تام) b [تام] 5",
    f"x {bidi.FSI}تام 5{bidi.PDI} y {bidi.FSI}a 1{bidi.PDI} تام",
    f"تام {bidi.FSI}Bar (4){bidi.PDI}, {bidi.RLI}قۇش 12 abc{bidi.PDI} تام 3",
)


def opened(data: bytes) -> Image.Image:
    with Image.open(BytesIO(data), formats=["PNG", "JPEG"]) as picture:
        return picture.convert("RGB")


def drawn(text: str, language: str) -> Image.Image:
    said = {"words": text, "language": language, "size": 36, "room": 700, "most": 9}
    return opened(typesetting.png(LINES, said)).convert("L")


def lines_of(text: str, language: str, room: int, most: int) -> list[str]:
    """As a reader of PDF selects them. None is wider than the room."""
    said = {"words": text, "language": language, "size": 36, "room": room, "most": most}
    page = pypdfium2.PdfDocument(typesetting.pdf(LINES, said, NOON))[0].get_textpage()
    for number in range(page.count_chars()):
        left, _, right, _ = page.get_charbox(number)
        # The blank at which a line ends hangs over.
        assert not page.get_text_range(number, 1).strip() or (left >= -1 and right <= room + 1)
    return [line.strip() for line in page.get_text_bounded().splitlines()]


def raqm(text: str, language: str) -> Image.Image:
    """The same line, shaped and ordered by a library that has done so for long."""
    (file,) = (file for file in fonts.files() if "Arabic" in file.name)
    font = ImageFont.truetype(file, 36, layout_engine=ImageFont.Layout.RAQM)
    direction = "rtl" if language == "ug" else "ltr"
    picture = Image.new("L", (700, 52))
    x = 350 - font.getlength(text, direction=direction, language=language) / 2
    ImageDraw.Draw(picture).text((x, 38), text, "white", font, "ls", direction=direction, language=language)
    return picture


def share_on_the_left(picture: Image.Image, colour: str) -> float:
    """How much of what has this colour is in the left half."""
    plain = Image.new("RGB", picture.size, ImageColor.getrgb(colour))
    near = ImageChops.difference(picture, plain).convert("L").point(lambda off: 255 * (off < 9))
    left = near.crop((0, 0, near.width // 2, near.height))
    return left.histogram()[255] / near.histogram()[255]


@pytest.fixture(scope="module")
def photo() -> bytes:
    return images.clean(pictures.photograph(640, 480)).jpeg


@pytest.mark.parametrize("language", ["zh", "ug", "en"])
def test_a_chart_fits_a_phone_and_a_message(language: str) -> None:
    chart = charts.bar_chart(*BARS[language], language)
    assert chart.startswith(b"\x89PNG")
    assert len(chart) < 60_000
    assert opened(chart).width == 1080
    assert 500 < opened(chart).height < 1000


def test_twelve_long_labels_stay_under_150_kilobytes() -> None:
    label = "".join(chr(0x4E00 + 37 * number) for number in range(200))
    chart = charts.bar_chart(label, [Bar(label[number:], number) for number in range(12)], label, "zh")
    assert len(chart) <= 150_000
    assert sum(opened(chart).size) < 10_000  # sendPhoto: core.telegram.org/bots/api#sendphoto


def test_a_uyghur_chart_starts_on_the_right() -> None:
    chinese, uyghur = (opened(charts.bar_chart(*BARS[language], language)) for language in ("zh", "ug"))
    assert share_on_the_left(chinese, shapes.TWIG_PALE) > 0.9  # the bar that is half as long as the first
    assert share_on_the_left(uyghur, shapes.TWIG_PALE) < 0.1


def test_only_leaders_are_green() -> None:
    tied = opened(charts.bar_chart("?", [Bar("A", 5), Bar("B", 5)], "", "en"))
    nobody = opened(charts.bar_chart("?", [Bar("A", 0), Bar("B", 0)], "", "en"))
    green = ImageColor.getrgb(shapes.LEAF)

    def most_green(picture: Image.Image) -> int:
        return sum(count for count, colour in picture.getcolors(1 << 20) or () if max_off(colour, green) < 9)

    assert most_green(tied) > 2 * 30_000
    assert most_green(nobody) < 500  # the nest has a blade of grass


def max_off(colour: object, other: tuple[int, ...]) -> int:
    assert isinstance(colour, tuple)
    return max(abs(a - b) for a, b in zip(colour, other, strict=True))


def test_a_chart_without_bars_or_words_is_still_a_picture() -> None:
    assert opened(charts.bar_chart("", [], "", "zh")).width == 1080


@pytest.mark.parametrize(
    ("language", "letters"),
    [("zh", "墙洞鸟巢猫窗"), ("ug", "ئېۆۈڭھچپژ"), ("zh", "ئېۆڭ"), ("ug", "墙洞鸟"), ("en", "Aé墙ڭ")],
)
def test_every_letter_has_a_shape_of_its_own(language: str, letters: str) -> None:
    shapes = {drawn(letter, language).tobytes() for letter in letters}
    assert len(shapes) == len(letters)
    assert drawn("", language).tobytes() not in shapes


@needs_raqm
@pytest.mark.parametrize("word", ["نېمە", "تۆشۈك", "لالە", "بالا", "گۈلنىڭ", "(ئۇۋا)", "ھېچ", "يەر"])
def test_uyghur_letters_join(word: str) -> None:
    ours, theirs = drawn(word, "ug"), raqm(word, "ug")
    assert abs(sum(ours.tobytes()) - sum(theirs.tobytes())) < 0.06 * sum(theirs.tobytes())
    assert max(abs(a - b) for a, b in zip(ours.getbbox() or (), theirs.getbbox() or (), strict=True)) <= 3


@needs_raqm
@pytest.mark.parametrize("language", ["ug", "en"])
@pytest.mark.parametrize("line", MIXED)
def test_mixed_lines_are_ordered_as_raqm_orders_them(
    line: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(fonts.FAMILIES, language, (fonts.ARABIC,))  # one font, so that Raqm can draw it alone
    ours, theirs = drawn(line, language), raqm(line, language)
    blurred = [one.crop((0, 0, 700, 52)).resize((44, 4), Image.Resampling.BOX) for one in (ours, theirs)]
    assert sum(ImageChops.difference(*blurred).tobytes()) < 0.12 * sum(blurred[1].tobytes())


def test_what_cannot_be_drawn_is_left_out() -> None:
    assert typesetting.drawable("🎉 Nest 🏳️‍🌈 box\n\u202e!\x00") == "Nest box !"
    assert typesetting.drawable("🎉") == ""


def test_long_lines_wrap_and_end_in_an_ellipsis() -> None:
    lines = lines_of("一只麻雀住在墙洞里，" * 9, "zh", 400, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert not any(line.startswith("，") for line in lines)
    assert lines_of("one two", "en", 100, 3) == ["one", "two"]
    assert len(lines_of("w" * 60, "en", 300, 9)) > 3


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["zh", "ug", "en"]))
def test_whatever_people_write_stays_in_its_room(text: str, language: str) -> None:
    assert len(lines_of(typesetting.drawable(text), language, 300, 3)) <= 3


def test_what_people_write_is_never_markup() -> None:
    for words in ('#read("/etc/hostname")', "*a* _b_ `c` $d$ = e", "#[x] @y <z> \\u{41} // w", '"); #panic()'):
        assert "".join(lines_of(words, "en", 700, 3)) == words


def test_a_template_reads_ours_and_nothing_else(tmp_path: Path) -> None:
    curious = tmp_path / "curious.typ"
    for file in ("/etc/hostname", "../../etc/hostname", "../drawing.py", str(curious)):
        curious.write_text(f'#read("{file}")')
        with pytest.raises(typst.TypstError, match=r"not found|escape"):
            typesetting.png(curious, {})


def test_our_templates_ask_for_nothing_from_elsewhere() -> None:
    root = typesetting.TEMPLATES.parent.parent
    templates = [file for folder in ("bot", "handlers") for file in (root / folder).rglob("*.typ")]
    assert len(templates) > 5
    for file in templates:
        assert not re.search(r"@|\b(eval|plugin|read)\(", file.read_text("utf-8")), file


def test_a_broken_typesetter_is_an_error_like_others(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def breaks(*_: object, **__: object) -> bytes:
        raise PanicException

    monkeypatch.setattr(typst, "compile", breaks)
    with pytest.raises(RuntimeError):
        charts.card("", [], "en")


def test_a_program_that_draws_nothing_loads_no_typesetter() -> None:
    loaded = "import sys, bot.app; from handlers import posters; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded]).returncode == 0


@pytest.mark.parametrize("count", range(1, 10))
def test_a_collage_of_any_size_is_neat(count: int, photo: bytes) -> None:
    sheet = charts.collage([(photo, str(number)) for number in range(count)], "zh")
    assert sheet.startswith(b"\xff\xd8\xff")
    assert max(opened(sheet).size) == 1280


@pytest.mark.parametrize("count", [0, 10])
def test_a_collage_of_nothing_or_too_much_is_refused(count: int, photo: bytes) -> None:
    with pytest.raises(ValueError, match="one to nine"):
        charts.collage([(photo, "1")] * count, "zh")


def test_a_uyghur_collage_starts_on_the_right() -> None:
    red, blue = (
        images.clean(pictures.encoded(Image.new("RGB", (90, 90), colour), "PNG")).jpeg for colour in ("red", "blue")
    )
    for language, order in (("zh", "RB"), ("ug", "BR")):
        sheet = opened(charts.collage([(red, "1"), (blue, "2")], language))
        seen = [sheet.getpixel((x, 300)) for x in (300, 900)]
        assert "".join("R" if isinstance(spot, tuple) and spot[0] > 128 else "B" for spot in seen) == order


@pytest.mark.parametrize("language", ["zh", "ug", "en"])
def test_a_card_stands_in_for_a_photo(language: str) -> None:
    title, bars, note = BARS[language]
    card = charts.card(title, [bar.label for bar in bars] + [note] * 9, language)
    assert len(card) < 100_000
    assert opened(card).width == 1080
    assert opened(charts.card("", [], language)).height == charts.CARD_LEAST_HEIGHT


def test_the_packages_alone_show_chinese_and_uyghur() -> None:
    """A fresh machine has no other fonts."""
    assert fonts.missing_fonts() == ""
    assert all(file.parent.name in ("pylopdf_fonts_zh_cn", "files") for file in fonts.files())
    assert {font.family for font in fonts.book().fonts()} >= {fonts.HAN, fonts.ARABIC}


def test_missing_fonts_are_told_to_the_operator() -> None:
    troubles = "\n".join(fonts.troubles_with(()))
    assert "cannot show Chinese" in troubles
    assert "cannot show Uyghur" in troubles
