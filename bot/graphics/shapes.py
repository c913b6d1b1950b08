"""The look of our pictures: colours of paper, leaf and twig, and how a PNG is kept small."""

from io import BytesIO

from PIL import Image

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

COLOURS = {
    "PAPER": PAPER,
    "TRACK": TRACK,
    "INK": INK,
    "TWIG": TWIG,
    "TWIG_PALE": TWIG_PALE,
    "LEAF": LEAF,
    "LEAF_DARK": LEAF_DARK,
    "EGG": EGG,
    "STRAW": STRAW,
    "BRICK": BRICK,
    "BRICK_DARK": BRICK_DARK,
}
"""By the names that templates call them."""

SHADES = 48  # in a PNG: enough for soft edges
MOST_BYTES = 150_000  # in a PNG: people pay for their data


def small(png: bytes) -> bytes:
    """Under MOST_BYTES: a sheet full of rare characters comes out smaller, everything else as it is."""
    with Image.open(BytesIO(png), formats=["PNG"]) as file:
        picture = file.convert("RGB")
    for share in (1, 0.8, 0.6, 0.4):
        size = (round(picture.width * share), round(picture.height * share))
        scaled = picture if share == 1 else picture.resize(size, Image.Resampling.LANCZOS)
        kept = BytesIO()
        flat = scaled.quantize(SHADES, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        flat.save(kept, "PNG", optimize=True)
        if kept.tell() <= MOST_BYTES:
            break
    return kept.getvalue()
