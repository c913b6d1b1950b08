"""The look of our pictures: colours of paper, leaf and twig, soft-edged shapes, and the nest."""

import math
from io import BytesIO

from PIL import Image, ImageDraw

PAPER = "#FBF4E6"
TRACK = "#F0E5D0"
INK = "#3A2D23"
TWIG = "#8B6848"
TWIG_PALE = "#C9AE8C"
LEAF = "#4F8A3F"
LEAF_DARK = "#386A2C"
EGG = "#DCE7DF"
STRAW = "#DDB04A"
BRICK = "#B9573E"
BRICK_DARK = "#8E3A26"

FINER = 4  # Pillow draws hard edges; shapes are drawn this much larger, then shrunk
COLOURS = 48  # in a PNG: enough for soft edges
MOST_BYTES = 150_000  # in a PNG: people pay for their data

Box = tuple[float, float, float, float]


def sheet(width: int, height: int) -> Image.Image:
    return Image.new("RGB", (width, height), PAPER)


def png(picture: Image.Image) -> bytes:
    """Under MOST_BYTES: a sheet full of rare characters comes out smaller, everything else as it is."""
    for share in (1, 0.8, 0.6, 0.4):
        size = (round(picture.width * share), round(picture.height * share))
        scaled = picture if share == 1 else picture.resize(size, Image.Resampling.LANCZOS)
        file = BytesIO()
        flat = scaled.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        flat.save(file, "PNG", optimize=True)
        if file.tell() <= MOST_BYTES:
            break
    return file.getvalue()


def rounded(picture: Image.Image, box: Box, radius: float, colour: str) -> None:
    left, top, right, bottom = (round(edge) for edge in box)
    if right <= left or bottom <= top:
        return
    size = (right - left, bottom - top)
    mask = Image.new("L", (size[0] * FINER, size[1] * FINER))
    corner = min(radius, size[0] / 2, size[1] / 2) * FINER
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, mask.width - 1, mask.height - 1), corner, fill=255)
    picture.paste(colour, (left, top, right, bottom), mask.resize(size, Image.Resampling.BOX))


def leaf(picture: Image.Image, centre: tuple[float, float], long: float, degrees: float, colour: str) -> None:
    """Pointed at both ends, with a vein; 0 degrees lies flat, and it turns anticlockwise."""
    side = math.ceil(long) * FINER
    mask = Image.new("L", (side, side))
    draw = ImageDraw.Draw(mask)
    steps = [index / 24 for index in range(25)]
    rim = [(step, math.sin(math.pi * step) ** 0.9 * 0.24) for step in steps]
    outline = [(x * side, (0.5 - y) * side) for x, y in rim] + [
        (x * side, (0.5 + y) * side) for x, y in reversed(rim)
    ]
    draw.polygon(outline, fill=255)
    draw.line((side * 0.12, side / 2, side * 0.8, side / 2), fill=110, width=max(1, side // 40))
    turned = mask.rotate(degrees, Image.Resampling.BICUBIC).resize(
        (side // FINER, side // FINER), Image.Resampling.BOX
    )
    corner = (round(centre[0] - turned.width / 2), round(centre[1] - turned.height / 2))
    picture.paste(colour, (*corner, corner[0] + turned.width, corner[1] + turned.height), turned)


def nest(picture: Image.Image, centre: tuple[float, float], wide: float) -> None:
    """Three eggs in a bowl of twigs."""
    side = math.ceil(wide) * FINER
    mark = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    draw = ImageDraw.Draw(mark)
    for x in (0.34, 0.5, 0.66):
        top = 0.24 if x == 0.5 else 0.29
        draw.ellipse((_part(side, x - 0.105, top, x + 0.105, top + 0.3)), fill=EGG, outline=TWIG, width=side // 60)
    draw.chord(_part(side, 0.1, 0.08, 0.9, 0.88), 8, 172, fill=TWIG)
    for index, colour in enumerate((TWIG_PALE, INK, TWIG_PALE, LEAF_DARK)):
        drop = 0.07 * index
        box = _part(side, 0.1 + drop, 0.1 + drop / 2, 0.9 - drop, 0.78 + drop / 3)
        draw.arc(box, 20 + 9 * index, 160 - 7 * index, fill=colour, width=max(1, side // 55))
    for x, lean in ((0.12, -0.07), (0.86, 0.09)):
        draw.line(_part(side, x, 0.55, x + lean, 0.43), fill=TWIG, width=side // 40)
    small = mark.resize((side // FINER, side // FINER), Image.Resampling.BOX)
    picture.paste(small, (round(centre[0] - small.width / 2), round(centre[1] - small.height / 2)), small)


def twig(picture: Image.Image, start: tuple[float, float], end: tuple[float, float]) -> None:
    """A bent twig with a few leaves on it."""
    width, height = picture.size
    layer = Image.new("L", (width * 2, height * 2))
    points = [_bend(start, end, index / 20) for index in range(21)]
    ImageDraw.Draw(layer).line([(2 * x, 2 * y) for x, y in points], fill=255, width=9, joint="curve")
    picture.paste(TWIG, (0, 0, width, height), layer.resize((width, height), Image.Resampling.BOX))
    away = 1 if end[0] > start[0] else -1
    for index, place in enumerate((4, 8, 12, 16)):
        x, y = points[place]
        up = 1 if index % 2 else -1
        colour = LEAF if index % 2 else LEAF_DARK
        leaf(picture, (x + away * 18, y - up * 26), 72, (away * up * 50) % 180, colour)


def _bend(start: tuple[float, float], end: tuple[float, float], share: float) -> tuple[float, float]:
    x = start[0] + (end[0] - start[0]) * share
    return x, start[1] + (end[1] - start[1]) * share - math.sin(math.pi * share) * 26


def _part(side: int, left: float, top: float, right: float, bottom: float) -> Box:
    return left * side, top * side, right * side, bottom * side
