"""What might go into the kit of a place, and what a lead said of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity import roles
from bot.identity.roles import Role
from handlers.ideas.store.ideas import PUBLIC
from handlers.ideas.store.steps import STANDING
from handlers.kit.rules import FEWEST_WEEKS, MOST_IN, Page, State

# What was done, and what was tried and given up: both are worth knowing.
CHANGES = (
    f"(i.status IN ('done', 'looked_again') OR (i.status = 'not_now' AND EXISTS (SELECT 1 FROM idea_steps s"  # noqa: S608
    f" WHERE s.idea_id = i.id AND s.to_status = 'trial' AND {STANDING})))"
)
THERE = (
    f"SELECT 'change' AS kind, i.id AS subject, 1 AS place_in FROM ideas i WHERE i.place_id = ? AND {CHANGES}"  # noqa: S608
    " UNION ALL SELECT 'care', c.id, 2 FROM care_plans c JOIN ideas i ON i.id = c.idea_id"
    f" WHERE c.place_id = ? AND c.good <> '' AND i.status IN ({PUBLIC})"
    " UNION ALL SELECT 'permit', id, 3 FROM permits WHERE place_id = ?"
    " AND status IN ('granted', 'conditions', 'refused', 'expired')"
    " UNION ALL SELECT 'poll', id, 4 FROM polls WHERE place_id = ? AND state = 'closed' AND consent = 0"
    " UNION ALL SELECT 'task', id, 5 FROM tasks WHERE place_id = ? AND state IN ('open', 'ended')"
    " UNION ALL SELECT 'curve', CAST(0 AS BIGINT), 6 FROM places h WHERE h.id = ?"
    " AND (SELECT count(*) FROM busy_weeks b WHERE b.place_id = h.id) >= CAST(? AS BIGINT)"
)
# A yes to the curve counts while whoever gave it still keeps the shop: the next one is asked anew.
STATE = (
    "CASE WHEN t.kind = 'curve' AND p.state = 'in'"
    f" AND NOT {roles.holds('p.looked_by', 'p.place_id', Role.SHOPKEEPER)}"
    " THEN 'open' ELSE coalesce(p.state, 'open') END"
)
LISTED = (
    f"SELECT t.kind, t.subject, coalesce(p.id, 0), {STATE}, coalesce(p.pictures, 0)"  # noqa: S608
    f" FROM ({THERE}) t"
    " LEFT JOIN kit_pages p ON p.place_id = ? AND p.kind = t.kind AND p.subject_id = t.subject"
)


@dataclass(frozen=True)
class Listed:
    """Something that might go in; `page_id` is 0 until somebody looked at it."""

    kind: Page
    subject_id: int
    page_id: int
    state: State
    pictures: int


async def listed(tx: Tx, place_id: int, limit: int) -> list[Listed]:
    """What nobody has looked at first, then what is in, each in the order of its kind."""
    order = f" ORDER BY CASE {STATE} WHEN 'open' THEN 0 WHEN 'in' THEN 1 ELSE 2 END, t.place_in,"
    return await tx.all(_listed, f"{LISTED}{order} t.subject LIMIT ?", *_places(place_id), limit)


async def inside(tx: Tx, place_id: int) -> list[Listed]:
    """What a lead put in and is still there, in the order of its kind: at most so many as she may put in."""
    order = f" WHERE {STATE} = 'in' ORDER BY t.place_in, t.subject LIMIT ?"
    return await tx.all(_listed, f"{LISTED}{order}", *_places(place_id), MOST_IN)


async def count_open(tx: Tx, place_id: int) -> int:
    """What nobody has looked at."""
    sql = f"SELECT count(*) FROM ({LISTED} WHERE {STATE} = 'open') o"  # noqa: S608
    return await tx.one(int, sql, *_places(place_id)) or 0


async def find(tx: Tx, place_id: int, kind: Page, subject_id: int) -> Listed | None:
    """None for what is not there any more, or is another place's."""
    sql = f"{LISTED} WHERE t.kind = ? AND t.subject = ?"
    return await tx.one(_listed, sql, *_places(place_id), kind.value, subject_id)


async def words(tx: Tx, page_id: int) -> dict[str, str]:
    """By language, as a lead wrote or confirmed them."""
    sql = "SELECT language, words FROM kit_words WHERE page_id = ?"
    return dict(await tx.all(lambda language, said: (language, said), sql, page_id))


async def page(tx: Tx, place_id: int, one: Listed, by: int, now: int) -> int:
    """Its id, made when nobody has looked at it before."""
    page_id = await tx.one(
        int,
        "INSERT INTO kit_pages (place_id, kind, subject_id, looked_by, looked_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (place_id, kind, subject_id) DO UPDATE SET looked_by = excluded.looked_by,"
        " looked_at = excluded.looked_at RETURNING id",
        place_id,
        one.kind.value,
        one.subject_id,
        by,
        now,
    )
    if page_id is None:
        raise LookupError("the page has no id")
    return page_id


async def set_words(tx: Tx, page_id: int, language: str, said: str) -> None:
    await tx.run(
        "INSERT INTO kit_words (page_id, language, words) VALUES (?, ?, ?)"
        " ON CONFLICT (page_id, language) DO UPDATE SET words = excluded.words",
        page_id,
        language,
        said,
    )


async def set_state(tx: Tx, page_id: int, state: State, pictures: int) -> None:
    await tx.run("UPDATE kit_pages SET state = ?, pictures = ? WHERE id = ?", state.value, pictures, page_id)


async def pictures(tx: Tx, page_id: int) -> frozenset[int]:
    """The ids of those that a lead looked at."""
    return frozenset(await tx.all(int, "SELECT media_id FROM kit_pictures WHERE page_id = ?", page_id))


async def set_pictures(tx: Tx, page_id: int, media_ids: Iterable[int]) -> None:
    await tx.run("DELETE FROM kit_pictures WHERE page_id = ?", page_id)
    for media_id in media_ids:
        await tx.run("INSERT INTO kit_pictures (page_id, media_id) VALUES (?, ?)", page_id, media_id)


async def looked_at(tx: Tx, page_id: int) -> int:
    """0 for one that nobody looked at."""
    return await tx.one(int, "SELECT looked_at FROM kit_pages WHERE id = ?", page_id) or 0


async def asked_at(tx: Tx, page_id: int) -> int:
    """The same of whoever was asked and did not say yes; what a former one agreed to is no question to the next."""
    return await tx.one(int, "SELECT looked_at FROM kit_pages WHERE id = ? AND state <> 'in'", page_id) or 0


async def forget_words(tx: Tx, place_id: int, person_id: int) -> None:
    """Of what she said herself, and of how her ideas go on: it is looked at anew, by whoever still knows it."""
    hers = (
        "SELECT p.id FROM kit_pages p WHERE p.place_id = ?"
        " AND ((p.kind = 'change' AND p.subject_id IN (SELECT id FROM ideas WHERE person_id = ?))"
        " OR (p.kind = 'care' AND p.subject_id IN (SELECT c.id FROM care_plans c JOIN ideas i ON i.id = c.idea_id"
        " WHERE i.person_id = ?))"
        " OR (p.kind = 'poll' AND p.subject_id IN (SELECT id FROM polls WHERE made_by = ?))"
        " OR (p.kind = 'task' AND p.subject_id IN (SELECT id FROM tasks WHERE made_by = ?)))"
    )
    of = (place_id, *(person_id for _ in range(4)))
    await tx.run(f"DELETE FROM kit_words WHERE page_id IN ({hers})", *of)  # noqa: S608 our own words
    await tx.run(f"DELETE FROM kit_pictures WHERE page_id IN ({hers})", *of)  # noqa: S608 our own words
    await tx.run(f"UPDATE kit_pages SET state = 'open', pictures = 0 WHERE id IN ({hers})", *of)  # noqa: S608


def _places(place_id: int) -> tuple[int, ...]:
    return (*(place_id for _ in range(6)), FEWEST_WEEKS, place_id)


def _listed(kind: str, subject_id: int, page_id: int, state: str, pictures: int) -> Listed:
    return Listed(Page(kind), subject_id, page_id, State(state), pictures)
