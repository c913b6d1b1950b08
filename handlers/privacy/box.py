"""The zip file that somebody takes along while it is being filled; it never grows beyond what a message may bring."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from bot.clock import moment
from bot.gateway.files import Shelf
from bot.gateway.taking import Said, Sent
from bot.media.images import MediaFolder, smaller
from handlers.privacy import rules
from handlers.privacy.store import OwnPicture

SUFFIX = {"voice": "ogg", "photo": "jpg"}
WORDS = ("text", "caption", "location", "contact")  # of a message in the web chat, in the Bot API's words


class Box:
    """Everything here blocks. Expects each name once, and nothing else while `messages` is open."""

    def __init__(self, pictures: MediaFolder, shelf: Shelf, now: datetime) -> None:
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

    def put_pictures(self, pictures: Sequence[OwnPicture]) -> None:
        """Made smaller where all of them would not fit into a message."""
        self.small = sum(self._size(one) for one in pictures) > rules.MOST_BYTES
        for one in pictures:
            try:
                content = self._content(one, self._whole.tell() > rules.MOST_BYTES)
            except FileNotFoundError:  # restored without its pictures
                continue
            self._file.writestr(f"{one.kind}s/{one.id}.{SUFFIX[one.kind]}", content)

    def put_files(self, files: Sequence[Sent]) -> None:
        """One after another, as long as there is room."""
        for one in files:
            path = self._shelf.path(one.path)
            if not path.is_file():
                continue
            if self._whole.tell() + one.size > rules.MOST_BYTES:
                self.left_out += 1
                continue
            self._file.write(path, _name(one))

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

    def _content(self, one: OwnPicture, full: bool) -> bytes:
        """`full`: even the small ones were too many."""
        if one.kind == "voice":
            return self._pictures.read_voice(one.hash)
        if full:
            return self._pictures.read_thumbnail(one.hash)
        whole = self._pictures.read(one.hash)
        return smaller(whole, rules.SMALL_SIDE) if self.small else whole

    def _size(self, one: OwnPicture) -> int:
        path = self._pictures.path(one.hash)
        return path.stat().st_size if path.exists() else 0


def _name(one: Sent) -> str:
    return f"files/{one.message}-{one.name}"


def _message(one: Said, files: list[str]) -> dict[str, object]:
    content = json.loads(one.body)
    said = {name: content[name] for name in WORDS if name in content}
    at = moment(one.sent).isoformat(timespec="seconds")
    return {"sent_at": at} | said | ({"files": files} if files else {})
