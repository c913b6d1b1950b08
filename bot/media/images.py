"""Pictures: made clean from hostile bytes, and recognised again by eye."""

import hashlib
from dataclasses import dataclass, replace
from io import BytesIO

from PIL import Image, JpegImagePlugin

from bot.media.pixels import BadPicture as BadPicture  # part of what this module promises
from bot.media.pixels import Size, only_pixels, pixels

MOST_BYTES = 20 << 20  # what getFile gives: core.telegram.org/bots/api#getfile
THUMBNAIL_SIDE = 320
TWIN_DISTANCE = 6  # measured: ≤ 3 after recompression or other light, ≥ 18 between different pictures


@dataclass(frozen=True)
class CleanPicture:
    jpeg: bytes
    thumbnail: bytes
    width: int
    height: int
    hash: str
    """SHA-256 of `jpeg`, in hexadecimal."""
    fingerprint: int
    """A dHash of 64 bits, signed, so that it fits a BIGINT."""
    came_as: Size
    """Width and height that its header names: before it was made small, and before it was turned upright."""


def clean(data: bytes) -> CleanPicture:
    """Upright, at most 2048 px, rebuilt from its pixels alone. Blocks. Raises BadPicture.

    Only where nothing can be lost by it: what people send is cleaned by bot/media/cleaning.py.
    """
    if len(data) > MOST_BYTES:
        raise BadPicture("too_large")
    found = pixels(data)
    return _clean(_jpeg(found.picture, 85), found.picture, found.came_as)


def redraw(data: bytes) -> CleanPicture:
    """What a program drew: a PNG stays one, without its notes, since letters blur in a JPEG. Else like `clean`."""
    png = only_pixels(data) if len(data) <= MOST_BYTES else None
    if png is None:
        return clean(data)
    found = pixels(png)
    return replace(_clean(png, found.picture, found.came_as), width=found.came_as[0], height=found.came_as[1])


def look_at(jpeg: bytes) -> CleanPicture:
    """One that is clean already, and stays as it is. Quick."""
    with JpegImagePlugin.JpegImageFile(BytesIO(jpeg)) as picture:
        size = picture.size
        # Decoded at a quarter or so, like `smaller`.
        picture.draft("RGB", (2 * THUMBNAIL_SIDE, 2 * THUMBNAIL_SIDE))
        small = picture.convert("RGB")
    return replace(_clean(jpeg, small, size), width=size[0], height=size[1])


def _clean(content: bytes, picture: Image.Image, came_as: Size) -> CleanPicture:
    thumbnail = picture.copy()
    thumbnail.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), reducing_gap=2.0)
    return CleanPicture(
        jpeg=content,
        thumbnail=_jpeg(thumbnail, 80),
        width=picture.width,
        height=picture.height,
        hash=hashlib.sha256(content).hexdigest(),
        fingerprint=_fingerprint(picture),
        came_as=came_as,
    )


def twins(a: int, b: int) -> bool:
    """Whether two fingerprints are of pictures that look the same."""
    return ((a ^ b) & (1 << 64) - 1).bit_count() <= TWIN_DISTANCE


def smaller(jpeg: bytes, side: int) -> bytes:
    """One of our own pictures, about `side` px and never less than half of it. Quick rather than fine. Blocks."""
    file = BytesIO()
    with JpegImagePlugin.JpegImageFile(BytesIO(jpeg)) as picture:
        # Decoded at a half or a quarter, which costs a fraction of scaling it afterwards.
        picture.draft("RGB", (side, side))
        picture.save(file, "JPEG", quality=75)
    return file.getvalue()


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
    return file.getvalue()


def _fingerprint(picture: Image.Image) -> int:
    """One bit for each pair of neighbours in a 9 × 8 grid: is the left one brighter?"""
    grey = picture.convert("L").resize((9, 8), Image.Resampling.BOX, reducing_gap=2.0).tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            bits = bits << 1 | (grey[9 * row + column] > grey[9 * row + column + 1])
    return bits - (1 << 64) if bits >> 63 else bits
