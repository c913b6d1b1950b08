"""Pictures: made clean from hostile bytes, recognised again by eye, and kept under their hash."""

import hashlib
import os
import re
import tempfile
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from PIL import Image, JpegImagePlugin

from bot.database import disk
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


def thumbnail_of(path: Path) -> Path:
    """Where the thumbnail of a picture lies: beside it."""
    return path.with_name(f"{path.stem}.thumb.jpg")


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


class MediaFolder:
    """Keeps each picture once, in a file named by its hash; no name ever comes from outside."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def save(self, picture: CleanPicture, same: Path | None = None) -> None:
        """Safe against power cuts and repetition. Raises OSError, for instance on a full disk.

        `same` is where the same picture lies already: the disk then holds it once, under two names.
        """
        target = self.path(picture.hash)
        # The thumbnail first: whoever sees the picture may count on both.
        _write(thumbnail_of(target), picture.thumbnail, thumbnail_of(same) if same else None)
        _write(target, picture.jpeg, same)

    def read(self, hash: str) -> bytes:
        """Raises FileNotFoundError."""
        return self.path(hash).read_bytes()

    def read_thumbnail(self, hash: str) -> bytes:
        """Raises FileNotFoundError."""
        return thumbnail_of(self.path(hash)).read_bytes()

    def save_voice(self, recording: bytes) -> str:
        """Kept as it came, since nobody but the phones decodes it. Returns the hash it is known by."""
        hash = hashlib.sha256(recording).hexdigest()
        _write(self._voice_path(hash), recording)
        return hash

    def read_voice(self, hash: str) -> bytes:
        """Raises FileNotFoundError."""
        return self._voice_path(hash).read_bytes()

    def hashes(self) -> set[str]:
        """Of everything that is kept here."""
        files = self.folder.glob("??/*") if self.folder.is_dir() else ()
        return {file.name.partition(".")[0] for file in files if file.suffix != ".partial"}

    def remove(self, hash: str) -> None:
        """The picture with its thumbnail, or the voice note."""
        for path in (self.path(hash), thumbnail_of(self.path(hash)), self._voice_path(hash)):
            path.unlink(missing_ok=True)

    def path(self, hash: str) -> Path:
        """Raises ValueError for anything but 64 small hexadecimal digits."""
        return self.folder / _checked(hash)[:2] / f"{hash}.jpg"

    def _voice_path(self, hash: str) -> Path:
        return self.folder / _checked(hash)[:2] / f"{hash}.voice"


def _checked(hash: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", hash, re.ASCII):
        raise ValueError("not the hash of a picture")
    return hash


def _write(target: Path, content: bytes, same: Path | None = None) -> None:
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if same is not None and disk.also_call(same, target):
        return
    handle, partial = tempfile.mkstemp(dir=target.parent, suffix=".partial")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(partial).replace(target)
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise
    disk.sync(target.parent)
    disk.sync(target.parent.parent)


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
