"""What might be asked for: what was said and photographed of changes that are done. Whose it is, nobody reads."""

from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity.consents import Purpose
from handlers.board.store import PHOTOS
from handlers.ideas import rules as ideas
from handlers.ideas.store.comments import SEEN
from handlers.ideas.store.ideas import PUBLIC
from handlers.press.rules import LONGEST_QUOTE, SHORTEST_QUOTE, Kind

FINISHED = ", ".join(f"'{one.value}'" for one in sorted(ideas.FINISHED))
QUOTABLE = f"length({{words}}) BETWEEN {SHORTEST_QUOTE} AND {LONGEST_QUOTE}"
COMMENTS = (
    "SELECT 'comment' AS kind, c.id AS source_id, c.words AS words, c.person_id AS person_id, c.said_at AS at,"  # noqa: S608
    " i.place_id AS place_id FROM idea_comments c JOIN ideas i ON i.id = c.idea_id"
    f" WHERE {SEEN} AND i.status IN ({{status}})"
)
# Only what its author showed to everybody, and the team put on the page.
STORIES = (
    "SELECT 'story', s.id, s.words, s.person_id, s.told_at, r.place_id FROM pulse_stories s"
    " JOIN pulse_rounds r ON r.id = s.round_id WHERE s.on_page_at IS NOT NULL"
)
# What a volunteer wrote down for somebody is no quote of hers.
IDEAS = (
    "SELECT 'idea', i.id, i.words, i.person_id, i.sent_at, i.place_id FROM ideas i WHERE i.status IN ({status})"
    " AND NOT EXISTS (SELECT 1 FROM idea_behalf b WHERE b.idea_id = i.id)"
)
SAID = f"{COMMENTS} UNION ALL {STORIES} UNION ALL {IDEAS}"
STILL_SAID = SAID.format(status=PUBLIC)
SAID_OF_FINISHED = SAID.format(status=FINISHED)
# A picture that was ever held back may be of a child, whatever its guardian allowed here.
NEVER_HELD = " AND NOT EXISTS (SELECT 1 FROM held_pictures h WHERE h.media_id = m.id OR h.hash = m.hash)"
SHOWN = f"{PHOTOS}{NEVER_HELD}"


def refused(person: str) -> str:
    """A condition in SQL: she said that nothing of hers goes to newspapers. `person` is a column of ours."""
    return (
        f"EXISTS (SELECT 1 FROM consents_standing n WHERE n.person_id = {person}"  # noqa: S608 our own words
        f" AND n.purpose = '{Purpose.PRESS.value}' AND n.given = 0)"
    )


# Whoever has no door, wants no messages or nothing in newspapers cannot be asked: that is a no.
CAN_BE_ASKED = (
    " AND EXISTS (SELECT 1 FROM identities d WHERE d.person_id = {person})"  # noqa: S608 our own words
    " AND NOT EXISTS (SELECT 1 FROM consents_standing w WHERE w.person_id = {person}"
    f" AND w.purpose = '{Purpose.MESSAGES.value}' AND w.given = 0) AND NOT "
)


@dataclass(frozen=True)
class Quote:
    """Something somebody said, which nobody has asked her for."""

    kind: Kind
    source_id: int
    words: str
    person_id: int


@dataclass(frozen=True)
class Photo:
    idea_id: int
    number: int
    media_id: int
    after: bool
    person_id: int


async def quotes(tx: Tx, place_id: int, limit: int) -> list[Quote]:
    """What changed most first, then what was said lately; without what was asked for in just these words."""
    return await tx.all(_quote, f"{_quotes()} ORDER BY CASE q.kind WHEN 'story' THEN 0 ELSE 1 END, q.at DESC, q.kind,"
                        " q.source_id DESC LIMIT ?", place_id, limit)  # fmt: skip


async def quote(tx: Tx, place_id: int, kind: Kind, source_id: int) -> Quote | None:
    """None for what is not there (any more), or whose author cannot be asked."""
    sql = f"{_quotes()} AND q.kind = ? AND q.source_id = ?"
    return await tx.one(_quote, sql, place_id, kind.value, source_id)


async def photos(tx: Tx, place_id: int) -> list[Photo]:
    """Of finished changes, the newest change first: its own ones, then how it is now, as they came."""
    asked = CAN_BE_ASKED.format(person="m.person_id") + refused("m.person_id")
    sql = (
        f"SELECT i.id, i.number, m.id, a.kind, m.person_id {SHOWN}{asked} AND i.place_id = ? AND o.id = i.id"
        f" AND i.status IN ({FINISHED}) ORDER BY i.number DESC, a.id"
    )
    return await tx.all(_photo, sql, place_id)


def _quotes() -> str:
    asked = CAN_BE_ASKED.format(person="q.person_id") + refused("q.person_id")
    return (
        f"SELECT q.kind, q.source_id, q.words, q.person_id FROM ({SAID_OF_FINISHED}) q WHERE q.place_id = ?"  # noqa: S608
        f" AND {QUOTABLE.format(words='q.words')}{asked} AND NOT EXISTS (SELECT 1 FROM press_pieces p"
        " WHERE p.place_id = q.place_id AND p.kind = q.kind AND p.source_id = q.source_id"
        " AND p.person_id = q.person_id AND (p.words = q.words OR p.state IN ('no', 'taken_back')))"
    )


def _quote(kind: str, source_id: int, words: str, person_id: int) -> Quote:
    return Quote(Kind(kind), source_id, words, person_id)


def _photo(idea_id: int, number: int, media_id: int, kind: str, person_id: int) -> Photo:
    return Photo(idea_id, number, media_id, kind == "after", person_id)
