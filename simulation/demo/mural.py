"""The children's wall: their sketch, the day they painted it, and how it looks now. No child is in any picture."""

import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from simulation.demo import paint
from simulation.demo.paint import HIGH, PETALS, WIDE

EDGE = (110, 90, WIDE - 110, HIGH - 170)
PAINTS = ((244, 190, 62), (79, 138, 63), (92, 150, 190), (192, 72, 58))


def sketch() -> bytes:
    """What they want to paint: sun, hills, poplars, and birds on their way to the nest."""
    chance = paint.chance(9)
    picture = paint.wall(chance)
    _onto_the_wall(picture, _scene(chance), 225, WIDE)
    return paint.photograph(picture, chance)


def painting() -> bytes:
    """Half of it is there, and the pots of paint stand below."""
    chance = paint.chance(15)
    picture = paint.wall(chance)
    _onto_the_wall(picture, _scene(chance), 110, WIDE)
    _onto_the_wall(picture, _scene(chance), 245, WIDE * 0.56)
    draw = ImageDraw.Draw(picture)
    for number, colour in enumerate(PAINTS):
        _pot_of_paint(draw, WIDE * (0.34 + 0.1 * number), HIGH * 0.985, colour)
    return paint.photograph(picture, chance)


def painted() -> bytes:
    """All of it, signed with the prints of many hands."""
    chance = paint.chance(16)
    picture = paint.wall(chance)
    scene = _scene(chance)
    draw = ImageDraw.Draw(scene)
    for number in range(13):
        at = WIDE * (0.09 + 0.068 * number), HIGH * 0.8 + chance.uniform(-20, 20)
        _hand(draw, at, chance.choice(PAINTS), chance.uniform(-0.4, 0.4))
    _onto_the_wall(picture, scene, 245, WIDE)
    return paint.photograph(picture, chance)


def _onto_the_wall(picture: Image.Image, scene: Image.Image, cover: int, until: float) -> None:
    """`cover` of 255; right of `until` nothing is painted yet."""
    mask = Image.new("L", picture.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle(EDGE, 60, fill=cover)
    ImageDraw.Draw(mask).rectangle((until, 0, WIDE, HIGH), fill=0)
    picture.paste(ImageChops.multiply(scene, paint.lightened(picture)), mask=mask.filter(ImageFilter.GaussianBlur(5)))


def _scene(chance: random.Random) -> Image.Image:
    drawn = Image.new("RGB", (WIDE, HIGH), (196, 222, 226))
    draw = ImageDraw.Draw(drawn)
    draw.ellipse(paint.circle(WIDE * 0.2, HIGH * 0.26, 150), fill=(244, 190, 62))
    for step in range(12):
        turn = math.tau * step / 12
        near, far = 185, 250
        draw.line(
            (
                WIDE * 0.2 + near * math.cos(turn), HIGH * 0.26 + near * math.sin(turn),
                WIDE * 0.2 + far * math.cos(turn), HIGH * 0.26 + far * math.sin(turn),
            ),
            fill=(240, 164, 48), width=26,
        )  # fmt: skip
    for base, height, colour in ((0.62, 0.1, "#9DBB74"), (0.72, 0.07, "#6FA05A"), (0.82, 0.05, "#4F8A3F")):
        ridge = [
            (WIDE * share, HIGH * (base - height * math.sin(share * 7 + base * 20)))
            for share in (step / 40 for step in range(41))
        ]
        draw.polygon([(0, HIGH), *ridge, (WIDE, HIGH)], fill=colour)
    for share, tall in ((0.44, 0.4), (0.52, 0.48), (0.6, 0.36)):
        paint.poplar(draw, WIDE * share, HIGH * 0.76, HIGH * tall)
    paint.house(draw, WIDE * 0.76, HIGH * 0.78)
    for x, y, long in ((0.42, 0.2, 90), (0.56, 0.14, 120), (0.7, 0.24, 100), (0.84, 0.16, 80)):
        draw.arc(
            (WIDE * x - long, HIGH * y - 40, WIDE * x, HIGH * y + 60),
            200,
            340,
            fill=(60, 70, 90),
            width=16,
        )
        draw.arc(
            (WIDE * x, HIGH * y - 40, WIDE * x + long, HIGH * y + 60),
            200,
            340,
            fill=(60, 70, 90),
            width=16,
        )
    for _ in range(26):
        at = chance.uniform(0.06, 0.94) * WIDE, chance.uniform(0.8, 0.88) * HIGH
        paint.flower(draw, at, chance.choice(PETALS), 30)
    return drawn


def _hand(draw: ImageDraw.ImageDraw, at: tuple[float, float], colour: tuple[int, int, int], lean: float) -> None:
    x, y = at
    draw.ellipse(paint.circle(x, y, 30), fill=colour)
    for finger in range(5):
        turn = math.radians(150 - 30 * finger) + lean
        tip = x + 62 * math.cos(turn), y - 62 * math.sin(turn)
        draw.line((x, y, *tip), fill=colour, width=17)
        draw.ellipse(paint.circle(*tip, 9), fill=colour)


def _pot_of_paint(draw: ImageDraw.ImageDraw, x: float, foot: float, colour: tuple[int, int, int]) -> None:
    draw.polygon([(x - 60, foot - 130), (x + 60, foot - 130), (x + 48, foot), (x - 48, foot)], fill=(196, 198, 200))
    draw.ellipse((x - 62, foot - 152, x + 62, foot - 108), fill=colour, outline=(120, 122, 124), width=6)
    draw.line((x + 10, foot - 128, x + 66, foot - 250), fill=paint.WOOD_DARK, width=14)
