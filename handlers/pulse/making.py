"""The sheet to tick, made when the message leaves."""

import asyncio
from pathlib import Path
from typing import Any

from bot.graphics import typesetting
from bot.i18n.texts import Text, clean, literal, render_plain
from bot.identity import places
from bot.identity.places import Place
from bot.services import Site
from handlers.pulse import store
from handlers.pulse.rules import OPEN_TO_ALL, Question
from handlers.pulse.store.rounds import Round
from handlers.pulse.words import day, question_words, t

TEMPLATE = Path(__file__).parent / "sheet.typ"
UNDER_FACES = {
    Question.PLACE: (t.sheet_better, t.sheet_same, t.sheet_worse),
    Question.NEIGHBOURS: (t.sheet_more, t.sheet_same, t.sheet_fewer),
}
Words = dict[str, str]


async def sheet_for(site: Site, about: str) -> bytes:
    """`about` is the id of the place. Raises LookupError for one that does not exist."""
    async with site.database.read() as tx:
        place = await places.place(tx, int(about))
        running = await store.rounds.find_open(tx, place.id)
    return await asyncio.to_thread(typesetting.pdf, TEMPLATE, sheet(place, running), site.clock.now())


def sheet(place: Place, running: Round | None) -> dict[str, Any]:
    """What the template is told."""
    questions = [
        {"words": _all(place, question_words(one)), "faces": [_all(place, each) for each in UNDER_FACES[one]]}
        for one in OPEN_TO_ALL
    ]
    until = [] if running is None else _all(place, t.sheet_until(day=day(running.closes_at, place.clocks)))
    return {
        "name": _said(literal(clean(place.name)), place.languages[0]),
        "title": _all(place, t.sheet_title),
        "how": _all(place, t.sheet_how),
        "questions": questions,
        "story": _all(place, t.sheet_story),
        "until": until,
    }


def _all(place: Place, text: Text) -> list[Words]:
    return [_said(text, language) for language in place.languages]


def _said(text: Text, language: str) -> Words:
    return {"words": typesetting.drawable(render_plain(text, language)), "language": language}
