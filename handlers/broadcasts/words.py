"""How a broadcast looks to whoever gets it, and what its sender is shown of that."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot import people
from bot.campaigns import Report
from bot.context import Notices
from bot.outgoing import CAPTION_LIMIT, TEXT_LIMIT, Message, Stored
from bot.texts import LANGUAGES, Text, Texts, fits, join, render_plain
from handlers.broadcasts.store import Broadcast

t = Texts("broadcasts", Path(__file__).parent / "texts")


@dataclass(frozen=True)
class InLanguage:
    """A sentence in one language inside a sentence of another."""

    text: Text
    language: str

    def show(self, _language: str) -> str:
        return render_plain(self.text, self.language)


async def message(notices: Notices, broadcast: Broadcast) -> Message:
    """The same words for everybody, in a frame that each one reads in her own language."""
    sender = await people.person(notices.tx, broadcast.made_by)
    text = t.frame(place=notices.place.name, name=sender.name, words=broadcast.words or "")
    picture = Stored(broadcast.media_id) if broadcast.media_id and broadcast.media_state == "ready" else None
    return Message(text, picture=picture)


async def preview(notices: Notices, broadcast: Broadcast, first: Text, language: str) -> Text:
    """In each language of the place; when that is too long, the words once and only the frames of the others."""
    whole = (await message(notices, broadcast)).text
    limit = TEXT_LIMIT if broadcast.media_id is None else CAPTION_LIMIT
    own_first = sorted(notices.place.languages, key=lambda one: one != language)
    complete = _versions(first, own_first, lambda _: whole)
    if fits(render_plain(complete, language), limit):
        return complete
    return _versions(first, own_first, lambda one: whole if one == own_first[0] else whole(words="…"))


def progress(report: Report) -> Text:
    return t.progress(reached=report.reached, total=report.total, waiting=report.waiting)


def final(report: Report) -> Text:
    parts = [
        t.report(total=report.total),
        t.report_reached(count=report.reached),
        t.report_blocked(count=report.blocked),
        t.report_unsure(count=report.unsure),
        t.report_waiting(count=report.waiting),
    ]
    return join(*parts, *([t.report_stopped(count=report.stopped)] if report.stopped else []))


def _versions(first: Text, languages: list[str], text_in: Callable[[str], Text]) -> Text:
    versions = [
        t.preview_in(language=LANGUAGES.get(one, one), message=InLanguage(text_in(one), one)) for one in languages
    ]
    return join(first, *versions, separator="\n\n")
