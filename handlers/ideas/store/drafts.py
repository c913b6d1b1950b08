"""A half-finished idea is a row with status `draft`: its pieces, its place, its number."""

from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity import places
from bot.identity.places import Space
from handlers.ideas.rules import Status
from handlers.ideas.store import lookalikes
from handlers.ideas.store.ideas import IDEA, Idea, read_idea

DEGREE = 1_000_000  # how a location is stored


@dataclass(frozen=True)
class Refused:
    """A picture that could not be kept, and the idea it belonged to."""

    idea_id: int
    kind: str
    person_id: int


@dataclass(frozen=True)
class Album:
    idea_id: int
    place_id: int
    kind: str


@dataclass(frozen=True)
class Identity:
    door: str
    user_id: int


async def start_draft(tx: Tx, place_id: int, person_id: int, now: int) -> int:
    idea_id = await tx.one(
        int,
        "INSERT INTO ideas (place_id, person_id, touched_at) VALUES (?, ?, ?) RETURNING id",
        place_id,
        person_id,
        now,
    )
    if idea_id is None:
        raise LookupError("the new idea has no id")
    return idea_id


async def open_draft(tx: Tx, place_id: int, person_id: int) -> Idea | None:
    """The newest one."""
    sql = (
        f"SELECT {IDEA} FROM ideas i WHERE i.place_id = ? AND i.person_id = ?"  # noqa: S608 constant
        " AND i.status = 'draft' ORDER BY i.touched_at DESC, i.id DESC LIMIT 1"
    )
    return await tx.one(read_idea, sql, place_id, person_id)


async def sent_by(tx: Tx, person_id: int, since: int) -> int:
    """How many ideas a person sent since then."""
    return await tx.one(int, "SELECT count(*) FROM ideas WHERE person_id = ? AND sent_at >= ?", person_id, since) or 0


async def add_words(tx: Tx, idea: Idea, words: str, now: int) -> None:
    whole = f"{idea.words}\n{words}".strip()
    await tx.run(
        "UPDATE ideas SET words = ?, touched_at = ? WHERE id = ?",
        whole,
        now,
        idea.id,
    )
    if idea.status is not Status.DRAFT:
        await lookalikes.file_words(tx, idea.id, whole)


async def attach(tx: Tx, idea_id: int, media_id: int, kind: str, album: str | None, now: int) -> None:
    await tx.run(
        "INSERT INTO idea_media (idea_id, media_id, kind, album) VALUES (?, ?, ?, ?)", idea_id, media_id, kind, album
    )
    await tx.run("UPDATE ideas SET touched_at = ? WHERE id = ?", now, idea_id)


async def find_album(tx: Tx, person_id: int, album: str) -> Album | None:
    """What the earlier pictures of an album were for."""
    return await tx.one(
        Album,
        "SELECT a.idea_id, i.place_id, a.kind FROM idea_media a JOIN media m ON m.id = a.media_id"
        " JOIN ideas i ON i.id = a.idea_id WHERE a.album = ? AND m.person_id = ? ORDER BY a.id DESC LIMIT 1",
        album,
        person_id,
    )


async def mean(tx: Tx, idea_id: int) -> None:
    """Its author said that it is an idea."""
    await tx.run("UPDATE ideas SET meant = 1 WHERE id = ?", idea_id)


async def touch(tx: Tx, idea_id: int, now: int) -> None:
    await tx.run("UPDATE ideas SET touched_at = ? WHERE id = ?", now, idea_id)


async def is_different(tx: Tx, idea_id: int) -> None:
    """Its author saw the look-alikes."""
    await tx.run("UPDATE ideas SET different = 1 WHERE id = ?", idea_id)


async def put_at_spot(tx: Tx, idea_id: int, spot_id: int, space: Space) -> None:
    await tx.run("UPDATE ideas SET spot_id = ?, space = ?, elsewhere = 0 WHERE id = ?", spot_id, space.value, idea_id)


async def put_elsewhere(tx: Tx, idea_id: int) -> None:
    await tx.run("UPDATE ideas SET spot_id = NULL, space = 'unsure', elsewhere = 1 WHERE id = ?", idea_id)


async def put_at_location(tx: Tx, idea_id: int, latitude: float, longitude: float) -> None:
    await tx.run(
        "UPDATE ideas SET latitude = ?, longitude = ? WHERE id = ?",
        round(latitude * DEGREE),
        round(longitude * DEGREE),
        idea_id,
    )


async def drop(tx: Tx, idea_id: int) -> None:
    """Only ever for a draft: nobody else has seen it."""
    await lookalikes.forget(tx, idea_id)
    await tx.run("DELETE FROM idea_media WHERE idea_id = ?", idea_id)
    await tx.run("DELETE FROM idea_behalf WHERE idea_id = ?", idea_id)
    await tx.run("DELETE FROM ideas WHERE id = ? AND status = 'draft'", idea_id)


async def fold_into(tx: Tx, idea_id: int, target_id: int) -> None:
    """A draft whose author found that somebody had said it before; what she sent stays on record."""
    await tx.run("UPDATE ideas SET status = 'merged', merged_into = ? WHERE id = ?", target_id, idea_id)


async def send(tx: Tx, idea: Idea, now: int) -> int:
    """Gives the draft its number and puts it into the team's queue, where others may find it alike."""
    number = await places.next_number(tx, idea.place_id)
    await tx.run("UPDATE ideas SET status = 'new', number = ?, sent_at = ? WHERE id = ?", number, now, idea.id)
    await lookalikes.file_words(tx, idea.id, idea.words)
    return number


async def withdraw(tx: Tx, idea_id: int) -> None:
    await tx.run("UPDATE ideas SET status = 'withdrawn' WHERE id = ?", idea_id)


async def take_off(tx: Tx, media_id: int) -> Refused | None:
    """Removes a picture that could not be kept; None when it belongs to no idea."""
    found = await tx.one(
        Refused,
        "SELECT a.idea_id, a.kind, m.person_id FROM idea_media a JOIN media m ON m.id = a.media_id"
        " WHERE a.media_id = ?",
        media_id,
    )
    if found is not None:
        await tx.run("DELETE FROM idea_media WHERE media_id = ?", media_id)
    return found


async def identities(tx: Tx, person_id: int) -> list[Identity]:
    """Every door the person speaks through."""
    return await tx.all(Identity, "SELECT door, user_id FROM identities WHERE person_id = ?", person_id)
