"""Charts, collages and cards can be read on a phone, in Chinese, Uyghur and English."""

from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageColor, ImageDraw

from bot.graphics import bidi, drawing, fonts, lettering, ornaments
from bot.graphics.drawing import Bar
from bot.graphics.lettering import Pen
from bot.media import images
from tests import pictures

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
    picture = Image.new("L", (700, 90))
    lettering.write(ImageDraw.Draw(picture), (350, 60), text, Pen(36, "white", language), "middle")
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
    chart = drawing.bar_chart(*BARS[language], language)
    assert chart.startswith(b"\x89PNG")
    assert len(chart) < 60_000
    assert opened(chart).width == 1080
    assert 500 < opened(chart).height < 1000


def test_twelve_long_labels_stay_under_150_kilobytes() -> None:
    label = "".join(chr(0x4E00 + 37 * number) for number in range(200))
    chart = drawing.bar_chart(label, [Bar(label[number:], number) for number in range(12)], label, "zh")
    assert len(chart) <= 150_000
    assert sum(opened(chart).size) < 10_000  # sendPhoto: core.telegram.org/bots/api#sendphoto


def test_a_uyghur_chart_starts_on_the_right() -> None:
    chinese, uyghur = (opened(drawing.bar_chart(*BARS[language], language)) for language in ("zh", "ug"))
    assert share_on_the_left(chinese, ornaments.TWIG_PALE) > 0.9  # the bar that is half as long as the first
    assert share_on_the_left(uyghur, ornaments.TWIG_PALE) < 0.1


def test_only_leaders_are_green() -> None:
    tied = opened(drawing.bar_chart("?", [Bar("A", 5), Bar("B", 5)], "", "en"))
    nobody = opened(drawing.bar_chart("?", [Bar("A", 0), Bar("B", 0)], "", "en"))
    green = ImageColor.getrgb(ornaments.LEAF)

    def most_green(picture: Image.Image) -> int:
        return sum(count for count, colour in picture.getcolors(1 << 20) or () if max_off(colour, green) < 9)

    assert most_green(tied) > 2 * 30_000
    assert most_green(nobody) < 500  # the nest has a blade of grass


def max_off(colour: object, other: tuple[int, ...]) -> int:
    assert isinstance(colour, tuple)
    return max(abs(a - b) for a, b in zip(colour, other, strict=True))


def test_a_chart_without_bars_or_words_is_still_a_picture() -> None:
    assert opened(drawing.bar_chart("", [], "", "zh")).width == 1080


@pytest.mark.parametrize(
    ("language", "letters"),
    [("zh", "墙洞鸟巢猫窗"), ("ug", "ئېۆۈڭھچپژ"), ("zh", "ئېۆڭ"), ("ug", "墙洞鸟"), ("en", "Aé墙ڭ")],
)
def test_every_letter_has_a_shape_of_its_own(language: str, letters: str) -> None:
    shapes = {drawn(letter, language).tobytes() for letter in letters}
    assert len(shapes) == len(letters)
    assert drawn("", language).tobytes() not in shapes


def test_uyghur_letters_join() -> None:
    joined = lettering.width("نېمە", Pen(60, "white", "ug"))
    apart = sum(lettering.width(letter, Pen(60, "white", "ug")) for letter in "نېمە")
    assert joined < 0.9 * apart


@pytest.mark.parametrize("word", ["نېمە", "تۆشۈك", "لالە", "بالا", "گۈلنىڭ", "(ئۇۋا)", "ھېچ", "يەر"])
def test_uyghur_letters_join_on_a_machine_without_fribidi(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_raqm = drawn(word, "ug")
    fonts.sized.cache_clear()
    monkeypatch.setattr(fonts, "shapes", lambda: False)
    without = drawn(word, "ug")
    fonts.sized.cache_clear()
    ink = sum(with_raqm.tobytes())
    assert abs(sum(without.tobytes()) - ink) < 0.06 * ink
    theirs, ours = with_raqm.getbbox(), without.getbbox()
    assert theirs is not None
    assert ours is not None
    assert max(abs(a - b) for a, b in zip(theirs, ours, strict=True)) <= 3


@pytest.mark.parametrize("language", ["ug", "en"])
@pytest.mark.parametrize("line", MIXED)
def test_mixed_lines_are_ordered_as_raqm_orders_them(
    line: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    face = next((face for face in fonts.installed() if face.draws("aئۇ12[()]%")), None)
    if face is None:
        pytest.skip("needs one font with both scripts")
    monkeypatch.setattr(fonts, "faces", lambda language: (face,))  # one font, so that Raqm can draw it alone
    ours = drawn(line, language)
    theirs = Image.new("L", ours.size)
    x = 350 - lettering.width(line, Pen(36, "white", language)) / 2
    direction = "rtl" if language == "ug" else "ltr"
    ImageDraw.Draw(theirs).text(
        (x, 60), line, "white", fonts.sized(face, 36), "ls", direction=direction, language=language
    )
    assert sum(ImageChops.difference(ours, theirs).tobytes()) < 0.05 * sum(theirs.tobytes())


def test_what_cannot_be_drawn_is_left_out() -> None:
    assert lettering.drawable("🎉 Nest 🏳️‍🌈 box\n\u202e!\x00", "en") == "Nest box !"
    assert lettering.drawable("🎉", "zh") == ""


def test_long_lines_wrap_and_end_in_an_ellipsis() -> None:
    pen = Pen(36, "white", "zh")
    lines = lettering.wrapped("一只麻雀住在墙洞里，" * 9, pen, 400, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert not any(line.startswith("，") for line in lines)
    assert max(lettering.width(line, pen) for line in lines) <= 400
    assert lettering.wrapped("one two", Pen(36, "white", "en"), 100, 3) == ["one", "two"]
    assert len(lettering.wrapped("w" * 60, Pen(36, "white", "en"), 300, 9)) > 3


@pytest.mark.parametrize("count", range(1, 10))
def test_a_collage_of_any_size_is_neat(count: int, photo: bytes) -> None:
    sheet = drawing.collage([(photo, str(number)) for number in range(count)], "zh")
    assert sheet.startswith(b"\xff\xd8\xff")
    assert max(opened(sheet).size) == 1280


@pytest.mark.parametrize("count", [0, 10])
def test_a_collage_of_nothing_or_too_much_is_refused(count: int, photo: bytes) -> None:
    with pytest.raises(ValueError, match="one to nine"):
        drawing.collage([(photo, "1")] * count, "zh")


def test_a_uyghur_collage_starts_on_the_right() -> None:
    red, blue = (
        images.clean(pictures.encoded(Image.new("RGB", (90, 90), colour), "PNG")).jpeg for colour in ("red", "blue")
    )
    for language, order in (("zh", "RB"), ("ug", "BR")):
        sheet = opened(drawing.collage([(red, "1"), (blue, "2")], language))
        seen = [sheet.getpixel((x, 300)) for x in (300, 900)]
        assert "".join("R" if isinstance(spot, tuple) and spot[0] > 128 else "B" for spot in seen) == order


@pytest.mark.parametrize("language", ["zh", "ug", "en"])
def test_a_card_stands_in_for_a_photo(language: str) -> None:
    title, bars, note = BARS[language]
    card = drawing.card(title, [bar.label for bar in bars] + [note] * 9, language)
    assert len(card) < 100_000
    assert opened(card).width == 1080
    assert opened(drawing.card("", [], language)).height == drawing.CARD_LEAST_HEIGHT


def test_the_packages_alone_show_chinese_and_uyghur() -> None:
    """A fresh machine has no other fonts."""
    if not all(find_spec(package) for package, _ in fonts.PACKAGED):
        pytest.skip("the font packages are not installed")
    found = fonts.installed()[:2]
    assert not [trouble for trouble in fonts.troubles_with(found) if "cannot show" in trouble]
    assert all(Path(face.path).parent.name in ("pylopdf_fonts_zh_cn", "files") for face in found)


def test_missing_fonts_are_told_to_the_operator() -> None:
    troubles = "\n".join(fonts.troubles_with(()))
    assert "cannot show Chinese" in troubles
    assert "cannot show Uyghur" in troubles
    assert fonts.missing_fonts() == ""
