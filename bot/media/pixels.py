"""From hostile bytes to plain pixels: one decoder, size checked first, upright, small, in sRGB."""

import struct
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Literal, get_args

from PIL import Image, ImageCms, ImageFile, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

MOST_PIXELS = 40_000_000
PICTURE_SIDE = 2048
EXIF_ORIENTATION = 0x0112

PNG = b"\x89PNG\r\n\x1a\n"
DRAWS = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"))

Reason = Literal["too_many_pixels", "not_a_picture", "broken", "too_large", "enough_today"]
REASONS: tuple[Reason, ...] = get_args(Reason)
Size = tuple[int, int]
Opener = Callable[[BytesIO], ImageFile.ImageFile]

UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class BadPicture(Exception):
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


@dataclass(frozen=True)
class Pixels:
    """At most 2048 px, and nothing but RGB; `came_as` is the size that its header names."""

    picture: Image.Image
    came_as: Size


def begins_picture(data: bytes) -> bool:
    """Whether it is one by its first bytes, whatever it is called and whatever else it may be."""
    return _opener(data) is not None


def pixels(data: bytes) -> Pixels:
    """Raises BadPicture, and MemoryError."""
    opener = _opener(data)
    if opener is None:
        raise BadPicture("not_a_picture")
    # Damaged EXIF is no reason to refuse a picture; said here, since `catch_warnings` is not safe in threads.
    warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.TiffImagePlugin")
    try:
        _check_size(_webp_canvas(data))
        with opener(BytesIO(data)) as image:
            came_as = image.size
            _check_size(came_as)
            picture = _scaled(image)
            upright = UPRIGHT.get(_orientation(image.info.get("exif") or b""))
            picture = _srgb(picture, image.info.get("icc_profile"))
    except (BadPicture, MemoryError):
        raise
    except Exception as error:  # hostile bytes make the decoders raise nearly anything
        raise BadPicture("broken") from error
    if upright is not None:
        picture = picture.transpose(upright)
    # A new picture, since a copy would carry comment, EXIF, XMP and ICC profile into the file.
    return Pixels(Image.frombytes("RGB", picture.size, picture.tobytes()), came_as)


def only_pixels(png: bytes) -> bytes | None:
    """A PNG without whatever is not needed to draw it; None for anything else, and for one that lies on its side.

    https://www.w3.org/TR/png-3/#11Chunks; what is behind the last chunk goes, too.
    """
    kept, at = bytearray(PNG), len(PNG)
    while png.startswith(PNG) and at + 8 <= len(png):
        length, name = struct.unpack_from(">I4s", png, at)
        if name == b"eXIf":
            return None
        if name in DRAWS:
            kept += png[at : at + 12 + length]
        if name == b"IEND":
            return bytes(kept)
        at += 12 + length
    return None


def _opener(data: bytes) -> Opener | None:
    """One decoder, chosen by the first bytes. `Image.open` would offer EPS, and warns of large pictures."""
    if data.startswith(b"\xff\xd8\xff"):
        return JpegImagePlugin.JpegImageFile
    if data.startswith(PNG):
        return PngImagePlugin.PngImageFile
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return WebPImagePlugin.WebPImageFile
    if data[4:8] == b"ftyp" and data[8:12] in {b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"}:
        return _open_heic
    return None


def _open_heic(file: BytesIO) -> ImageFile.ImageFile:
    # Imported late: the library takes 20 MB, and many towns never see a HEIC.
    from pillow_heif import options
    from pillow_heif.as_plugin import HeifImageFile

    options.DECODE_THREADS = 1  # the others of this machine have work to do, and each thread reserves memory
    opened: ImageFile.ImageFile = HeifImageFile(file)  # type: ignore[no-untyped-call]  # the package has no types
    return opened


def _scaled(image: ImageFile.ImageFile) -> Image.Image:
    """Small before it is turned or changed in colour; a JPEG already while it is decoded (draft)."""
    pixels: Image.Image = image
    if image.mode.startswith("I;16"):
        pixels = image.point(lambda value: value / 256).convert("L")
    elif image.mode in {"1", "P"}:  # these can only be scaled by dropping points
        pixels = image.convert("RGBA" if image.has_transparency_data else "RGB")
    pixels.thumbnail((PICTURE_SIDE, PICTURE_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    pixels.load()  # thumbnail() leaves a small picture unread
    return pixels


def _check_size(size: Size) -> None:
    if size[0] * size[1] > MOST_PIXELS:
        raise BadPicture("too_many_pixels")


def _webp_canvas(data: bytes) -> Size:
    """Pillow reserves the canvas when it opens a WebP, so its header is read here: RFC 9649, 2.5 to 2.7."""
    if data[8:16] == b"WEBPVP8X":
        return (int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1)
    if data[8:16] == b"WEBPVP8L":
        bits = int.from_bytes(data[21:25], "little")
        return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    return (0, 0)  # every other picture is checked right after its header is read


def _orientation(exif: bytes) -> int:
    """1 to 8, and 1 for nonsense; Pillow's reader would warn of every damaged block."""
    tiff = exif.removeprefix(b"Exif\0\0")
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        (start,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, start)
        for index in range(count):
            tag, _, _, value = struct.unpack_from(order + "HHIH", tiff, start + 2 + 12 * index)
            if tag == EXIF_ORIENTATION:
                return int(value)
    except struct.error:
        return 1
    return 1


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if image.has_transparency_data:
        image = _on_white(image)
    if profile and image.mode in {"RGB", "CMYK", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, source, srgb, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None  # a profile nobody can read: the plain colours are close enough
        if converted is not None:
            return converted
    return image.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    layer = image.convert("RGBA")
    paper = Image.new("RGBA", layer.size, "white")
    paper.alpha_composite(layer)
    return paper.convert("RGB")
