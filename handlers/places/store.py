"""The settings of a place and its spots, each change with who made it."""

from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity.places import Moderation, Place, Space, Spot
from handlers.places.rules import Setting


@dataclass(frozen=True)
class Change:
    """`by` is None for the command line."""

    by: str | None
    what: str
    was: str
    becomes: str
    changed_at: int


async def note(
    tx: Tx, place_id: int, by: int | None, what: Setting, was: str, becomes: str, now: int, spot_id: int | None = None
) -> None:
    await tx.run(
        "INSERT INTO place_changes (place_id, person_id, what, spot_id, was, becomes, changed_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        place_id,
        by,
        what.value,
        spot_id,
        was,
        becomes,
        now,
    )


async def last_change(tx: Tx, place_id: int, among: tuple[Setting, ...]) -> Change | None:
    slots = ", ".join("?" for _ in among)
    return await tx.one(
        Change,
        "SELECT p.name, c.what, c.was, c.becomes, c.changed_at FROM place_changes c"  # noqa: S608 question marks
        f" LEFT JOIN people p ON p.id = c.person_id WHERE c.place_id = ? AND c.what IN ({slots})"
        " ORDER BY c.id DESC LIMIT 1",
        place_id,
        *(one.value for one in among),
    )


async def set_name(tx: Tx, place_id: int, name: str) -> None:
    await tx.run("UPDATE places SET name = ? WHERE id = ?", name, place_id)


async def set_languages(tx: Tx, place_id: int, languages: tuple[str, ...]) -> None:
    await tx.run("UPDATE places SET languages = ? WHERE id = ?", ",".join(languages), place_id)


async def set_clocks(tx: Tx, place_id: int, timezone: str, second: str | None) -> None:
    await tx.run("UPDATE places SET timezone = ?, second_timezone = ? WHERE id = ?", timezone, second, place_id)


async def set_moderation(tx: Tx, place_id: int, moderation: Moderation) -> None:
    await tx.run("UPDATE places SET moderation = ? WHERE id = ?", moderation.value, place_id)


async def set_quiet(tx: Tx, place_id: int, start: int, end: int) -> None:
    await tx.run("UPDATE places SET quiet_from = ?, quiet_to = ? WHERE id = ?", start, end, place_id)


async def set_shop_minute(tx: Tx, place_id: int, minute: int) -> None:
    await tx.run("UPDATE places SET shop_minute = ? WHERE id = ?", minute, place_id)


async def set_team_minute(tx: Tx, place_id: int, minute: int) -> None:
    await tx.run("UPDATE places SET team_minute = ? WHERE id = ?", minute, place_id)


async def set_money_limit(tx: Tx, place_id: int, limit: int) -> None:
    await tx.run("UPDATE places SET money_limit = ? WHERE id = ?", limit, place_id)


async def set_made_days(tx: Tx, place_id: int, days: int) -> None:
    await tx.run("UPDATE places SET made_days = ? WHERE id = ?", days, place_id)


async def set_answer_days(tx: Tx, place_id: int, days: int) -> None:
    await tx.run("UPDATE places SET answer_days = ? WHERE id = ?", days, place_id)


async def set_answer_voices(tx: Tx, place_id: int, voices: int) -> None:
    await tx.run("UPDATE places SET answer_voices = ? WHERE id = ?", voices, place_id)


async def readers_of(tx: Tx, place_id: int, language: str) -> int:
    """How many people of the place chose this language."""
    sql = (
        "SELECT count(*) FROM members m JOIN people p ON p.id = m.person_id"
        " WHERE m.place_id = ? AND p.language = ? AND p.consented_at IS NOT NULL"
    )
    return await tx.one(int, sql, place_id, language) or 0


async def add_spot(tx: Tx, place: Place, name: str) -> int:
    """At the end of the list; whose space it is has to be said yet."""
    spot_id = await tx.one(
        int,
        "INSERT INTO spots (place_id, space, name, position) SELECT p.id, CAST(? AS TEXT), CAST(? AS TEXT),"
        " coalesce((SELECT max(s.position) FROM spots s WHERE s.place_id = p.id), 0) + 1"
        " FROM places p WHERE p.id = ? RETURNING id",
        Space.UNSURE.value,
        name,
        place.id,
    )
    if spot_id is None:
        raise LookupError("the new spot has no id")
    return spot_id


async def name_spot(tx: Tx, spot_id: int, name: str | None) -> None:
    await tx.run("UPDATE spots SET name = ? WHERE id = ?", name, spot_id)


async def set_space(tx: Tx, spot_id: int, space: Space) -> None:
    await tx.run("UPDATE spots SET space = ? WHERE id = ?", space.value, spot_id)


async def set_photo(tx: Tx, spot_id: int, media_id: int | None) -> None:
    await tx.run("UPDATE spots SET media_id = ? WHERE id = ?", media_id, spot_id)


async def put_in_order(tx: Tx, spots: list[Spot]) -> None:
    await tx.many(
        "UPDATE spots SET position = ? WHERE id = ?", [(position, spot.id) for position, spot in enumerate(spots)]
    )


async def remove_spot(tx: Tx, spot_id: int, now: int) -> None:
    """Softly: what is there stays there."""
    await tx.run("UPDATE spots SET removed_at = ? WHERE id = ?", now, spot_id)


async def bring_back_spot(tx: Tx, spot_id: int) -> None:
    await tx.run("UPDATE spots SET removed_at = NULL WHERE id = ?", spot_id)


async def has_photo(tx: Tx, spot_id: int) -> bool:
    """Also one that is not ready yet."""
    return bool(await tx.one(int, "SELECT count(*) FROM spots WHERE id = ? AND media_id IS NOT NULL", spot_id))


async def take_photo_off(tx: Tx, media_id: int) -> int | None:
    """The person who sent a spot's photo that could not be kept; None when it belongs to no spot."""
    person_id = await tx.one(
        int,
        "SELECT m.person_id FROM spots s JOIN media m ON m.id = s.media_id WHERE s.media_id = ?",
        media_id,
    )
    if person_id is not None:
        await tx.run("UPDATE spots SET media_id = NULL WHERE media_id = ?", media_id)
    return person_id
