"""Pictures that are or were held back in a place, what they belong to, and where a picture is shown."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.held.rules import Source

# Every picture of a place with what it belongs to: first what everybody may come to see, then what is being made.
SHOWN = """SELECT a.media_id AS media_id, 'idea' AS kind, coalesce(i.merged_into, i.id) AS subject, a.kind AS part
    FROM idea_media a JOIN ideas i ON i.id = a.idea_id
    WHERE i.place_id = ? AND a.kind <> 'voice' AND i.status NOT IN ('draft', 'withdrawn')
    UNION ALL SELECT e.media_id, 'event', e.id, 'cover' FROM events e WHERE e.place_id = ? AND e.status <> 'draft'
    UNION ALL SELECT f.media_id, 'event', f.event_id, 'album' FROM event_photos f
    JOIN events e ON e.id = f.event_id WHERE e.place_id = ?
    UNION ALL SELECT b.media_id, 'broadcast', b.id, 'cover' FROM broadcasts b
    WHERE b.place_id = ? AND b.state <> 'draft'
    UNION ALL SELECT s.media_id, 'spot', s.id, 'cover' FROM spots s WHERE s.place_id = ?
    UNION ALL SELECT l.media_id, 'made', t.id, 'last' FROM made_photos l JOIN made_changes c ON c.id = l.change_id
    JOIN made_surfaces u ON u.id = c.surface_id JOIN made_things t ON t.id = u.thing_id WHERE t.place_id = ?
    UNION ALL SELECT k.media_id, 'idea', p.idea_id, 'after' FROM care_checks k JOIN care_plans p ON p.id = k.plan_id
    WHERE p.place_id = ? AND k.media_id IS NOT NULL
    UNION ALL SELECT d.media_id, 'need', d.need_id, 'brought' FROM need_pledges d WHERE d.place_id = ?"""
MADE = """ UNION ALL SELECT a.media_id, 'idea', i.id, a.kind FROM idea_media a JOIN ideas i ON i.id = a.idea_id
    WHERE i.place_id = ? AND a.kind <> 'voice' AND i.status IN ('draft', 'withdrawn')
    UNION ALL SELECT e.media_id, 'event', e.id, 'cover' FROM events e WHERE e.place_id = ? AND e.status = 'draft'
    UNION ALL SELECT b.media_id, 'broadcast', b.id, 'cover' FROM broadcasts b
    WHERE b.place_id = ? AND b.state = 'draft'"""
IN_SHOWN, IN_MADE = SHOWN.count("?"), MADE.count("?")
MOST = 200  # pictures one looks through


@dataclass(frozen=True)
class Held:
    """Moments in ms. `kind` and `subject` say what it belongs to; `by` is who held it, `agreed_by` who was told."""

    media_id: int
    sender_id: int
    sender: str
    by: str | None
    held_at: int
    agreed_by: str | None
    agreed_at: int | None
    removed_at: int | None


@dataclass(frozen=True)
class Belongs:
    """`name` is an idea's number or an event's title."""

    kind: str
    name: str


HELD = (
    "SELECT h.media_id, m.person_id, p.name, b.name, h.held_at, r.name, h.released_at, h.removed_at"
    " FROM held_pictures h JOIN media m ON m.id = h.media_id JOIN people p ON p.id = m.person_id"
    " LEFT JOIN people b ON b.id = h.held_by LEFT JOIN people r ON r.id = h.released_by WHERE h.place_id = ?"
)


async def waiting(tx: Tx, place_id: int) -> list[Held]:
    """Held at present, the one that goes next first."""
    sql = f"{HELD} AND h.released_at IS NULL AND h.removed_at IS NULL ORDER BY h.held_at, h.media_id"
    return await tx.all(Held, sql, place_id)


async def agreed(tx: Tx, place_id: int) -> list[Held]:
    """Shown again, the newest first."""
    return await tx.all(Held, f"{HELD} AND h.released_at IS NOT NULL ORDER BY h.released_at DESC LIMIT 50", place_id)


async def find(tx: Tx, place_id: int, media_id: int) -> Held | None:
    return await tx.one(Held, f"{HELD} AND h.media_id = ?", place_id, media_id)


async def due(tx: Tx, place_id: int, held_before: int) -> list[Held]:
    sql = f"{HELD} AND h.released_at IS NULL AND h.removed_at IS NULL AND h.held_at <= ? ORDER BY h.media_id"
    return await tx.all(Held, sql, place_id, held_before)


async def anything_to_look_at(tx: Tx) -> bool:
    """Of what is held, in any place."""
    sql = "SELECT count(*) FROM held_pictures WHERE looked_again_at IS NULL AND released_at IS NULL"
    return bool(await tx.one(int, sql))


async def pictures(tx: Tx, place_id: int, source: Source, subject: int) -> list[int]:
    """Media ids of what is shown there now; of the whole place the newest first."""
    of, order = {
        Source.IDEA: ("s.kind = 'idea' AND s.subject = ?", "m.id"),
        Source.EVENT: ("s.kind = 'event' AND s.subject = ?", "m.id"),
        Source.PICTURE: ("m.id = ?", "m.id"),
        Source.PLACE: ("CAST(? AS BIGINT) IS NOT NULL", "m.id DESC"),
    }[source]
    sql = (
        f"SELECT DISTINCT m.id FROM ({SHOWN}) s JOIN media m ON m.id = s.media_id"  # noqa: S608 fixed words
        f" WHERE m.kind = 'photo' AND m.state = 'ready' AND {of} ORDER BY {order} LIMIT {MOST}"
    )
    return await tx.all(int, sql, *[place_id] * IN_SHOWN, subject)


async def same(tx: Tx, place_id: int, media_id: int) -> list[int]:
    """Itself, and every other row of the place with the very same picture."""
    sql = (
        f"SELECT DISTINCT m.id FROM ({SHOWN}{MADE}) s JOIN media m ON m.id = s.media_id"  # noqa: S608 fixed words
        " WHERE m.state = 'ready' AND m.hash = (SELECT hash FROM media WHERE id = ?) ORDER BY m.id"
    )
    return await tx.all(int, sql, *[place_id] * (IN_SHOWN + IN_MADE), media_id)


async def is_of_place(tx: Tx, place_id: int, media_id: int) -> bool:
    sql = f"SELECT count(*) FROM ({SHOWN}{MADE}) s WHERE s.media_id = ?"  # noqa: S608 fixed words
    return bool(await tx.one(int, sql, *[place_id] * (IN_SHOWN + IN_MADE), media_id))


async def belongs(tx: Tx, place_id: int, media_id: int) -> Belongs | None:
    """What it is a picture of; None for what is gone."""
    sql = (
        "SELECT s.kind, coalesce(CASE s.kind WHEN 'idea' THEN"  # noqa: S608 fixed words
        " (SELECT CAST(i.number AS TEXT) FROM ideas i WHERE i.id = s.subject)"
        " WHEN 'event' THEN (SELECT e.title FROM events e WHERE e.id = s.subject) END, '')"
        f" FROM ({SHOWN}) s WHERE s.media_id = ? ORDER BY s.kind DESC, s.subject LIMIT 1"
    )
    return await tx.one(Belongs, sql, *[place_id] * IN_SHOWN, media_id)


async def sender(tx: Tx, media_id: int) -> int | None:
    return await tx.one(int, "SELECT person_id FROM media WHERE id = ?", media_id)


async def fingerprint(tx: Tx, media_id: int) -> int | None:
    return await tx.one(int, "SELECT fingerprint FROM media WHERE id = ?", media_id)


async def held_fingerprints(tx: Tx, place_id: int) -> list[int]:
    """Of what is held in the place at present, or was removed there."""
    return await tx.all(
        int,
        "SELECT m.fingerprint FROM held_pictures h JOIN media m ON m.id = h.media_id"
        " WHERE h.place_id = ? AND h.released_at IS NULL AND m.fingerprint IS NOT NULL",
        place_id,
    )
