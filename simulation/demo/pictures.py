"""The photographs of the story, drawn when it is told: wall and shop front of L 店 as they were and became."""

import math

from PIL import Image, ImageChops, ImageDraw

from bot.graphics import charts, shapes
from simulation.demo import paint
from simulation.demo.paint import (
    GROUND,
    HIGH,
    HOLE,
    HOLE_RADIUS,
    IRON,
    LAMPLIGHT,
    PAVEMENT,
    WIDE,
    WOOD,
    WOOD_DARK,
)


def hole() -> bytes:
    """The wall as it was: plaster, cracks, and bricks that look out of a hole."""
    chance = paint.chance(7)
    picture = paint.wall(chance)
    paint.cracks(picture, chance)
    paint.break_open(picture, chance)
    return paint.photograph(picture, chance)


def nest() -> bytes:
    """The same wall afterwards: the hole lined with twigs, and a light behind three eggs."""
    chance = paint.chance(8)
    picture = paint.wall(chance)
    x, y = HOLE
    ImageDraw.Draw(picture).ellipse(paint.circle(x, y, HOLE_RADIUS * 1.05), fill=(52, 36, 26))
    paint.glow(picture, (x, y - HOLE_RADIUS * 0.2), HOLE_RADIUS * 1.25, LAMPLIGHT)
    draw = ImageDraw.Draw(picture)
    for share in (-0.42, 0.0, 0.42):
        paint.egg(
            draw,
            x + share * HOLE_RADIUS,
            y + HOLE_RADIUS * (0.36 + 0.06 * (share == 0)),
            HOLE_RADIUS * 0.24,
        )
    paint.weave(draw, chance)
    for degrees, colour in ((205, shapes.LEAF), (150, shapes.LEAF_DARK), (20, shapes.LEAF)):
        turn = math.radians(degrees)
        at = (x + math.cos(turn) * HOLE_RADIUS * 1.3, y - math.sin(turn) * HOLE_RADIUS * 1.3)
        paint.lay(picture, charts.leaf(190, degrees % 180, colour), at)
    return paint.photograph(picture, chance)


def bench() -> bytes:
    """The shop front by day, with a bench beside the door."""
    chance = paint.chance(10)
    picture = paint.shop_front(chance)
    draw = ImageDraw.Draw(picture)
    left, right, seat = WIDE * 0.09, WIDE * 0.47, HIGH * 0.72
    draw.ellipse((left - 20, HIGH * 0.85, right + 40, HIGH * 0.9), fill=(148, 139, 126))
    for leg in (left + 60, right - 90):
        draw.rectangle((leg, seat - 190, leg + 30, HIGH * 0.875), fill=IRON)
    for number, top in enumerate((seat - 200, seat - 130, seat - 60)):
        draw.rounded_rectangle((left, top, right, top + 46), 14, fill=paint.shade(WOOD, 1.05 - 0.06 * number))
    for number, top in enumerate((seat, seat + 34)):
        spread = 24 * number
        draw.rounded_rectangle((left - 10 - spread, top, right + 10 + spread, top + 32), 12, fill=WOOD_DARK)
    return paint.photograph(picture, chance)


def flowers() -> bytes:
    """Pots of flowers along the shop front."""
    chance = paint.chance(11)
    picture = paint.shop_front(chance)
    for number in range(4):
        paint.pot(picture, (WIDE * (0.1 + 0.115 * number), HIGH * 0.86), chance)
    return paint.photograph(picture, chance)


def ramp() -> bytes:
    """Two steps at the door, and the ramp beside them."""
    chance = paint.chance(12)
    picture = paint.shop_front(chance)
    draw = ImageDraw.Draw(picture)
    left, right = WIDE * 0.56, WIDE * 0.8
    for number in range(2):
        top = GROUND + 46 * number
        draw.rectangle(
            (left - 40 * number, top, right + 40 * number, top + 46),
            fill=paint.shade(PAVEMENT, 1.12 - 0.14 * number),
        )
    foot = GROUND + 92
    draw.polygon([(left, GROUND), (left, foot), (WIDE * 0.14, foot)], fill=paint.shade(PAVEMENT, 1.2))
    draw.line((WIDE * 0.14, foot, left, GROUND), fill=(214, 158, 46), width=18)
    for share in (0.0, 0.45, 0.9):
        x = left - share * (left - WIDE * 0.14)
        y = GROUND + share * 92
        draw.line((x, y, x, y - 210), fill=IRON, width=16)
    draw.line(
        (left, GROUND - 210, left - 0.9 * (left - WIDE * 0.14), GROUND + 83 - 210),
        fill=IRON,
        width=18,
    )
    return paint.photograph(picture, chance)


def lamp() -> bytes:
    """The same door in the evening, under a lamp."""
    chance = paint.chance(13)
    day = paint.shop_front(chance)
    picture = ImageChops.multiply(day, Image.new("RGB", day.size, (88, 96, 148)))
    light = Image.new("L", picture.size)
    ImageDraw.Draw(light).ellipse(paint.circle(WIDE * 0.5, HIGH * 0.42, HIGH * 0.3), fill=190)
    ImageDraw.Draw(light).ellipse((WIDE * 0.3, GROUND, WIDE * 0.74, HIGH * 0.95), fill=150)
    warm = ImageChops.multiply(day, Image.new("RGB", day.size, (255, 226, 160)))
    picture.paste(warm, mask=paint.soft(light, HIGH * 0.09))
    draw = ImageDraw.Draw(picture)
    x, y = WIDE * 0.5, HIGH * 0.36
    draw.line((x, y - 130, x, y - 60), fill=IRON, width=16)
    draw.arc((x - 90, y - 190, x + 10, y - 70), 180, 300, fill=IRON, width=16)
    paint.glow(picture, (x, y), 190, (255, 228, 160))
    draw = ImageDraw.Draw(picture)
    draw.polygon([(x - 80, y - 10), (x - 40, y - 76), (x + 40, y - 76), (x + 80, y - 10)], fill=IRON)
    draw.ellipse(paint.circle(x, y + 12, 42), fill=(255, 246, 214))
    return paint.photograph(picture, chance)


def fair() -> bytes:
    """Stalls under garlands, for the invitation to the autumn fair."""
    chance = paint.chance(14)
    picture = paint.ground((250, 226, 178), (236, 182, 120), chance, 18)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, GROUND, WIDE, HIGH), fill=(196, 160, 118))
    for x, tall in ((0.06, 0.6), (0.94, 0.66), (0.5, 0.5)):
        paint.autumn_tree(draw, WIDE * x, GROUND, HIGH * tall, chance)
    for number, colour in enumerate(((192, 72, 58), (58, 105, 110), (214, 158, 46))):
        paint.stall(draw, WIDE * (0.11 + 0.28 * number), colour, chance)
    for row, sag in ((0.1, 130), (0.2, 170)):
        paint.garland(draw, HIGH * row, sag, chance)
    return paint.photograph(picture, chance)
