"""Files that come with a message: taken in, measured and put on the shelf, or found again by file_id."""

import asyncio
import re
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from bot.db import NotSaved
from bot.gateway import pictures, shapes, store
from bot.gateway.core import Core
from bot.gateway.errors import ApiError, PhoneError, bad_request
from bot.gateway.limits import MEGABYTE
from bot.gateway.params import LARGEST_FILE, Params, Upload
from bot.gateway.text import clean, whole

LARGEST_PHOTO = 10 * MEGABYTE
# https://core.telegram.org/bots/api#sendphoto: width and height together, and their ratio.
MOST_SIDES = 10_000
MOST_RATIO = 20
MOST_NAME = 120
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
        await core.shelf.drop([file.path for draft in drafts for file in draft.files])
        raise
    except NotSaved:
        if core.database.dialect == "sqlite":
            await core.shelf.drop([file.path for draft in drafts for file in draft.files])
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
    if kind == "voice":
        return await voice(core, upload, upload.type if TYPE.fullmatch(upload.type) else "audio/ogg", duration)
    return await document(core, upload)


async def _photo_of_the_bot(core: Core, upload: Upload) -> Draft:
    length = len(upload.content)
    if length > LARGEST_PHOTO:
        raise bad_request(
            f"file of size {length} bytes is too big for a photo; the maximum size is {LARGEST_PHOTO} bytes"
        )
    try:
        small, full = await asyncio.to_thread(pictures.sizes, upload.content)
    except pictures.NotAPicture:
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    sides = sorted((full.width, full.height))
    if sum(sides) > MOST_SIDES or sides[1] > MOST_RATIO * sides[0]:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return await photo(core, small, full)


async def photo(core: Core, small: pictures.Size, full: pictures.Size) -> Draft:
    family = secrets.token_urlsafe(9)
    files: list[store.File] = []
    for size in (small, full):
        async with dropped_if_unsaved(core, [Draft({}, files)]):
            path = await core.shelf.keep(size.content, size.type)
        name = "photo." + path.rpartition(".")[2]
        files.append(_file("photo", family, path, size.type, name, len(size.content), size.width, size.height))
    return Draft(shapes.photo(files), files)


async def voice(core: Core, upload: Upload, type_: str, duration: int) -> Draft:
    path = await core.shelf.keep(upload.content, type_)
    file = _file("voice", "", path, type_, "voice", len(upload.content), duration=max(duration, 0))
    return Draft(shapes.voice(file), [file])


async def document(core: Core, upload: Upload) -> Draft:
    type_ = upload.type if TYPE.fullmatch(upload.type) else "application/octet-stream"
    path = await core.shelf.keep(upload.content, type_)
    file = _file("document", "", path, type_, label(upload.name), len(upload.content))
    return Draft(shapes.document(file), [file])


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
