"""Puts ink on the sheet: a PDF of one A4 page for a printer, and a PNG for a chat."""

from datetime import datetime
from io import BytesIO

import segno
from PIL import Image, ImageDraw, ImageOps

from bot.graphics import lettering, ornaments
from handlers.posters import layout
from handlers.posters.layout import Code, Item, Leaves, Photo, Poster
from handlers.posters.setting import Box, Words, mm

PAPER = "#FFFFFF"  # a printer prints no paper
QUIET = 4  # modules of white around the code: ISO/IEC 18004
PNG_WIDTH = 1240
COLOURS = 256
JPEG_QUALITY = 88


def pdf(poster: Poster, now: datetime) -> bytes:
    """Exactly A4, 300 dots an inch. Blocks for about a second."""
    page = sheet(poster)
    file = BytesIO()
    # In dots an inch, so that the page becomes 210 × 297 mm and not the nearest number of dots.
    exact = (page.width * 25.4 / layout.WIDE_MM, page.height * 25.4 / layout.HIGH_MM)
    when = now.timetuple()
    page.save(file, "PDF", dpi=exact, quality=JPEG_QUALITY, title=poster.name.words, creationDate=when, modDate=when)
    return file.getvalue()


def png(poster: Poster) -> bytes:
    page = sheet(poster)
    small = page.resize((PNG_WIDTH, round(page.height * PNG_WIDTH / page.width)), Image.Resampling.LANCZOS)
    file = BytesIO()
    small.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def sheet(poster: Poster) -> Image.Image:
    page = Image.new("RGB", (layout.WIDTH, layout.HEIGHT), PAPER)
    for item in layout.lay_out(poster):
        _draw(page, item)
    return page


def _draw(page: Image.Image, item: Item) -> None:
    match item:
        case Words():
            lettering.write(ImageDraw.Draw(page), (item.x, item.baseline), item.text, item.pen, item.side)
        case Code(box, address):
            _draw_code(page, box, address)
        case Photo(box, jpeg):
            _draw_photo(page, box, jpeg)
        case Leaves(box):
            _draw_leaves(page, box)


def _draw_code(page: Image.Image, box: Box, address: str) -> None:
    """Whole dots for each module, black on white, in a frame that leaves its quiet zone alone."""
    code = segno.make(address, error="m", micro=False)
    modules = len(code.matrix)
    dots = int((box.right - box.left) / (modules + 2 * QUIET))
    small = Image.new("L", (modules, modules))
    small.putdata([0 if dark else 255 for row in code.matrix for dark in row])
    drawn = small.resize((modules * dots, modules * dots), Image.Resampling.NEAREST)
    middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    page.paste(drawn.convert("RGB"), (round(middle[0] - drawn.width / 2), round(middle[1] - drawn.height / 2)))
    edges = (box.left, box.top, box.right - 1, box.bottom - 1)
    ImageDraw.Draw(page).rounded_rectangle(edges, mm(4), outline=ornaments.LEAF, width=mm(1))


def _draw_photo(page: Image.Image, box: Box, jpeg: bytes | None) -> None:
    size = (round(box.right - box.left), round(box.bottom - box.top))
    at = (round(box.left), round(box.top))
    mask = Image.new("L", size)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), mm(3), fill=255)
    if jpeg is None:
        page.paste(ornaments.PAPER, (*at, at[0] + size[0], at[1] + size[1]), mask)
        bowl = Image.new("RGB", (mm(30), mm(30)), ornaments.PAPER)
        ornaments.nest(bowl, (bowl.width / 2, bowl.height / 2), mm(26))
        page.paste(bowl, (at[0] + (size[0] - bowl.width) // 2, at[1] + (size[1] - bowl.height) // 2))
        return
    with Image.open(BytesIO(jpeg), formats=["JPEG"]) as picture:
        fitted = ImageOps.fit(picture.convert("RGB"), size, Image.Resampling.LANCZOS)
    page.paste(fitted, at, mask)


def _draw_leaves(page: Image.Image, box: Box) -> None:
    middle = (box.top + box.bottom) / 2
    ImageDraw.Draw(page).line((box.left, middle, box.right, middle), fill=ornaments.TWIG, width=mm(0.7))
    step = mm(15)
    for number in range(int((box.right - box.left) / step)):
        x = box.left + step * (number + 0.5)
        up = -1 if number % 2 else 1
        colour = ornaments.LEAF if number % 2 else ornaments.LEAF_DARK
        ornaments.leaf(page, (x, middle - up * mm(2)), mm(8), up * 35, colour)
