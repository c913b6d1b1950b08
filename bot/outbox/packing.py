"""Turns an outbox row into the call that leaves: finds or draws its picture, or names one the door has."""

import asyncio
import html
import logging
import re
from collections import OrderedDict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import zip_longest
from typing import Any

import telegram

from bot.doors.door import WEB
from bot.graphics import charts
from bot.i18n.texts import FALLBACK, render_plain
from bot.i18n.texts import machine as m
from bot.outbox import frequency_cap, held_pictures, renewing
from bot.outbox.calls import ALBUM, CAPTIONS, EDITED, FILES, HTML, TEXTS, Bars, Call, Card, File, Making, Words
from bot.outbox.message import Collage, Lane, Recorded, Stored
from bot.outbox.store import rows
from bot.outbox.store.claims import Row
from bot.outbox.store.rows import State
from bot.services import Maker, Site
from bot.storage.storage import Unavailable

log = logging.getLogger(__name__)

DRAWN_KEPT = 32  # pictures, about 100 kB each
PATIENT = 5  # tries for a picture that cannot be read just now; then the words go alone
TAG = re.compile(r"</?[a-z][^<>]*>")


Packed = str | telegram.InputFile  # what the door calls a file, or its bytes


@dataclass
class Parcel:
    """A call as the door is told it.

    `uploads` names the stored media that it carries as bytes, to remember the door's file_id. `call` is what it came
    from, with whatever was put right on the way; `files` what became of its files.
    """

    method: str
    params: dict[str, Any]
    call: Call
    files: tuple[Packed, ...] = ()
    uploads: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class _Kept:
    """A picture or voice note as it is now; `file_id` is what the door calls it."""

    state: str
    reason: str | None
    hash: str | None
    file_id: str | None

    @property
    def found(self) -> str:
        if self.hash is None or self.state != "ready":
            raise FileNotFoundError("it is not ready")
        return self.hash


class NotYet(Exception):
    """The message that this one changes has not been sent yet."""


class NoLongerUseful(Exception):
    """The message that this one changes was never sent."""


class NoLongerWanted(Exception):
    """Whom it is for does not want to be written to any more."""


class NotMade(Exception):
    """A feature could not make its file or picture; carries the sentence that says so."""


class Packing:
    """`makers` are what the features make: Town.makers."""

    def __init__(self, site: Site, makers: Mapping[str, Maker]) -> None:
        self._site = site
        self._database = site.database
        self._pictures = site.pictures
        self._makers = makers
        self._drawn: OrderedDict[Hashable, bytes] = OrderedDict()

    async def pack(self, row: Row) -> Parcel:
        """Raises NotYet and NoLongerUseful. A picture that is lost leaves the words to go alone."""
        call = renewing.with_apology(row.call) if row.renewals else row.call
        surrounding = await self._surrounding(row, call)
        uploads: list[int] = []
        files: tuple[Packed, ...] = ()
        try:
            files = tuple([await self._file(row, call, file, uploads) for file in call.files])
        except NotMade as error:
            log.exception("outbox row %s lost what it should bring", row.id)
            call = with_words_instead(call, Words(str(error)))
        except Unavailable:
            if row.attempts < PATIENT:
                raise NotYet("its picture cannot be read just now") from None
            log.warning("outbox row %s goes without its picture, which cannot be read", row.id)
            call = without_picture(call)
        except OSError:
            log.exception("outbox row %s lost its picture", row.id)
            call = without_picture(call)
        return packed(call, surrounding, files, uploads if files else [])

    async def pack_afresh(self, row: Row) -> Parcel:
        """With the bytes of its pictures: the door has forgotten a file that it once named."""
        async with self._database.write() as tx:
            for file in row.call.files:
                if isinstance(file, Stored | Recorded):
                    sql = "DELETE FROM media_at_door WHERE door = ? AND media_id = ?"
                    await tx.run(sql, row.door, file.media_id)
        return await self.pack(row)

    async def check_wanted(self, row: Row, now: datetime) -> None:
        """Asked when it leaves, since days may have passed. Raises NoLongerWanted."""
        if row.person_id is None or row.lane < Lane.NOTICE or not row.method.startswith("send"):
            return
        async with self._database.read() as tx:
            if not await frequency_cap.still_wanted(tx, row.person_id, row.unasked_in is not None, now):
                raise NoLongerWanted("no longer wanted")

    async def _surrounding(self, row: Row, call: Call) -> dict[str, Any]:
        """Everything but words and files."""
        params = dict(call.more)
        if call.language is not None:
            params["chat_id"] = row.chat_id
            if row.door == WEB:
                # Beyond the Bot API: our own page sets what is said in the letters and direction of its language.
                params["language_code"] = call.language
        if call.buttons is not None:
            params["reply_markup"] = call.buttons
        if call.message_of is not None:
            params["message_id"] = await self._message_of(call.message_of)
        elif call.message_id is not None:
            params["message_id"] = call.message_id
        return params

    async def _file(self, row: Row, call: Call, file: File, uploads: list[int]) -> Packed:
        language = call.language or FALLBACK
        if isinstance(file, Making):
            made = await self._make(file)
            return telegram.InputFile(made, filename=file.name or "picture.jpg")
        if not isinstance(file, Stored | Recorded):
            return telegram.InputFile(await self._draw(file, language), filename="picture.jpg")
        kept = await self._kept(row.door, file.media_id)
        if kept.reason in (held_pictures.HELD, held_pictures.REMOVED):
            # Whatever the door would still call it: until somebody agreed nobody sees it.
            drawn = await _instead_of(kept, language)
            return telegram.InputFile(drawn, filename="picture.jpg")
        if kept.file_id is not None and kept.state == "ready":
            return kept.file_id
        uploads.append(file.media_id)
        if isinstance(file, Recorded):
            return telegram.InputFile(await self._pictures.read_voice(kept.found), filename="voice.ogg")
        return telegram.InputFile(await self._pictures.read(kept.found), filename="photo.jpg")

    async def _kept(self, door: str, media_id: int) -> _Kept:
        async with self._database.read() as tx:
            kept = await tx.one(
                _Kept,
                "SELECT m.state, m.reason, m.hash, d.file_id FROM media m"
                " LEFT JOIN media_at_door d ON d.media_id = m.id AND d.door = ? WHERE m.id = ?",
                door,
                media_id,
            )
        return kept or _Kept("refused", None, None, None)

    async def _draw(self, picture: Bars | Card | Collage, language: str) -> bytes:
        """The chart of a poll goes to everybody, the first page of the board is looked at all day long; each takes
        a tenth of a second and more to draw. What a feature makes may read otherwise every time."""
        pictures = picture.pictures if isinstance(picture, Collage) else ()
        kept = tuple([await self._kept("", media_id) for media_id, _ in pictures])
        key = (picture, language, kept)
        if key not in self._drawn:
            self._drawn[key] = await self._drawing(picture, kept, language)
        self._drawn.move_to_end(key)
        while len(self._drawn) > DRAWN_KEPT:
            self._drawn.popitem(last=False)
        return self._drawn[key]

    async def _drawing(self, picture: Bars | Card | Collage, kept: Sequence[_Kept], language: str) -> bytes:
        match picture:
            case Bars(title, bars, note, shown, tones, full):
                given = zip_longest(bars, shown, tones)
                drawn = [charts.Bar(label, value, beside, tone) for (label, value), beside, tone in given]
                return await asyncio.to_thread(charts.bar_chart, title, drawn, note, language, full)
            case Card(title, lines):
                return await asyncio.to_thread(charts.card, title, lines, language)
            case Collage(pictures):
                return await self._collage(pictures, kept, language)

    async def _collage(self, wanted: Sequence[tuple[int, str]], kept: Sequence[_Kept], language: str) -> bytes:
        """Without those that are held, or that somebody has taken away."""
        pairs = zip(kept, wanted, strict=True)
        ready = [(one.found, label) for one, (_, label) in pairs if one.state == "ready"]
        pictures = [(await self._pictures.read(found), label) for found, label in ready]
        if not pictures:
            return await _instead_of(kept[0], language)
        return await asyncio.to_thread(charts.collage, pictures, language)

    async def _make(self, made: Making) -> bytes:
        try:
            return await self._makers[made.maker](self._site, made.about)
        except Exception as error:  # whatever stumbles, whoever waits for it is told
            raise NotMade(made.otherwise) from error

    async def _message_of(self, row_id: int) -> int:
        async with self._database.read() as tx:
            fate = await rows.fate(tx, row_id)
        if fate is None or fate.state in (State.REFUSED, State.UNCERTAIN):
            raise NoLongerUseful(f"row {row_id} has no message")
        if fate.message_id is None:
            raise NotYet(f"row {row_id} has no message yet")
        return fate.message_id


async def _instead_of(kept: _Kept, language: str) -> bytes:
    said = m.picture_kept_back if kept.reason == held_pictures.HELD else m.picture_gone
    return await asyncio.to_thread(charts.card, render_plain(said, language), (), language)


def packed(call: Call, surrounding: dict[str, Any], files: Sequence[Packed], uploads: list[int]) -> Parcel:
    """As the Bot API takes it, https://core.telegram.org/bots/api#available-methods."""
    params = dict(surrounding)
    said = call.words
    if call.method == EDITED and files:
        params["media"] = _input_media(files[0], said)
    elif call.method == ALBUM and files:
        params["media"] = [_input_media(file, said if n == 0 else None) for n, file in enumerate(files)]
    else:
        if files:
            params[FILES[call.method]] = files[0]
        if said is not None and call.method in (*TEXTS, *CAPTIONS):
            params["text" if call.method in TEXTS else "caption"] = said.text
            params |= HTML if said.formatted else {}
    return Parcel(call.method, params, call, tuple(files), uploads)


def without_formatting(parcel: Parcel) -> Parcel:
    """The same words with nothing for the door to parse."""
    said = parcel.call.words
    if said is None or not said.formatted:
        return parcel
    plain = replace(parcel.call, words=Words(html.unescape(TAG.sub("", said.text)), formatted=False))
    return _packed_again(parcel, plain)


def as_new(parcel: Parcel) -> Parcel | None:
    """The edited message is gone: the same words as a new one. None for an edit of buttons alone."""
    methods = {"editMessageText": "sendMessage", EDITED: "sendPhoto"}
    if parcel.method not in methods:
        return None
    return _packed_again(parcel, replace(parcel.call, method=methods[parcel.method]))


def with_words_instead(call: Call, said: Words) -> Call:
    """For what could not be made."""
    return replace(call, method=_without_files(call.method), words=said, files=())


def without_picture(call: Call) -> Call:
    if call.method not in ("sendPhoto", EDITED):
        raise NoLongerUseful("an album without its pictures is nothing")
    said = call.words or Words("…", formatted=False)
    return replace(call, method=_without_files(call.method), words=said if said.text else Words("…"), files=())


def _packed_again(parcel: Parcel, call: Call) -> Parcel:
    """The same surroundings and files around another call."""
    ours = {"media", "text", "caption", "parse_mode", *FILES.values()} - set(parcel.call.more)
    surrounding = {name: value for name, value in parcel.params.items() if name not in ours}
    if call.method.startswith("send"):
        surrounding.pop("message_id", None)
    return packed(call, surrounding, parcel.files, parcel.uploads)


def _without_files(method: str) -> str:
    return "sendMessage" if method.startswith("send") else "editMessageText"


def _input_media(file: Packed, said: Words | None) -> telegram.InputMediaPhoto:
    if isinstance(file, telegram.InputFile):
        # Inside InputMedia an upload is named attach://…, https://core.telegram.org/bots/api#inputmediaphoto
        file = telegram.InputFile(file.input_file_content, filename="photo.jpg", attach=True)
    return telegram.InputMediaPhoto(
        file,
        caption=said.text if said else None,
        parse_mode="HTML" if said and said.formatted else None,
        filename="photo.jpg",
    )
