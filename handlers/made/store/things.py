"""What people made, what it is on, and what it can be made from."""

from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity.places import Space
from handlers.ideas.store.ideas import PUBLIC
from handlers.made.rules import Outcome, State, Wish, state

SHOWN_PHOTO = "EXISTS (SELECT 1 FROM event_photos f WHERE f.media_id = m.id AND f.state = 'shown')"
# How it is now, where there is such a photo; else the first one.
PICTURE = (
    f"coalesce((SELECT m.id FROM media m WHERE m.id = t.media_id AND m.state = 'ready' AND {SHOWN_PHOTO}),"  # noqa: S608
    " (SELECT m.id FROM idea_steps s JOIN media m ON m.id = s.after_media_id"
    f" WHERE s.idea_id = t.idea_id AND m.state = 'ready' AND i.status IN ({PUBLIC})"
    " AND NOT EXISTS (SELECT 1 FROM idea_steps u WHERE u.undoes = s.id) ORDER BY s.id DESC LIMIT 1),"
    " (SELECT m.id FROM idea_media a JOIN media m ON m.id = a.media_id"
    f" WHERE a.idea_id = t.idea_id AND a.kind = 'photo' AND m.state = 'ready' AND i.status IN ({PUBLIC})"
    " ORDER BY a.id LIMIT 1))"
)
# A step that was undone takes what was made along. Whose author left, or what was hidden, is still on its wall: only
# its words and pictures are not shown.
STANDS = "(t.idea_id IS NULL OR i.status IN ('done', 'looked_again', 'hidden', 'withdrawn'))"
WORDS = f"CASE WHEN t.idea_id IS NULL THEN coalesce(e.title, '') WHEN i.status IN ({PUBLIC}) THEN i.words ELSE '' END"
# Whoever looks after an idea that was done looks after what was made of it: handlers/care.
STEWARD = (
    "coalesce((SELECT c.steward_id FROM care_plans c"
    " WHERE c.idea_id = t.idea_id AND c.ended_at IS NULL), t.steward_id)"
)
# Where after-care knows its idea, its stewardship is handed on there.
OWN = "NOT EXISTS (SELECT 1 FROM care_plans c WHERE c.idea_id = t.idea_id AND c.ended_at IS NULL)"
THING = (
    f"SELECT t.id, t.place_id, t.idea_id, t.event_id, coalesce(i.number, 0), {WORDS},"  # noqa: S608
    f" {PICTURE}, t.wish, t.wish_until, {STEWARD}, t.made_at"
    " FROM made_things t LEFT JOIN ideas i ON i.id = t.idea_id LEFT JOIN events e ON e.id = t.event_id"
    f" WHERE {STANDS} AND t.place_id = ?"
)
SURFACE = (
    "SELECT s.id, s.thing_id, s.spot_id, o.name, coalesce(o.space, s.space), s.agreed_until,"
    " (SELECT c.id FROM made_changes c WHERE c.surface_id = s.id AND c.ended_at IS NULL),"
    " (SELECT c.outcome FROM made_changes c WHERE c.surface_id = s.id AND c.outcome IN ('moved', 'gone')"
    " ORDER BY c.id DESC LIMIT 1) FROM made_surfaces s LEFT JOIN spots o ON o.id = s.spot_id"
)


@dataclass(frozen=True)
class Thing:
    """`number` is that of its idea, 0 for one of an event; `media_id` a picture that may be sent. Times are ms."""

    id: int
    place_id: int
    idea_id: int | None
    event_id: int | None
    number: int
    words: str
    media_id: int | None
    wish: Wish
    wish_until: int | None
    steward_id: int | None
    made_at: int


@dataclass(frozen=True)
class Surface:
    """`change_id` is the change that is open there, `outcome` what became of it."""

    id: int
    thing_id: int
    spot_id: int | None
    spot_name: str | None
    space: Space
    agreed_until: int | None
    change_id: int | None
    outcome: Outcome | None

    @property
    def gone(self) -> bool:
        return self.outcome is Outcome.GONE


@dataclass(frozen=True)
class Finished:
    """An idea that is done and of which nothing is registered yet."""

    idea_id: int
    number: int
    words: str


async def find(tx: Tx, place_id: int, thing_id: int) -> Thing | None:
    return await tx.one(_thing, f"{THING} AND t.id = ?", place_id, thing_id)


async def of_idea(tx: Tx, place_id: int, idea_id: int) -> Thing | None:
    return await tx.one(_thing, f"{THING} AND t.idea_id = ?", place_id, idea_id)


async def of_photo(tx: Tx, place_id: int, media_id: int) -> Thing | None:
    return await tx.one(_thing, f"{THING} AND t.media_id = ?", place_id, media_id)


async def listed(tx: Tx, place_id: int, offset: int, limit: int) -> list[Thing]:
    """The newest first."""
    return await tx.all(_thing, f"{THING} ORDER BY t.id DESC LIMIT ? OFFSET ?", place_id, limit, offset)


async def lonely(tx: Tx, place_id: int) -> int:
    """How many nobody has said of that she made them."""
    sql = (
        "SELECT count(*) FROM made_things t LEFT JOIN ideas i ON i.id = t.idea_id"  # noqa: S608 constants
        f" WHERE {STANDS} AND t.place_id = ?"
        " AND NOT EXISTS (SELECT 1 FROM made_makers k WHERE k.thing_id = t.id AND k.part <> 'asked')"
    )
    return await tx.one(int, sql, place_id) or 0


async def finished(tx: Tx, place_id: int, limit: int) -> list[Finished]:
    return await tx.all(
        Finished,
        "SELECT i.id, i.number, i.words FROM ideas i WHERE i.place_id = ? AND i.status IN ('done', 'looked_again')"
        " AND NOT EXISTS (SELECT 1 FROM made_things t WHERE t.idea_id = i.id) ORDER BY i.number DESC LIMIT ?",
        place_id,
        limit,
    )


async def add(
    tx: Tx, place_id: int, by: int, now: int, idea_id: int | None, event_id: int | None, media_id: int | None
) -> int:
    """Expects that nothing of it is registered yet; the database refuses a second one."""
    thing_id = await tx.one(
        int,
        "INSERT INTO made_things (place_id, idea_id, event_id, media_id, registered_by, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        place_id,
        idea_id,
        event_id,
        media_id,
        by,
        now,
    )
    if thing_id is None:
        raise LookupError("the new thing has no id")
    return thing_id


async def remove(tx: Tx, thing_id: int) -> bool:
    """Kept by mistake; not where somebody said that she made it, or its owner wanted to change it."""
    there = await tx.one(
        int,
        "SELECT 1 FROM made_things t WHERE t.id = ? AND (EXISTS (SELECT 1 FROM made_makers k WHERE k.thing_id = t.id"
        " AND k.part <> 'asked') OR EXISTS (SELECT 1 FROM made_changes c JOIN made_surfaces s ON s.id = c.surface_id"
        " WHERE s.thing_id = t.id))",
        thing_id,
    )
    if there is not None:
        return False
    await tx.run("DELETE FROM made_makers WHERE thing_id = ?", thing_id)
    await tx.run("DELETE FROM made_surfaces WHERE thing_id = ?", thing_id)
    await tx.run("DELETE FROM made_things WHERE id = ?", thing_id)
    return True


async def set_wish(tx: Tx, thing_id: int, wish: Wish, until: int | None) -> None:
    await tx.run("UPDATE made_things SET wish = ?, wish_until = ? WHERE id = ?", wish.value, until, thing_id)


async def set_steward(tx: Tx, thing_id: int, person_id: int | None) -> None:
    await tx.run("UPDATE made_things SET steward_id = ? WHERE id = ?", person_id, thing_id)


async def hand_on(tx: Tx, place_id: int, thing_id: int, from_id: int | None, to_id: int | None) -> bool:
    """Whether it was with this person, or with nobody."""
    return bool(
        await tx.run(
            "UPDATE made_things SET steward_id = ? WHERE place_id = ? AND id = ?"
            " AND coalesce(steward_id, 0) = coalesce(CAST(? AS BIGINT), 0)",
            to_id,
            place_id,
            thing_id,
            from_id,
        )
    )


async def stewards(tx: Tx, place_id: int) -> list[int]:
    return await tx.all(
        int,
        f"SELECT DISTINCT t.steward_id FROM made_things t WHERE t.place_id = ? AND t.steward_id IS NOT NULL AND {OWN}"  # noqa: S608
        " ORDER BY t.steward_id",
        place_id,
    )


async def looked_after_by(tx: Tx, place_id: int, person_id: int) -> list[Thing]:
    return await tx.all(_thing, f"{THING} AND t.steward_id = ? AND {OWN} ORDER BY t.id", place_id, person_id)


async def own_steward(tx: Tx, thing_id: int) -> int | None:
    """Who said so before after-care knew its idea."""
    return await tx.one(int, "SELECT steward_id FROM made_things WHERE id = ? AND steward_id IS NOT NULL", thing_id)


async def surfaces(tx: Tx, thing_id: int) -> list[Surface]:
    return await tx.all(_surface, f"{SURFACE} WHERE s.thing_id = ? ORDER BY s.id", thing_id)


async def find_surface(tx: Tx, surface_id: int) -> Surface | None:
    return await tx.one(_surface, f"{SURFACE} WHERE s.id = ?", surface_id)


async def add_surface(tx: Tx, thing_id: int, spot_id: int | None, space: Space) -> None:
    await tx.run(
        "INSERT INTO made_surfaces (thing_id, spot_id, space) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        thing_id,
        spot_id,
        space.value,
    )


async def put_elsewhere(tx: Tx, surface_id: int, spot_id: int, space: Space) -> None:
    """Whatever its owner said of the old spot does not hold for the new one."""
    await tx.run(
        "UPDATE made_surfaces SET spot_id = ?, space = ?, agreed_until = NULL, agreed_by = NULL,"
        " agreed_asked_at = NULL WHERE id = ?",
        spot_id,
        space.value,
        surface_id,
    )


async def agree(tx: Tx, surface_id: int, until: int | None, by: int) -> None:
    await tx.run(
        "UPDATE made_surfaces SET agreed_until = ?, agreed_by = ?, agreed_asked_at = NULL WHERE id = ?",
        until,
        by,
        surface_id,
    )


async def agreed_by_now(tx: Tx, place_id: int, now: int) -> list[Surface]:
    """Whose agreed day has come, and of which nobody was asked what follows."""
    return await tx.all(
        _surface,
        f"{SURFACE} JOIN made_things t ON t.id = s.thing_id WHERE t.place_id = ? AND s.agreed_until <= ?"
        " AND s.agreed_asked_at IS NULL ORDER BY s.id",
        place_id,
        now,
    )


async def note_agreed_asked(tx: Tx, surface_id: int, now: int) -> None:
    await tx.run("UPDATE made_surfaces SET agreed_asked_at = ? WHERE id = ?", now, surface_id)


@dataclass(frozen=True)
class Picture:
    hash: str
    width: int
    height: int


async def public_picture(tx: Tx, media_id: int) -> Picture | None:
    """Where it stands on a public page anyway: of an idea on the board, or in the album of an event."""
    return await tx.one(
        Picture,
        "SELECT m.hash, coalesce(m.width, 1), coalesce(m.height, 1) FROM media m WHERE m.id = ?"  # noqa: S608
        " AND m.state = 'ready' AND (EXISTS (SELECT 1 FROM idea_media a JOIN ideas i ON i.id = a.idea_id"
        f" WHERE a.media_id = m.id AND i.status IN ({PUBLIC})) OR {SHOWN_PHOTO})",
        media_id,
    )


def state_of(surfaces: list[Surface]) -> State:
    return state((one.change_id is not None, one.outcome) for one in surfaces)


def _thing(
    thing_id: int,
    place_id: int,
    idea_id: int | None,
    event_id: int | None,
    number: int,
    words: str,
    media_id: int | None,
    wish: str,
    wish_until: int | None,
    steward_id: int | None,
    made_at: int,
) -> Thing:
    return Thing(
        thing_id, place_id, idea_id, event_id, number, words, media_id, Wish(wish), wish_until, steward_id, made_at
    )


def _surface(
    surface_id: int,
    thing_id: int,
    spot_id: int | None,
    name: str | None,
    space: str,
    agreed_until: int | None,
    change_id: int | None,
    outcome: str | None,
) -> Surface:
    became = Outcome(outcome) if outcome else None
    return Surface(surface_id, thing_id, spot_id, name, Space(space), agreed_until, change_id, became)
