"""Files that come with a message: taken in, made clean and put on the shelf, or found again by file_id."""

import hashlib
import re
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from bot.database.db import NotSaved
from bot.gateway import shapes, store
from bot.gateway.bot_api.params import LARGEST_FILE, Params, Upload
from bot.gateway.core import Core
from bot.gateway.errors import ApiError, PhoneError, bad_request
from bot.gateway.files import NOT_KEPT
from bot.gateway.phone.limits import MEGABYTE
from bot.gateway.text import clean, whole
from bot.media.images import THUMBNAIL_SIDE, BadPicture, CleanPicture
from bot.media.pixels import PNG, begins_picture

LARGEST_PHOTO = 10 * MEGABYTE
# https://core.telegram.org/bots/api#sendphoto: width and height together, and their ratio.
MOST_SIDES = 10_000
MOST_RATIO = 20
MOST_NAME = 120
DRAWINGS = 32  # of the bot's own, that are remembered
BOT = "the bot"  # whose turn it is with a picture
TYPE = re.compile(r"[a-z]{1,20}/[a-z0-9.+-]{1,80}")

PREFIX = {"photo": "P", "document": "D", "voice": "V"}
WIRE: dict[str, Callable[[list[store.File]], dict[str, Any]]] = {
    "photo": shapes.photo,
    "document": lambda files: shapes.document(files[0]),
    "voice": lambda files: shapes.voice(files[0]),
}


@dataclass(frozen=True)
class Draft:
    """A message about to be: its content, and the files whose rows do not exist yet."""

    content: store.Body
    files: list[store.File] = field(default_factory=list)


@asynccontextmanager
async def dropped_if_unsaved(core: Core, drafts: Sequence[Draft]) -> AsyncIterator[None]:
    """A full disk needs its room back. PostgreSQL may have kept what we believe lost: there only the sweep knows."""
    try:
        yield
    except PhoneError:
        await core.shelf.let_go([file.path for draft in drafts for file in draft.files])
        raise
    except NotSaved:
        if core.database.dialect == "sqlite":
            await core.shelf.let_go([file.path for draft in drafts for file in draft.files])
        raise


async def attached(core: Core, params: Params, name: str, kind: str) -> Draft:
    """The file in the parameter `name`: uploaded, attach://, or a file_id known here."""
    given = params.text(name)
    upload = params.upload(given.removeprefix("attach://") if given.startswith("attach://") else name)
    if upload is not None:
        return await _uploaded(core, upload, kind, params.integer("duration"))
    if not given:
        raise bad_request(f"there is no {kind} in the request")
    if given.startswith(("http://", "https://")):
        # Fetching addresses for others is how servers are turned against their own network.
        raise bad_request("failed to get HTTP URL content")
    async with core.database.read() as tx:
        file = await store.file(tx, given)
        files = await store.family(tx, file.family) if file else []
    if not files or files[0].kind != kind:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return Draft(WIRE[kind](files))


async def _uploaded(core: Core, upload: Upload, kind: str, duration: int) -> Draft:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > LARGEST_FILE:
        raise ApiError(413, "Request Entity Too Large")
    if kind == "photo":
        return await _photo_of_the_bot(core, upload)
    if kind == "voice" and not begins_picture(upload.content):
        return await voice(core, upload, upload.type if TYPE.fullmatch(upload.type) else "audio/ogg", duration)
    return await _document_of_the_bot(core, upload)


async def _photo_of_the_bot(core: Core, upload: Upload) -> Draft:
    length = len(upload.content)
    if length > LARGEST_PHOTO:
        raise bad_request(
            f"file of size {length} bytes is too big for a photo; the maximum size is {LARGEST_PHOTO} bytes"
        )
    hash = hashlib.sha256(upload.content).hexdigest()
    again = await _known_drawing(core, hash)
    if again is not None:
        return again
    picture = await _redrawn(core, upload.content, hash)
    sides = sorted(picture.came_as)
    if sum(sides) > MOST_SIDES or sides[1] > MOST_RATIO * sides[0]:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    drawn = await photo(core, picture)
    core.drawings[hash] = drawn.files
    while len(core.drawings) > DRAWINGS:
        core.drawings.popitem(last=False)
    return drawn


async def _known_drawing(core: Core, hash: str) -> Draft | None:
    """A chart that goes to everybody is redrawn once, and lies on the disk once."""
    known = core.drawings.get(hash)
    if known is None:
        return None
    core.drawings.move_to_end(hash)
    small, full = known
    names = await core.shelf.keep_again(full.path)
    if names is None:
        del core.drawings[hash]
        return None
    return _photo(_again(small, names[1]), _again(full, names[0]))


async def _redrawn(core: Core, content: bytes, hash: str) -> CleanPicture:
    async def read() -> bytes:
        return content

    try:
        if await core.shelf.knows(hash):
            return await core.cleaner.look_at(BOT, read)
        return await core.cleaner.redraw(BOT, read)
    except BadPicture:
        raise bad_request("IMAGE_PROCESS_FAILED") from None


async def photo(core: Core, picture: CleanPicture) -> Draft:
    type_ = "image/png" if picture.jpeg.startswith(PNG) else "image/jpeg"
    path, small = await core.shelf.keep_picture(picture, type_)
    share = min(1.0, THUMBNAIL_SIDE / max(picture.width, picture.height))
    sides = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
    return _photo(
        _file("photo", "", small, "image/jpeg", "photo.jpg", len(picture.thumbnail), *sides),
        _file("photo", "", path, type_, "photo" + path[-4:], len(picture.jpeg), picture.width, picture.height),
    )


def _photo(*sizes: store.File) -> Draft:
    family = secrets.token_urlsafe(9)
    files = [replace(size, family=family) for size in sizes]
    return Draft(shapes.photo(files), files)


def _again(file: store.File, path: str) -> store.File:
    size = (file.kind, "", path, file.type, file.name, file.size, file.width, file.height)
    return _file(*size)


async def voice(core: Core, upload: Upload, type_: str, duration: int) -> Draft:
    path = await core.shelf.keep(upload.content, type_)
    file = _file("voice", "", path, type_, "voice", len(upload.content), duration=max(duration, 0))
    return Draft(shapes.voice(file), [file])


async def document(core: Core, upload: Upload) -> Draft:
    """Expects it to be no picture."""
    path = await core.shelf.keep(upload.content, type_of(upload.type))
    file = _file("document", "", path, type_of(upload.type), label(upload.name), len(upload.content))
    return Draft(shapes.document(file), [file])


async def _document_of_the_bot(core: Core, upload: Upload) -> Draft:
    """A picture is clean as a file, too."""
    if not begins_picture(upload.content):
        return await document(core, upload)
    picture = await _redrawn(core, upload.content, hashlib.sha256(upload.content).hexdigest())
    type_, suffix = ("image/png", "png") if picture.jpeg.startswith(PNG) else ("image/jpeg", "jpg")
    path = await core.shelf.keep(picture.jpeg, type_)
    name = f"{label(upload.name).rpartition('.')[0] or 'picture'}.{suffix}"
    file = _file("document", "", path, type_, name, len(picture.jpeg))
    return Draft(shapes.document(file), [file])


def not_kept(name: str, type_: str, size: int, why: str) -> Draft:
    """A document of which nothing but this is known: its bytes never reach the disk."""
    file = _file("document", "", NOT_KEPT + why, type_of(type_), label(name), size)
    file = replace(file, file_id=shapes.ONLY_NAMED + file.file_id)
    return Draft(shapes.document(file), [file])


def type_of(claimed: str) -> str:
    return claimed if TYPE.fullmatch(claimed) else "application/octet-stream"


def label(name: str) -> str:
    """A person's file name, only ever shown: no folders, no control characters, not endless."""
    last = clean(whole(name)).replace("\n", " ").replace("\\", "/").rsplit("/", 1)[-1].strip(". ")
    stem, dot, suffix = last.rpartition(".")
    if not dot or len(suffix) > 10:
        return last[:MOST_NAME] or "file"
    return f"{stem[:MOST_NAME]}.{suffix}" if stem else suffix


def _file(
    kind: str,
    family: str,
    path: str,
    type_: str,
    name: str,
    size: int,
    width: int = 0,
    height: int = 0,
    duration: int = 0,
) -> store.File:
    file_id = PREFIX[kind] + secrets.token_urlsafe(24)
    unique = PREFIX[kind] + secrets.token_urlsafe(9)
    return store.File(
        file_id, unique, family or unique, kind, path, type_, name, size, width, height, min(duration, 86_400)
    )
