"""How a broadcast looks to whoever gets it, and what its sender is shown of that."""

from dataclasses import dataclass, replace
from pathlib import Path

from bot.clock import moment
from bot.dialogue.mailing import Brief, Versions
from bot.dialogue.notices import Notices
from bot.i18n.clocks import When
from bot.i18n.texts import Text, Texts, fits, join, render_plain, short
from bot.identity import names, people, roles
from bot.outbox.campaigns import Report
from bot.outbox.message import Button, Message, Stored
from bot.outbox.queue import CAPTION_LIMIT, TEXT_LIMIT
from handlers.broadcasts import store
from handlers.broadcasts.store.broadcasts import Broadcast

t = Texts("broadcasts", Path(__file__).parent / "texts")

LEFT_OUT = "…"
ON_A_BUTTON = 24


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
    name: Text
    words: str
    language: str | None
    versions: dict[str, str]
    # Who released it, when it could not wait.
    released_by: Text | None = None

    def read_in(self, language: str) -> Text:
        """Whoever reads a language without a version reads the words as they are, and which language that is."""
        version = self.versions.get(language)
        if self.released_by:
            words, both = version or self.words, {"name": self.name, "second": self.released_by}
            return t.frame_urgent(place=self.place, words=words, **both)
        if version is not None or self.language in (None, language):
            return t.frame(place=self.place, name=self.name, words=version or self.words)
        # Its name in her language: she may not even know the letters of the other one.
        own = t[f"language-{self.language}"]
        return t.frame_in(place=self.place, name=self.name, language=own, words=self.words)


@dataclass(frozen=True)
class InShort:
    """The first of the words, in the version of the reader's language."""

    said: Said
    limit: int = 100

    def show(self, language: str) -> str:
        return short(self.said.versions.get(language) or self.said.words or "🖼", self.limit)


async def said(notices: Notices, broadcast: Broadcast) -> Said:
    sender = await people.person(notices.tx, broadcast.made_by)
    versions = await store.broadcasts.versions(notices.tx, broadcast.id)
    name = names.signed(sender.name, await roles.of(notices.tx, sender.id, notices.place.id))
    released_by: Text | None = None
    if broadcast.urgent and broadcast.approved_by is not None:
        approver = await people.person(notices.tx, broadcast.approved_by)
        released_by = names.signed(approver.name, await roles.of(notices.tx, approver.id, notices.place.id))
    return Said(notices.place.name, name, broadcast.words or "", broadcast.language, versions, released_by)


async def brief(notices: Notices, broadcast: Broadcast) -> Brief:
    """Among other news with its day, since it may be days old by then. By address: that screen stands above us."""
    whole = await said(notices, broadcast)
    day = When(moment(broadcast.send_at or notices.now_ms), notices.place.clocks, "day")
    line = t.in_short(day=day, name=whole.name, words=InShort(whole))
    return Brief(line, Button(t.read_it(words=InShort(whole, ON_A_BUTTON)), f"broadcasts.read:{broadcast.id}"))


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


def of_use(notices: Notices, broadcast: Broadcast) -> list[Text]:
    """Nothing for what is worth reading whenever it comes."""
    if broadcast.useful_until is None:
        return []
    return [t.is_of_use_until(when=When(moment(broadcast.useful_until), notices.place.clocks))]


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
    parts += [t.report_late(count=report.late)] if report.late else []
    return join(*parts, *([t.report_stopped(count=report.stopped)] if report.stopped else []))


async def who_released(notices: Notices, broadcast: Broadcast) -> Text:
    return t.report_urgent(name=(await said(notices, broadcast)).released_by or "")


def _in_all(first: Text, languages: list[str], readings: list[Said]) -> Text:
    versions = [
        t.preview_in(language=language_name(one), message=InLanguage(reading.read_in(one), one))
        for one, reading in zip(languages, readings, strict=True)
    ]
    return join(first, *versions, separator="\n\n")
