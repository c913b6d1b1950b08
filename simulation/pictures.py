"""Photos that nobody has to draw: a few coloured patches each, small, and never two alike."""

import random
from io import BytesIO

from PIL import Image

PATCHES = (4, 3)
SIZE = (160, 120)
DIFFERENT = 40


def album(chance: random.Random) -> list[bytes]:
    """As many as there are shops in the town; people send the same one again now and then."""
    return [_photo(chance) for _ in range(DIFFERENT)]


def _photo(chance: random.Random) -> bytes:
    patches = Image.frombytes("RGB", PATCHES, chance.randbytes(PATCHES[0] * PATCHES[1] * 3))
    file = BytesIO()
    patches.resize(SIZE, Image.Resampling.BICUBIC).save(file, "JPEG", quality=70)
    return file.getvalue()
