"""Pictures: made clean from hostile bytes, recognised again by eye, and kept under their hash."""

import hashlib
import os
import re
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, JpegImagePlugin

from bot.pixels import BadPicture as BadPicture  # part of what this module promises
from bot.pixels import pixels

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


def clean(data: bytes) -> CleanPicture:
    """Upright, at most 2048 px, rebuilt from its pixels alone. Blocks. Raises BadPicture."""
    if len(data) > MOST_BYTES:
        raise BadPicture("too_large")
    picture = pixels(data)
    thumbnail = picture.copy()
    thumbnail.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), reducing_gap=2.0)
    jpeg = _jpeg(picture, 85)
    return CleanPicture(
        jpeg=jpeg,
        thumbnail=_jpeg(thumbnail, 80),
        width=picture.width,
        height=picture.height,
        hash=hashlib.sha256(jpeg).hexdigest(),
        fingerprint=_fingerprint(picture),
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

    def save(self, picture: CleanPicture) -> None:
        """Safe against power cuts and repetition. Raises OSError, for instance on a full disk."""
        target = self.path(picture.hash)
        # The thumbnail first: whoever sees the picture may count on both.
        _write(self._thumbnail_path(picture.hash), picture.thumbnail)
        _write(target, picture.jpeg)

    def read(self, hash: str) -> bytes:
        """Raises FileNotFoundError."""
        return self.path(hash).read_bytes()

    def read_thumbnail(self, hash: str) -> bytes:
        """Raises FileNotFoundError."""
        return self._thumbnail_path(hash).read_bytes()

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
        for path in (self.path(hash), self._thumbnail_path(hash), self._voice_path(hash)):
            path.unlink(missing_ok=True)

    def path(self, hash: str) -> Path:
        """Raises ValueError for anything but 64 small hexadecimal digits."""
        return self.folder / _checked(hash)[:2] / f"{hash}.jpg"

    def _voice_path(self, hash: str) -> Path:
        return self.folder / _checked(hash)[:2] / f"{hash}.voice"

    def _thumbnail_path(self, hash: str) -> Path:
        return self.folder / _checked(hash)[:2] / f"{hash}.thumb.jpg"


def _checked(hash: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", hash, re.ASCII):
        raise ValueError("not the hash of a picture")
    return hash


def _write(target: Path, content: bytes) -> None:
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
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
    _sync_folder(target.parent)
    _sync_folder(target.parent.parent)


def _sync_folder(folder: Path) -> None:
    """A rename survives a power cut only when the folder is on the disk too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


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
