"""Pictures, judged by their header before a pixel is decoded, and made small."""

import io
import struct
import zlib
from dataclasses import dataclass

import pillow_heif
from PIL import Image, ImageOps

# A PNG of 10 kB can be 81 megapixels and 400 MB once decoded.
MOST_PIXELS = 40_000_000
FORMATS = ("JPEG", "PNG", "WEBP")
THUMB = 320
# What Telegram's own clients shrink photographs to.
LARGEST_SIDE = 2560
# Between one and two times its own limit Pillow only warns; where warnings are errors that is a refusal too.
BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    RuntimeError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
ORIENTATION = 0x0112


class NotAPicture(Exception):
    """Nothing we can read, or more pixels than we decode."""


@dataclass(frozen=True)
class Size:
    content: bytes
    type: str
    width: int
    height: int


def sizes(content: bytes) -> tuple[Size, Size]:
    """A thumbnail, and the picture as it came. Raises NotAPicture. Slow: call it in a thread."""
    try:
        image = _opened(content)
        type_ = f"image/{(image.format or 'jpeg').lower()}"
        width, height = image.size
        if image.getexif().get(ORIENTATION, 1) >= 5:
            width, height = height, width
        image.draft("RGB", (2 * THUMB, 2 * THUMB))
        thumb = _jpeg(ImageOps.exif_transpose(image), THUMB)
    except BROKEN as error:
        raise NotAPicture(str(error)) from error
    return thumb, Size(content, type_, width, height)


def photograph(content: bytes) -> tuple[Size, Size]:
    """A phone's picture rebuilt from its pixels: upright, JPEG, no place, no comments. Raises NotAPicture."""
    try:
        image = _heif(content) if pillow_heif.is_supported(content[:64]) else _opened(content)
        image.draft("RGB", (LARGEST_SIDE, LARGEST_SIDE))
        full = _small(ImageOps.exif_transpose(image), LARGEST_SIDE)
        return _saved(_small(full, THUMB), 80), _saved(full, 87)
    except BROKEN as error:
        raise NotAPicture(str(error)) from error


def _opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content), formats=FORMATS)
    _check_pixels(image.size)
    return image


def _heif(content: bytes) -> Image.Image:
    file = pillow_heif.open_heif(io.BytesIO(content))
    _check_pixels(file.size)
    return file.to_pillow()


def _check_pixels(size: tuple[int, int]) -> None:
    if size[0] * size[1] > MOST_PIXELS or not size[0] * size[1]:
        raise NotAPicture("too many pixels")


def _small(image: Image.Image, side: int) -> Image.Image:
    """A copy on white that carries nothing but pixels: saving the original would keep its comments."""
    image = image.copy()
    image.thumbnail((side, side))
    plain = Image.new("RGB", image.size, "white")
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        plain.paste(image, mask=image.getchannel("A"))
    else:
        plain.paste(image.convert("RGB"))
    return plain


def _jpeg(image: Image.Image, side: int) -> Size:
    return _saved(_small(image, side), 80)


def _saved(image: Image.Image, quality: int) -> Size:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return Size(buffer.getvalue(), "image/jpeg", *image.size)
