"""The zip file that somebody takes along while it is being filled; it never grows beyond what a message may bring."""

import asyncio
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime

from bot.clock import moment
from bot.gateway.files import Shelf
from bot.gateway.taking import Said, Sent
from bot.media.images import smaller
from bot.media.pictures import Pictures
from handlers.privacy import rules
from handlers.privacy.store import OwnPicture

SUFFIX = {"voice": "ogg", "photo": "jpg"}
WORDS = ("text", "caption", "location", "contact")  # of a message in the web chat, in the Bot API's words


class Box:
    """What is not async blocks. Expects each name once, and nothing else while `messages` is open."""

    def __init__(self, pictures: Pictures, shelf: Shelf, now: datetime) -> None:
        self._pictures = pictures
        self._shelf = shelf
        self._date = now.timetuple()[:6]
        self._whole = io.BytesIO()
        # Pictures do not become smaller by squeezing them.
        self._file = zipfile.ZipFile(self._whole, "w", zipfile.ZIP_STORED)
        self.small = False  # whether pictures were made smaller
        self.left_out = 0  # files

    def close(self) -> bytes:
        self._file.close()
        return self._whole.getvalue()

    def put_words(self, name: str, words: str) -> None:
        self._file.writestr(name, words, zipfile.ZIP_DEFLATED)

    async def put_pictures(self, pictures: Sequence[OwnPicture]) -> None:
        """Made smaller where all of them would not fit into a message. Raises Unavailable."""
        self.small = await self._size(pictures) > rules.MOST_BYTES
        for one in pictures:
            try:
                content = await self._content(one, self._whole.tell() > rules.MOST_BYTES)
            except FileNotFoundError:  # restored without its pictures
                continue
            await asyncio.to_thread(self._file.writestr, f"{one.kind}s/{one.id}.{SUFFIX[one.kind]}", content)

    async def put_files(self, files: Sequence[Sent]) -> None:
        """One after another, as long as there is room. Raises Unavailable."""
        for one in files:
            if self._whole.tell() + one.size > rules.MOST_BYTES:
                self.left_out += await self._shelf.has(one.path)
                continue
            content = await self._shelf.read(one.path)
            if content is not None:
                await asyncio.to_thread(self._file.writestr, _name(one), content)

    @contextmanager
    def messages(self, name: str, files: Sequence[Sent]) -> Iterator[Callable[[Sequence[Said]], None]]:
        """A list in JSON that grows page by page, squeezed at once, so that a long talk needs no room."""
        names: dict[int, list[str]] = {}
        for one in files:
            names.setdefault(one.message, []).append(_name(one))
        entry = zipfile.ZipInfo(name, self._date)
        entry.compress_type = zipfile.ZIP_DEFLATED
        with self._file.open(entry, "w") as file:
            between = b"[\n"

            def write(page: Sequence[Said]) -> None:
                nonlocal between
                for one in page:
                    whole = _message(one, names.get(one.id, []))
                    file.write(between + json.dumps(whole, ensure_ascii=False).encode())
                    between = b",\n"

            yield write
            file.write(b"[]\n" if between == b"[\n" else b"\n]\n")

    async def _content(self, one: OwnPicture, full: bool) -> bytes:
        """`full`: even the small ones were too many."""
        if one.kind == "voice":
            return await self._pictures.read_voice(one.hash)
        if full:
            return await self._pictures.read_thumbnail(one.hash)
        whole = await self._pictures.read(one.hash)
        return await asyncio.to_thread(smaller, whole, rules.SMALL_SIDE) if self.small else whole

    async def _size(self, pictures: Sequence[OwnPicture]) -> int:
        """Of all of them, read one after another; it need not be known beyond what a message may bring."""
        bytes_ = 0
        for one in pictures:
            if one.kind == "photo" and bytes_ <= rules.MOST_BYTES:
                with suppress(FileNotFoundError):
                    bytes_ += len(await self._pictures.read(one.hash))
        return bytes_


def _name(one: Sent) -> str:
    return f"files/{one.message}-{one.name}"


def _message(one: Said, files: list[str]) -> dict[str, object]:
    content = json.loads(one.body)
    said = {name: content[name] for name in WORDS if name in content}
    at = moment(one.sent).isoformat(timespec="seconds")
    return {"sent_at": at} | said | ({"files": files} if files else {})
