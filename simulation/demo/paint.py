"""What the pictures of the story are made of: wall, shop front, twigs, stalls; drawn large and shrunk."""

import math
import random
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.graphics import charts, shapes

SIZE = (1000, 750)
FINER = 2  # edges come out soft when the drawing is shrunk
WIDE, HIGH = SIZE[0] * FINER, SIZE[1] * FINER
HOLE = (WIDE * 0.52, HIGH * 0.47)  # where the plaster fell off
HOLE_RADIUS = HIGH * 0.2
GROUND = HIGH * 0.8  # where the wall meets the pavement

PLASTER = (222, 201, 168)
FACADE = (229, 206, 160)
PAVEMENT = (176, 166, 152)
DOOR = (58, 105, 110)
WOOD = (158, 106, 62)
WOOD_DARK = (110, 72, 42)
IRON = (62, 58, 56)
NIGHT = (38, 48, 88)
LAMPLIGHT = (255, 206, 120)
PETALS = ("#D9483B", "#E8A13A", "#C85A93", "#F2D25C")

Colour = tuple[int, int, int]


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 the same picture at every start


def photograph(picture: Image.Image, chance: random.Random) -> bytes:
    """With the grain and the darker corners of a phone's camera."""
    small = picture.resize(SIZE, Image.Resampling.BOX)
    corners = Image.radial_gradient("L").resize(SIZE, Image.Resampling.BICUBIC).point(vignette())
    small = ImageChops.multiply(small, Image.merge("RGB", (corners,) * 3))
    file = BytesIO()
    shaded(small, chance, 8).save(file, "JPEG", quality=88)
    return file.getvalue()


def vignette() -> list[int]:
    return [255 - max(0, value - 110) // 3 for value in range(256)]


def shaded(picture: Image.Image, chance: random.Random, strength: int) -> Image.Image:
    """Large soft stains and fine grain, so that nothing looks like a flat sheet."""
    stains = Image.frombytes("L", (16, 12), chance.randbytes(192)).resize(picture.size, Image.Resampling.BICUBIC)
    grain = Image.effect_noise((picture.width // FINER, picture.height // FINER), 40).resize(picture.size)
    mixed = Image.blend(stains, grain, 0.5).point([255 - strength + value * strength // 128 for value in range(256)])
    return ImageChops.multiply(picture, Image.merge("RGB", (mixed,) * 3))


def ground(top: Colour, bottom: Colour, chance: random.Random, strength: int) -> Image.Image:
    """What everything else is drawn on. Shaded while it is small, since that is most of the work."""
    mask = Image.linear_gradient("L").resize(SIZE)
    plain = Image.composite(Image.new("RGB", SIZE, bottom), Image.new("RGB", SIZE, top), mask)
    return shaded(plain, chance, strength).resize((WIDE, HIGH), Image.Resampling.BILINEAR)


def wall(chance: random.Random) -> Image.Image:
    picture = ground(shade(PLASTER, 1.08), shade(PLASTER, 0.86), chance, 46)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, HIGH * 0.93, WIDE, HIGH), fill=(150, 138, 122))
    draw.line((0, HIGH * 0.93, WIDE, HIGH * 0.93), fill=(116, 104, 90), width=10)
    return picture


def cracks(picture: Image.Image, chance: random.Random) -> None:
    draw = ImageDraw.Draw(picture)
    for number in range(5):
        turn = math.tau * (number + chance.random()) / 5
        x, y = HOLE
        points = [(x, y)]
        for _ in range(16):
            turn += chance.gauss(0, 0.3)
            x, y = x + 38 * math.cos(turn), y + 38 * math.sin(turn)
            points.append((x, y))
        draw.line(points, fill=(120, 102, 82), width=6)


def break_open(picture: Image.Image, chance: random.Random) -> None:
    edge: list[tuple[float, float]] = []
    inner: list[tuple[float, float]] = []
    for step in range(36):
        turn = math.tau * step / 36
        far = HOLE_RADIUS * chance.uniform(0.85, 1.2)
        for rim, share in ((edge, 1.0), (inner, 0.86)):
            rim.append((HOLE[0] + far * share * math.cos(turn) * 1.15, HOLE[1] + far * share * math.sin(turn)))
    ImageDraw.Draw(picture).polygon(edge, fill=(190, 170, 140))
    bricks = Image.new("RGB", picture.size, (92, 80, 70))
    draw = ImageDraw.Draw(bricks)
    for row in range(HIGH // 84 + 1):
        for left in range(-220 * (row % 2) // 2 - 220, WIDE, 220):
            red = chance.randint(118, 168)
            draw.rectangle((left + 8, row * 84 + 8, left + 212, row * 84 + 76), fill=(red, red // 2, red * 2 // 5))
    mask = Image.new("L", picture.size)
    ImageDraw.Draw(mask).polygon(inner, fill=255)
    deep = Image.new("L", picture.size)
    ImageDraw.Draw(deep).ellipse(circle(HOLE[0] + 40, HOLE[1] + 30, HOLE_RADIUS * 0.62), fill=225)
    bricks.paste((34, 26, 22), mask=soft(deep, 60))
    picture.paste(bricks, mask=mask.filter(ImageFilter.GaussianBlur(3)))


def weave(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    """Twigs around the hole, each a bent piece of a circle that is not quite round."""
    browns = ((139, 104, 72), (110, 78, 52), (168, 130, 92), (92, 64, 44), (186, 150, 110))
    for _ in range(420):
        start = chance.uniform(0, math.tau)
        long = chance.uniform(0.35, 1.1)
        far = HOLE_RADIUS * chance.uniform(0.9, 1.28)
        lean = HOLE_RADIUS * chance.uniform(-0.14, 0.14)
        points = []
        for step in range(9):
            turn = start + long * step / 8
            reach = far + lean * (step / 4 - 1)
            points.append((HOLE[0] + reach * math.cos(turn) * 1.08, HOLE[1] + reach * math.sin(turn)))
        draw.line(points, fill=chance.choice(browns), width=chance.randint(5, 13), joint="curve")


def egg(draw: ImageDraw.ImageDraw, x: float, y: float, wide: float) -> None:
    draw.ellipse(
        (x - wide, y - wide * 1.3, x + wide, y + wide * 1.3), fill=shapes.EGG, outline=(150, 150, 138), width=5
    )
    draw.ellipse((x - wide * 0.5, y - wide * 0.9, x - wide * 0.05, y - wide * 0.25), fill=(242, 247, 243))


def shop_front(chance: random.Random) -> Image.Image:
    """Wall, window, door, striped awning, pavement."""
    picture = ground(shade(FACADE, 1.05), shade(FACADE, 0.9), chance, 30)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, GROUND, WIDE, HIGH), fill=PAVEMENT)
    for column in range(-6, 18):
        draw.line(
            (WIDE * 0.5 + (column - 6) * 170, GROUND, WIDE * 0.5 + (column - 6) * 290, HIGH),
            fill=(150, 141, 129),
            width=5,
        )
    draw.line((0, HIGH * 0.885, WIDE, HIGH * 0.885), fill=(150, 141, 129), width=5)
    draw.rectangle((0, GROUND - 60, WIDE, GROUND), fill=shade(FACADE, 0.66))
    draw.rectangle((WIDE * 0.1, HIGH * 0.3, WIDE * 0.44, HIGH * 0.6), fill=WOOD_DARK)
    draw.rectangle((WIDE * 0.115, HIGH * 0.32, WIDE * 0.425, HIGH * 0.58), fill=(96, 122, 130))
    draw.polygon(
        [
            (WIDE * 0.14, HIGH * 0.58),
            (WIDE * 0.24, HIGH * 0.32),
            (WIDE * 0.3, HIGH * 0.32),
            (WIDE * 0.2, HIGH * 0.58),
        ],
        fill=(132, 158, 164),
    )
    draw.line((WIDE * 0.27, HIGH * 0.3, WIDE * 0.27, HIGH * 0.6), fill=WOOD_DARK, width=18)
    draw.rectangle((WIDE * 0.575, HIGH * 0.28, WIDE * 0.785, GROUND), fill=shade(DOOR, 0.7))
    draw.rectangle((WIDE * 0.59, HIGH * 0.3, WIDE * 0.77, GROUND), fill=DOOR)
    draw.rectangle((WIDE * 0.615, HIGH * 0.34, WIDE * 0.745, HIGH * 0.54), fill=(120, 150, 154))
    draw.ellipse(circle(WIDE * 0.75, HIGH * 0.62, 18), fill=(224, 190, 96))
    for stripe in range(10):
        left = WIDE * (0.06 + stripe * 0.08)
        colour = (184, 70, 54) if stripe % 2 else (244, 232, 208)
        draw.polygon(
            [
                (left + 20, HIGH * 0.1),
                (left + WIDE * 0.08 + 20, HIGH * 0.1),
                (left + WIDE * 0.08, HIGH * 0.22),
                (left, HIGH * 0.22),
            ],
            fill=colour,
        )
        draw.pieslice((left, HIGH * 0.2, left + WIDE * 0.08, HIGH * 0.245), 0, 180, fill=colour)
    nest_sign(picture)
    return picture


def nest_sign(picture: Image.Image) -> None:
    draw = ImageDraw.Draw(picture)
    x, y = WIDE * 0.89, HIGH * 0.42
    draw.line((x, y - 190, x, y - 120), fill=IRON, width=10)
    draw.ellipse(circle(x, y, 130), fill=shapes.PAPER, outline=WOOD_DARK, width=16)
    lay(picture, charts.nest(190), (x, y + 6))


def lay(picture: Image.Image, shape: Image.Image, centre: tuple[float, float]) -> None:
    corner = (round(centre[0] - shape.width / 2), round(centre[1] - shape.height / 2))
    picture.paste(shape, corner, shape)


def pot(picture: Image.Image, foot: tuple[float, float], chance: random.Random) -> None:
    x, y = foot
    draw = ImageDraw.Draw(picture)
    for _ in range(14):
        colour = chance.choice((shapes.LEAF, shapes.LEAF_DARK))
        _blade(draw, (x + chance.uniform(-40, 40), y - 140), chance.uniform(0.2, 0.8) * math.pi, colour)
    for _ in range(7):
        at = (x + chance.uniform(-100, 100), y - chance.uniform(190, 330))
        flower(draw, at, chance.choice(PETALS), 34)
    draw.polygon([(x - 90, y - 150), (x + 90, y - 150), (x + 64, y), (x - 64, y)], fill=(180, 98, 62))
    draw.rounded_rectangle((x - 102, y - 176, x + 102, y - 136), 12, fill=(196, 112, 74))


def _blade(draw: ImageDraw.ImageDraw, root: tuple[float, float], turn: float, colour: str) -> None:
    """A leaf that grows out of its root."""
    rim = []
    for step in range(-10, 11):
        along, aside = 1 - abs(step) / 10, math.copysign(math.sin(math.pi * abs(step) / 10) * 26, step)
        rim.append(
            (
                root[0] + 170 * along * math.cos(turn) - aside * math.sin(turn),
                root[1] - 170 * along * math.sin(turn) - aside * math.cos(turn),
            )
        )
    draw.polygon(rim, fill=colour)


def flower(draw: ImageDraw.ImageDraw, at: tuple[float, float], colour: str, wide: float) -> None:
    for step in range(5):
        turn = math.tau * step / 5
        x, y = at[0] + math.cos(turn) * wide * 0.6, at[1] + math.sin(turn) * wide * 0.6
        draw.ellipse(circle(x, y, wide * 0.5), fill=colour)
    draw.ellipse(circle(*at, wide * 0.36), fill="#FBF0C8")


def poplar(draw: ImageDraw.ImageDraw, x: float, foot: float, tall: float) -> None:
    draw.rectangle((x - 14, foot - tall * 0.2, x + 14, foot), fill=WOOD_DARK)
    draw.ellipse((x - tall * 0.11, foot - tall, x + tall * 0.11, foot - tall * 0.12), fill="#5E9A4A")


def house(draw: ImageDraw.ImageDraw, x: float, foot: float) -> None:
    draw.rectangle((x - 130, foot - 210, x + 130, foot), fill="#E9C46A")
    draw.polygon([(x - 170, foot - 200), (x + 170, foot - 200), (x, foot - 350)], fill="#C8553D")
    draw.rectangle((x - 34, foot - 120, x + 34, foot), fill="#3A696E")
    draw.rectangle((x + 60, foot - 160, x + 110, foot - 110), fill="#BFE0E8")


def autumn_tree(draw: ImageDraw.ImageDraw, x: float, foot: float, tall: float, chance: random.Random) -> None:
    draw.rectangle((x - 26, foot - tall * 0.6, x + 26, foot), fill=WOOD_DARK)
    for _ in range(60):
        at = x + chance.gauss(0, tall * 0.17), foot - tall * 0.72 + chance.gauss(0, tall * 0.13)
        draw.ellipse(
            circle(*at, chance.uniform(40, 80)), fill=chance.choice(("#D98A2B", "#C8641F", "#E3B23C", "#B54A1E"))
        )


def stall(draw: ImageDraw.ImageDraw, left: float, colour: Colour, chance: random.Random) -> None:
    right, roof, table = left + WIDE * 0.22, HIGH * 0.46, HIGH * 0.68
    for pole in (left + 12, right - 26):
        draw.rectangle((pole, roof, pole + 16, HIGH * 0.88), fill=WOOD_DARK)
    draw.rectangle((left - 10, table, right + 10, HIGH * 0.86), fill=WOOD)
    draw.rectangle((left - 20, table - 22, right + 20, table + 14), fill=WOOD_DARK)
    for _ in range(16):
        at = chance.uniform(left + 30, right - 30), table - chance.uniform(36, 66)
        draw.ellipse(circle(*at, 34), fill=chance.choice(("#B3302A", "#D98A2B", "#7FA650", "#E3C23C", "#6B2F56")))
    for stripe in range(6):
        start = left - 30 + stripe * (right - left + 60) / 6
        wide = (right - left + 60) / 6
        cloth = colour if stripe % 2 else (247, 238, 218)
        draw.polygon(
            [(start + 14, roof - 130), (start + wide + 14, roof - 130), (start + wide, roof), (start, roof)],
            fill=cloth,
        )
        draw.pieslice((start, roof - 30, start + wide, roof + 34), 0, 180, fill=cloth)


def garland(draw: ImageDraw.ImageDraw, top: float, sag: float, chance: random.Random) -> None:
    points = [
        (WIDE * share, top + sag * math.sin(math.pi * (share * 2 % 1))) for share in (step / 48 for step in range(49))
    ]
    draw.line(points, fill=(110, 84, 60), width=7)
    for x, y in points[1::2]:
        draw.polygon([(x - 30, y), (x + 30, y), (x, y + 74)], fill=chance.choice(PETALS))


def glow(picture: Image.Image, at: tuple[float, float], radius: float, colour: Colour) -> None:
    mask = Image.new("L", picture.size)
    ImageDraw.Draw(mask).ellipse(circle(*at, radius * 0.55), fill=235)
    picture.paste(colour, mask=soft(mask, radius * 0.3))


def soft(mask: Image.Image, radius: float) -> Image.Image:
    """Blurred small and stretched again: the blur of a large picture would take a second."""
    small = mask.resize((mask.width // 8, mask.height // 8), Image.Resampling.BOX)
    return small.filter(ImageFilter.GaussianBlur(radius / 8)).resize(mask.size, Image.Resampling.BICUBIC)


def lightened(picture: Image.Image) -> Image.Image:
    """The plaster's own light and stains, for paint that lies on it."""
    return picture.convert("L").point([min(255, 80 + value * 4 // 5) for value in range(256)]).convert("RGB")


def shade(colour: Colour, factor: float) -> Colour:
    red, green, blue = (min(255, round(part * factor)) for part in colour)
    return red, green, blue


def circle(x: float, y: float, radius: float) -> tuple[float, float, float, float]:
    return x - radius, y - radius, x + radius, y + radius
