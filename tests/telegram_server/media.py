"""Files that the bot sends, by upload or by file_id, and the media objects that messages carry."""

import io
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from tests.telegram_server.wire import Json, Parameters, Upload, bad
from tests.telegram_server.world import StoredFile, World

PHOTO_BYTES = 10 << 20
UPLOAD_BYTES = 50 << 20
DOWNLOAD_BYTES = 20 << 20
_EXTENSIONS = {"photo": ".jpg", "voice": ".oga", "sticker": ".webp", "video": ".mp4", "audio": ".mp3"}


@dataclass(frozen=True)
class Media:
    """What a message of this kind carries beside its caption."""

    kind: str
    content: Json

    def field(self) -> Json:
        return {self.kind: self.content["sizes"] if self.kind == "photo" else self.content}


def read_media(world: World, parameters: Parameters, kind: str, source: object) -> Media:
    """`source` is what the parameter or the InputMedia names: a file_id or attach://name."""
    if isinstance(source, str) and source.startswith("attach://"):
        upload = parameters.files.get(source.removeprefix("attach://"))
        if upload is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        return new_media(world, kind, upload)
    if isinstance(source, str) and source.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")  # nothing leaves loopback
    stored = world.files.get(str(source))
    if stored is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if kind not in stored.about:
        raise bad(f"can't use file of type {next(iter(stored.about)).title()} as {kind.title()}")
    return Media(kind, stored.about[kind])


def read_parameter(world: World, parameters: Parameters, kind: str) -> Media:
    """The file of sendPhoto, sendDocument, …"""
    upload = parameters.files.get(kind)
    if upload is not None:
        return new_media(world, kind, upload)
    if not parameters.text(kind):
        raise bad(f"there is no {kind} in the request")
    return read_media(world, parameters, kind, parameters.text(kind))


def new_media(world: World, kind: str, upload: Upload) -> Media:
    """Checked as Telegram checks an upload."""
    if not upload.content:
        raise bad("file must be non-empty")
    if kind == "photo":
        if len(upload.content) > PHOTO_BYTES:
            size = len(upload.content)
            raise bad(f"file of size {size} bytes is too big for a photo; the maximum size is 10485760 bytes")
        return Media("photo", keep_photo(world, upload.content, *_checked_size(upload.content)))
    if len(upload.content) > UPLOAD_BYTES:
        raise bad("file is too big")
    return Media(kind, keep_other(world, kind, upload.content, {"file_name": upload.filename}))


def keep_photo(world: World, content: bytes, width: int, height: int) -> Json:
    """Two sizes, as Telegram makes them; both lead to the same bytes."""
    small_side = 90 / max(width, height)
    about: Json = {}
    small = world.keep_file("photo", content, ".jpg", about)
    large = world.keep_file("photo", content, ".jpg", about)
    sizes = [
        _described(small)
        | {"width": max(1, round(width * small_side)), "height": max(1, round(height * small_side))},
        _described(large) | {"width": width, "height": height},
    ]
    about["photo"] = {"sizes": sizes}
    return {"sizes": sizes}


def keep_other(world: World, kind: str, content: bytes, extra: Json) -> Json:
    stored = world.keep_file(kind, content, _EXTENSIONS.get(kind, ".bin"), {})
    described = _described(stored) | extra
    if kind == "voice":
        described = {"duration": 1, "mime_type": "audio/ogg"} | described
        described.pop("file_name", None)
    stored.about[kind] = described
    return described


def _described(stored: StoredFile) -> Json:
    return {"file_id": stored.id, "file_unique_id": stored.unique_id, "file_size": len(stored.content)}


def picture_size(content: bytes) -> tuple[int, int] | None:
    try:
        with Image.open(io.BytesIO(content)) as picture:
            return picture.size
    except (UnidentifiedImageError, OSError, ValueError):
        return None


def _checked_size(content: bytes) -> tuple[int, int]:
    size = picture_size(content)
    if size is None:
        raise bad("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return size
