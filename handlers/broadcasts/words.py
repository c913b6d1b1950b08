"""How a broadcast looks to whoever gets it, and what its sender is shown of that."""

from dataclasses import dataclass, replace
from pathlib import Path

from bot import people
from bot.campaigns import Report, Versions
from bot.context import Notices
from bot.outgoing import CAPTION_LIMIT, TEXT_LIMIT, Message, Stored
from bot.texts import Text, Texts, fits, join, render_plain
from handlers.broadcasts import store
from handlers.broadcasts.store import Broadcast

t = Texts("broadcasts", Path(__file__).parent / "texts")

LEFT_OUT = "…"


@dataclass(frozen=True)
class InLanguage:
    """A sentence in one language inside a sentence of another."""

    text: Text
    language: str

    def show(self, _language: str) -> str:
        return render_plain(self.text, self.language)


@dataclass(frozen=True)
class Said:
    """What somebody wrote: her own words, and the versions for readers of other languages."""

    place: str
    name: str
    words: str
    language: str | None
    versions: dict[str, str]

    def read_in(self, language: str) -> Text:
        """Whoever reads a language without a version reads the words as they are, and which language that is."""
        version = self.versions.get(language)
        if version is not None or self.language in (None, language):
            return t.frame(place=self.place, name=self.name, words=version or self.words)
        # Its name in her language: she may not even know the letters of the other one.
        own = t[f"language-{self.language}"]
        return t.frame_in(place=self.place, name=self.name, language=own, words=self.words)


async def said(notices: Notices, broadcast: Broadcast) -> Said:
    sender = await people.person(notices.tx, broadcast.made_by)
    versions = await store.versions(notices.tx, broadcast.id)
    return Said(notices.place.name, sender.name, broadcast.words or "", broadcast.language, versions)


async def messages(notices: Notices, broadcast: Broadcast) -> Versions:
    """The message in each language, in a frame that each one reads in her own."""
    words, picture = await said(notices, broadcast), ready_picture(broadcast)
    return lambda language: Message(words.read_in(language), picture=picture)


def ready_picture(broadcast: Broadcast) -> Stored | None:
    return Stored(broadcast.media_id) if broadcast.media_id and broadcast.media_state == "ready" else None


async def preview(notices: Notices, broadcast: Broadcast, first: Text, language: str) -> Text:
    """In each language of the place; when that is too long, the words once and only the frames of the others."""
    whole = await said(notices, broadcast)
    limit = TEXT_LIMIT if broadcast.media_id is None else CAPTION_LIMIT
    own_first = sorted(notices.place.languages, key=lambda one: one != language)
    complete = _in_all(first, own_first, [whole] * len(own_first))
    if fits(render_plain(complete, language), limit):
        return complete
    brief = replace(whole, words=LEFT_OUT, versions=dict.fromkeys(whole.versions, LEFT_OUT))
    return _in_all(first, own_first, [whole, *[brief] * (len(own_first) - 1)])


def language_name(language: str) -> Text:
    """By its reader's own word for it; in its own script only where she chooses one for herself."""
    return t[f"language-{language}"]


def to_whom(broadcast: Broadcast) -> Text:
    if broadcast.only_language:
        return t.to_readers(language=language_name(broadcast.only_language))
    if broadcast.only_active:
        return t.to_active
    return t[f"to-{broadcast.whom}"]


def progress(report: Report) -> Text:
    said = t.progress_paused if report.paused else t.progress
    line = said(reached=report.reached, total=report.total, waiting=report.waiting)
    return join(line, t.held(count=report.held)) if report.held else line


def final(report: Report) -> Text:
    parts = [
        t.report(total=report.total),
        t.report_reached(count=report.reached),
        t.report_blocked(count=report.blocked),
        t.report_unsure(count=report.unsure),
        t.report_waiting(count=report.waiting),
    ]
    return join(*parts, *([t.report_stopped(count=report.stopped)] if report.stopped else []))


def _in_all(first: Text, languages: list[str], readings: list[Said]) -> Text:
    versions = [
        t.preview_in(language=language_name(one), message=InLanguage(reading.read_in(one), one))
        for one, reading in zip(languages, readings, strict=True)
    ]
    return join(first, *versions, separator="\n\n")
