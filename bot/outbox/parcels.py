"""Turns an outbox row into the call that leaves: finds or draws its picture, or names one the door has."""

import asyncio
import html
import json
import logging
import re
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import zip_longest
from typing import Any

import telegram

from bot.dialogue.feature import Maker
from bot.doors.door import WEB
from bot.graphics import drawing
from bot.i18n.texts import FALLBACK, render_plain
from bot.i18n.texts import machine as m
from bot.outbox import budget, held, renewing
from bot.outbox.outgoing import Lane
from bot.web.site import Site

log = logging.getLogger(__name__)

DRAWN_KEPT = 32  # pictures, about 100 kB each
TAG = re.compile(r"</?[a-z][^<>]*>")


@dataclass(frozen=True)
class Row:
    """A claimed outbox row."""

    id: int
    door: str
    queue: str
    chat_id: int
    method: str
    params_json: str
    lane: int
    attempts: int
    campaign: str | None
    person_id: int | None
    unasked_in: int | None
    renewals: int

    @property
    def params(self) -> dict[str, Any]:
        """Anew each time: whoever packs takes out of them what the door is not told."""
        whole: dict[str, Any] = json.loads(self.params_json)
        return whole

    @property
    def language(self) -> str:
        """Of whoever reads it; every message has one."""
        return str(self.params["language"])


@dataclass
class Parcel:
    """`uploads` names the stored media that this call carries as bytes, to remember the door's file_id."""

    method: str
    params: dict[str, Any]
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
        self._folder = site.pictures
        self._makers = makers
        self._drawn: OrderedDict[str, bytes] = OrderedDict()

    async def pack(self, row: Row) -> Parcel:
        """Raises NotYet and NoLongerUseful. A picture that is lost leaves the words to go alone."""
        parcel = Parcel(row.method, row.params)
        language = parcel.params.pop("language", None)
        if row.renewals:
            parcel.params = renewing.with_apology(parcel.params, language or FALLBACK)
        if language is not None and row.door == WEB:
            # Beyond the Bot API: our own page sets what is said in the letters and the direction of its language.
            parcel.params["language_code"] = language
        parcel.params.pop("in_place_only", None)
        if "message_of" in parcel.params:
            parcel.params["message_id"] = await self._message_of(parcel.params.pop("message_of"))
        try:
            await self._pictures(row, parcel)
        except NotMade as error:
            log.exception("outbox row %s lost what it should bring", row.id)
            _with_words_instead(parcel, str(error))
        except OSError:
            log.exception("outbox row %s lost its picture", row.id)
            _without_picture(parcel)
        return parcel

    async def pack_afresh(self, row: Row) -> Parcel:
        """With the bytes of its pictures: the door has forgotten a file that it once named."""
        shown = [row.params.get(name) for name in ("photo", "voice", "media")]
        pictures = [one for part in shown for one in (part if isinstance(part, list) else [part]) if one]
        stored = [picture.get("media", picture) for picture in pictures]
        async with self._database.write() as tx:
            for media_id in [one.get("stored") or one.get("recorded") for one in stored]:
                if media_id is not None:
                    await tx.run("DELETE FROM media_at_door WHERE door = ? AND media_id = ?", row.door, media_id)
        return await self.pack(row)

    async def check_wanted(self, row: Row, now: datetime) -> None:
        """Asked when it leaves, since days may have passed. Raises NoLongerWanted."""
        if row.person_id is None or row.lane < Lane.NOTICE or not row.method.startswith("send"):
            return
        async with self._database.read() as tx:
            if not await budget.still_wanted(tx, row.person_id, row.unasked_in is not None, now):
                raise NoLongerWanted("no longer wanted")

    async def _pictures(self, row: Row, parcel: Parcel) -> None:
        params = parcel.params
        if isinstance(params.get("document"), dict):
            document = params["document"]
            params["document"] = telegram.InputFile(await self._make(document), filename=document["name"])
        if isinstance(params.get("photo"), dict):
            params["photo"] = await self._file(row, params["photo"], parcel)
        if isinstance(params.get("voice"), dict):
            params["voice"] = await self._file(row, params["voice"], parcel)
        media = params.get("media")
        if isinstance(media, dict):
            params["media"] = await self._input_media(row, media, parcel)
        elif isinstance(media, list):
            params["media"] = [await self._input_media(row, one, parcel) for one in media]

    async def _input_media(self, row: Row, media: Mapping[str, Any], parcel: Parcel) -> telegram.InputMediaPhoto:
        file = await self._file(row, media["media"], parcel)
        if isinstance(file, telegram.InputFile):
            # Inside InputMedia an upload is named attach://…, https://core.telegram.org/bots/api#inputmediaphoto
            file = telegram.InputFile(file.input_file_content, filename="photo.jpg", attach=True)
        return telegram.InputMediaPhoto(
            file, caption=media.get("caption"), parse_mode=media.get("parse_mode"), filename="photo.jpg"
        )

    async def _file(self, row: Row, picture: Mapping[str, Any], parcel: Parcel) -> str | telegram.InputFile:
        media_id = picture.get("stored") or picture.get("recorded")
        if media_id is None:
            drawn = await self._draw(picture)
            return telegram.InputFile(drawn, filename="picture.jpg")
        kept = await self._kept(row.door, media_id)
        if kept.reason in (held.HELD, held.REMOVED):
            # Whatever the door would still call it: until somebody agreed nobody sees it.
            drawn = await _instead_of(kept, row.language)
            return telegram.InputFile(drawn, filename="picture.jpg")
        if kept.file_id is not None and kept.state == "ready":
            return kept.file_id
        parcel.uploads.append(media_id)
        if "recorded" in picture:
            return telegram.InputFile(self._folder.read_voice(kept.found), filename="voice.ogg")
        return telegram.InputFile(self._folder.read(kept.found), filename="photo.jpg")

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

    async def _draw(self, picture: Mapping[str, Any]) -> bytes:
        """The chart of a poll goes to everybody, the first page of the board is looked at all day long; each takes
        a tenth of a second and more to draw. What a feature makes may read otherwise every time."""
        if "made" in picture:
            return await self._make(picture)
        kept = [await self._kept("", media_id) for media_id, _ in picture.get("collage", ())]
        key = json.dumps([picture, [(one.state, one.reason, one.hash) for one in kept]], sort_keys=True)
        if key not in self._drawn:
            self._drawn[key] = await self._drawing(picture, kept)
        self._drawn.move_to_end(key)
        while len(self._drawn) > DRAWN_KEPT:
            self._drawn.popitem(last=False)
        return self._drawn[key]

    async def _drawing(self, picture: Mapping[str, Any], kept: Sequence[_Kept]) -> bytes:
        language = picture["language"]
        if "chart" in picture:
            chart = picture["chart"]
            given = zip_longest(chart["bars"], chart.get("shown", ()), chart.get("tones", ()))
            bars = [drawing.Bar(label, value, shown, tone) for (label, value), shown, tone in given]
            full = chart.get("full", 0)
            return await asyncio.to_thread(drawing.bar_chart, chart["title"], bars, chart["note"], language, full)
        if "card" in picture:
            card = picture["card"]
            return await asyncio.to_thread(drawing.card, card["title"], card["lines"], language)
        return await self._collage(picture["collage"], kept, language)

    async def _collage(self, wanted: Sequence[tuple[int, str]], kept: Sequence[_Kept], language: str) -> bytes:
        """Without those that are held, or that somebody has taken away."""
        pairs = zip(kept, wanted, strict=True)
        pictures = [(self._folder.read(one.found), label) for one, (_, label) in pairs if one.state == "ready"]
        if not pictures:
            return await _instead_of(kept[0], language)
        return await asyncio.to_thread(drawing.collage, pictures, language)

    async def _make(self, made: Mapping[str, Any]) -> bytes:
        try:
            return await self._makers[made["made"]](self._site, made["about"])
        except Exception as error:  # whatever stumbles, whoever waits for it is told
            raise NotMade(made["otherwise"]) from error

    async def _message_of(self, row_id: int) -> int:
        async with self._database.read() as tx:
            state = await tx.one(
                lambda *columns: columns, "SELECT state, message_id FROM outbox WHERE id = ?", row_id
            )
        if state is None or state[0] in ("refused", "uncertain"):
            raise NoLongerUseful(f"row {row_id} has no message")
        if state[1] is None:
            raise NotYet(f"row {row_id} has no message yet")
        return int(state[1])


async def _instead_of(kept: _Kept, language: str) -> bytes:
    said = m.picture_kept_back if kept.reason == held.HELD else m.picture_gone
    return await asyncio.to_thread(drawing.card, render_plain(said, language), (), language)


def without_formatting(params: dict[str, Any]) -> dict[str, Any]:
    """The same words with nothing for the door to parse."""
    plain = {name: value for name, value in params.items() if name != "parse_mode"}
    for name in ("text", "caption"):
        if name in plain and "parse_mode" in params:
            plain[name] = _words_of(plain[name])
    media = plain.get("media")
    if isinstance(media, telegram.InputMediaPhoto):
        plain["media"] = telegram.InputMediaPhoto(media.media, caption=_words_of(media.caption or ""))
    return plain


def _words_of(markup: str) -> str:
    return html.unescape(TAG.sub("", markup))


def _with_words_instead(parcel: Parcel, words: str) -> None:
    parcel.method = "sendMessage" if parcel.method.startswith("send") else "editMessageText"
    for name in ("document", "photo", "media", "caption"):
        parcel.params.pop(name, None)
    parcel.params |= {"text": words, "parse_mode": "HTML"}


def _without_picture(parcel: Parcel) -> None:
    if parcel.method == "sendPhoto":
        parcel.method = "sendMessage"
    elif parcel.method == "editMessageMedia":
        parcel.method = "editMessageText"
        media = parcel.params.pop("media")
        parcel.params["caption"] = media.get("caption", "") if isinstance(media, dict) else ""
        if isinstance(media, dict) and "parse_mode" in media:
            parcel.params["parse_mode"] = media["parse_mode"]
    else:
        raise NoLongerUseful("an album without its pictures is nothing")
    parcel.params.pop("photo", None)
    parcel.params["text"] = parcel.params.pop("caption", "") or "…"
    parcel.uploads.clear()
