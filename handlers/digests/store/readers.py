"""Who wants which digest when."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.digests.rules import Kind, Rhythm


@dataclass(frozen=True)
class Reader:
    """`from_at`: a digest that was due before this moment is not made up for. `done_for`: the date or week that
    was looked after last."""

    person_id: int
    kind: Kind
    rhythm: Rhythm
    stopped_at: int | None
    met_at: int
    from_at: int
    done_for: str | None


# Whoever never chose a time is written to at the usual one of her place, as it is now.
MINUTE = (
    "CASE WHEN r.chosen = 0 AND r.kind = 'shop' THEN l.shop_minute"
    " WHEN r.chosen = 0 AND r.kind = 'team' THEN l.team_minute ELSE r.minute END"
)
READER = f"r.person_id, r.kind, {MINUTE}, r.weekday, r.stopped_at, r.met_at, r.from_at, r.done_for"


async def reader(tx: Tx, place_id: int, person_id: int, kind: Kind, usual: Rhythm, now: int) -> Reader:
    """Whoever is met for the first time gets the usual time."""
    await tx.run(
        "INSERT INTO digest_readers (place_id, person_id, kind, minute, weekday, met_at, from_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        place_id,
        person_id,
        kind.value,
        usual.minute,
        usual.weekday,
        now,
        now,
    )
    found = await find_reader(tx, place_id, person_id, kind)
    if found is None:
        raise LookupError("the new reader is not there")
    return found


async def find_reader(tx: Tx, place_id: int, person_id: int, kind: Kind) -> Reader | None:
    return await tx.one(
        _reader,
        f"SELECT {READER} FROM digest_readers r JOIN places l ON l.id = r.place_id"  # noqa: S608 constant
        " WHERE r.place_id = ? AND r.person_id = ? AND r.kind = ?",
        place_id,
        person_id,
        kind.value,
    )


async def who_asked_for(tx: Tx, place_id: int, kind: Kind) -> list[Reader]:
    """Everybody who has not stopped it and is still of the place."""
    return await tx.all(
        _reader,
        f"SELECT {READER} FROM digest_readers r JOIN places l ON l.id = r.place_id"  # noqa: S608 constant
        " JOIN members m ON m.person_id = r.person_id AND m.place_id = r.place_id"
        " WHERE r.place_id = ? AND r.kind = ? AND r.stopped_at IS NULL ORDER BY r.person_id",
        place_id,
        kind.value,
    )


async def choose_rhythm(tx: Tx, place_id: int, person_id: int, kind: Kind, rhythm: Rhythm, now: int) -> None:
    await tx.run(
        "UPDATE digest_readers SET minute = ?, weekday = ?, chosen = 1, from_at = ?"
        " WHERE place_id = ? AND person_id = ? AND kind = ?",
        rhythm.minute,
        rhythm.weekday,
        now,
        place_id,
        person_id,
        kind.value,
    )


async def stop(tx: Tx, place_id: int, person_id: int, kind: Kind, now: int) -> None:
    await tx.run(
        "UPDATE digest_readers SET stopped_at = ? WHERE place_id = ? AND person_id = ? AND kind = ?",
        now,
        place_id,
        person_id,
        kind.value,
    )


async def resume(tx: Tx, place_id: int, person_id: int, kind: Kind, now: int) -> None:
    await tx.run(
        "UPDATE digest_readers SET stopped_at = NULL, from_at = ? WHERE place_id = ? AND person_id = ? AND kind = ?",
        now,
        place_id,
        person_id,
        kind.value,
    )


async def start_from(tx: Tx, place_id: int, now: int) -> None:
    """The clocks of the place changed: a time that is past by now is not made up for."""
    await tx.run("UPDATE digest_readers SET from_at = ? WHERE place_id = ?", now, place_id)


async def usual_from(tx: Tx, place_id: int, kind: Kind, now: int) -> None:
    """The same for those who never chose a time, when their usual one changes."""
    await tx.run(
        "UPDATE digest_readers SET from_at = ? WHERE place_id = ? AND kind = ? AND chosen = 0",
        now,
        place_id,
        kind.value,
    )


async def note_done(tx: Tx, place_id: int, reader: Reader, key: str) -> None:
    await tx.run(
        "UPDATE digest_readers SET done_for = ? WHERE place_id = ? AND person_id = ? AND kind = ?",
        key,
        place_id,
        reader.person_id,
        reader.kind.value,
    )


def _reader(
    person_id: int,
    kind: str,
    minute: int,
    weekday: int | None,
    stopped_at: int | None,
    met_at: int,
    from_at: int,
    done_for: str | None,
) -> Reader:
    return Reader(person_id, Kind(kind), Rhythm(minute, weekday), stopped_at, met_at, from_at, done_for)
