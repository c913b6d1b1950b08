"""What was done and is looked after: one plan for each finished idea."""

from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity.places import Space
from handlers.care.rules import Outcome
from handlers.ideas.store.ideas import PUBLIC
from handlers.ideas.store.steps import STANDING

# What was hidden, or whose author left, still stands there: only its words and pictures are not shown.
STANDS = "i.status IN ('done', 'looked_again', 'hidden', 'withdrawn')"
FINISHED = "('done', 'looked_again')"
PLAN = (
    "SELECT p.id, p.place_id, p.idea_id, coalesce(i.number, 0),"  # noqa: S608 constants
    f" CASE WHEN i.status IN ({PUBLIC}) THEN i.words ELSE '' END, i.space, p.step_id, p.done_at, p.steward_id,"
    " p.deputy_id, p.good, p.tools, p.next_at, p.care_weeks, p.care_at, p.care_open_at, p.care_missed, p.cared_at,"
    " p.ended_at, p.outcome"
    f" FROM care_plans p JOIN ideas i ON i.id = p.idea_id WHERE p.place_id = ? AND {STANDS}"
)
LIVE = f"{PLAN} AND p.ended_at IS NULL"
HELD = "coalesce(p.steward_id, p.deputy_id) IS NOT NULL"
ALONE = "coalesce(p.steward_id, p.deputy_id) IS NULL"
MOST_DUE = 100  # in one run
# The step by which an idea was done, where no plan knows it yet, or one that ended when it was taken back.
DONE = (
    "SELECT i.id, i.place_id, s.id, s.taken_at FROM ideas i JOIN idea_steps s ON s.idea_id = i.id"  # noqa: S608
    f" WHERE i.place_id = ? AND i.status IN {FINISHED} AND s.to_status = 'done' AND {STANDING}"
    " AND NOT EXISTS (SELECT 1 FROM care_plans p WHERE p.step_id = s.id AND coalesce(p.outcome, '') <> 'undone')"
)
# All that it is on is gone, as its owner said in the register.
GONE_IN_REGISTER = (
    "EXISTS (SELECT 1 FROM made_things t JOIN made_surfaces f ON f.thing_id = t.id WHERE t.idea_id = p.idea_id)"
    " AND NOT EXISTS (SELECT 1 FROM made_things t JOIN made_surfaces f ON f.thing_id = t.id"
    " WHERE t.idea_id = p.idea_id AND NOT EXISTS (SELECT 1 FROM made_changes c WHERE c.surface_id = f.id"
    " AND c.outcome = 'gone'))"
)


@dataclass(frozen=True)
class Plan:
    """Times are ms; `words` and `number` are those of its idea."""

    id: int
    place_id: int
    idea_id: int
    number: int
    words: str
    space: Space
    step_id: int
    done_at: int
    steward_id: int | None
    deputy_id: int | None
    good: str
    tools: str
    next_at: int | None
    care_weeks: int | None
    care_at: int | None
    care_open_at: int | None
    care_missed: int
    cared_at: int | None
    ended_at: int | None
    outcome: Outcome | None

    def held_by(self, person_id: int) -> bool:
        return person_id in (self.steward_id, self.deputy_id)


@dataclass(frozen=True)
class Done:
    """An idea that was done by a step that no plan knows."""

    idea_id: int
    place_id: int
    step_id: int
    done_at: int


async def find(tx: Tx, place_id: int, idea_id: int) -> Plan | None:
    """Also one that has ended."""
    return await tx.one(_plan, f"{PLAN} AND p.idea_id = ?", place_id, idea_id)


async def by_id(tx: Tx, place_id: int, plan_id: int) -> Plan | None:
    return await tx.one(_plan, f"{PLAN} AND p.id = ?", place_id, plan_id)


async def without_plan(tx: Tx, place_id: int, limit: int) -> list[Done]:
    return await tx.all(Done, f"{DONE} ORDER BY s.id LIMIT ?", place_id, limit)


async def newly_done(tx: Tx, place_id: int, idea_id: int) -> Done | None:
    return await tx.one(Done, f"{DONE} AND i.id = ? ORDER BY s.id DESC LIMIT 1", place_id, idea_id)


async def begin(tx: Tx, done: Done, next_at: int) -> None:
    """Whoever looked after it before its step was taken back still does."""
    await tx.run(
        "INSERT INTO care_plans (place_id, idea_id, step_id, done_at, next_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (idea_id) DO UPDATE SET step_id = excluded.step_id, done_at = excluded.done_at,"
        " next_at = excluded.next_at, ended_at = NULL, outcome = NULL",
        done.place_id,
        done.idea_id,
        done.step_id,
        done.done_at,
        next_at,
    )


async def listed(tx: Tx, place_id: int, person_id: int, offset: int, limit: int) -> list[Plan]:
    """Hers first, then what nobody looks after, then the newest."""
    order = (
        "CASE WHEN p.steward_id = ? OR p.deputy_id = ? THEN 0 ELSE 1 END,"
        " CASE WHEN p.steward_id IS NULL THEN 0 ELSE 1 END, p.done_at DESC, p.id"
    )
    sql = f"{LIVE} ORDER BY {order} LIMIT ? OFFSET ?"
    return await tx.all(_plan, sql, place_id, person_id, person_id, limit, offset)


async def held(tx: Tx, place_id: int, *person_ids: int) -> list[Plan]:
    slots = ", ".join("?" for _ in person_ids)
    sql = f"{LIVE} AND (p.steward_id IN ({slots}) OR p.deputy_id IN ({slots})) ORDER BY p.id"
    return await tx.all(_plan, sql, place_id, *person_ids, *person_ids)


async def all_holders(tx: Tx, place_id: int) -> list[int]:
    """Stewards and deputies of what is looked after."""
    both = " UNION ".join(
        f"SELECT {who} FROM care_plans WHERE place_id = ? AND ended_at IS NULL AND {who} IS NOT NULL"  # noqa: S608
        for who in ("steward_id", "deputy_id")
    )
    return await tx.all(int, both, place_id, place_id)


async def alone(tx: Tx, place_id: int) -> int:
    """How many nobody looks after."""
    sql = (
        "SELECT count(*) FROM care_plans p JOIN ideas i ON i.id = p.idea_id"  # noqa: S608 constants
        f" WHERE p.place_id = ? AND {STANDS} AND p.ended_at IS NULL AND p.steward_id IS NULL"
    )
    return await tx.one(int, sql, place_id) or 0


async def due(tx: Tx, place_id: int, now: int, most_alone: int) -> list[Plan]:
    """Time to look, and nobody is looking: all that somebody took on, and so many of the others."""
    return [*await _due(tx, place_id, now, HELD, MOST_DUE), *await _due(tx, place_id, now, ALONE, most_alone)]


async def _due(tx: Tx, place_id: int, now: int, which: str, limit: int) -> list[Plan]:
    sql = (
        f"{LIVE} AND {which} AND p.next_at <= ? AND NOT EXISTS"  # noqa: S608 constants
        " (SELECT 1 FROM care_checks c WHERE c.plan_id = p.id AND c.closed_at IS NULL)"
        " ORDER BY p.next_at, p.id LIMIT ?"
    )
    return await tx.all(_plan, sql, place_id, now, limit)


async def no_longer_done(tx: Tx, place_id: int) -> list[int]:
    """The ids of plans whose step was taken back, or whose idea was joined with another one."""
    sql = (
        "SELECT p.id FROM care_plans p JOIN ideas i ON i.id = p.idea_id WHERE p.place_id = ? AND p.ended_at IS NULL"  # noqa: S608
        f" AND (NOT ({STANDS}) OR EXISTS (SELECT 1 FROM idea_steps u WHERE u.undoes = p.step_id)) ORDER BY p.id"
    )
    return await tx.all(int, sql, place_id)


async def gone_in_register(tx: Tx, place_id: int) -> list[Plan]:
    return await tx.all(_plan, f"{LIVE} AND {GONE_IN_REGISTER} ORDER BY p.id", place_id)


async def holders(tx: Tx, plan_id: int) -> list[int]:
    """Also of one that is no longer done."""
    found = await tx.one(lambda *both: both, "SELECT steward_id, deputy_id FROM care_plans WHERE id = ?", plan_id)
    return [one for one in found or () if one is not None]


async def idea_of(tx: Tx, plan_id: int) -> int | None:
    return await tx.one(int, "SELECT idea_id FROM care_plans WHERE id = ?", plan_id)


async def end(tx: Tx, plan_id: int, outcome: Outcome, now: int) -> bool:
    """False when it is over already."""
    return bool(
        await tx.run(
            "UPDATE care_plans SET ended_at = ?, outcome = ?, next_at = NULL, care_weeks = NULL, care_at = NULL,"
            " care_open_at = NULL, care_missed = 0 WHERE id = ? AND ended_at IS NULL",
            now,
            outcome.value,
            plan_id,
        )
    )


async def go_on(tx: Tx, plan_id: int, next_at: int) -> None:
    """Also what had ended."""
    await tx.run("UPDATE care_plans SET next_at = ?, ended_at = NULL, outcome = NULL WHERE id = ?", next_at, plan_id)


async def set_people(tx: Tx, plan_id: int, steward_id: int | None, deputy_id: int | None) -> None:
    """Without anybody who would be reminded there are no care days."""
    await tx.run("UPDATE care_plans SET steward_id = ?, deputy_id = ? WHERE id = ?", steward_id, deputy_id, plan_id)
    if steward_id is None and deputy_id is None:
        await set_rhythm(tx, plan_id, None, None)


async def set_good(tx: Tx, plan_id: int, words: str) -> None:
    await tx.run("UPDATE care_plans SET good = ? WHERE id = ?", words, plan_id)


async def set_tools(tx: Tx, plan_id: int, words: str) -> None:
    await tx.run("UPDATE care_plans SET tools = ? WHERE id = ?", words, plan_id)


# --- care days


async def set_rhythm(tx: Tx, plan_id: int, weeks: int | None, first_at: int | None) -> None:
    await tx.run(
        "UPDATE care_plans SET care_weeks = ?, care_at = ?, care_open_at = NULL, care_missed = 0 WHERE id = ?",
        weeks,
        first_at,
        plan_id,
    )


async def care_days(tx: Tx, place_id: int, now: int) -> list[Plan]:
    return await tx.all(_plan, f"{LIVE} AND p.care_at <= ? ORDER BY p.id", place_id, now)


async def open_day(tx: Tx, plan_id: int, opened_at: int, next_at: int, missed: int) -> None:
    await tx.run(
        "UPDATE care_plans SET care_open_at = ?, care_at = ?, care_missed = ? WHERE id = ?",
        opened_at,
        next_at,
        missed,
        plan_id,
    )


async def close_day(tx: Tx, plan_id: int, cared_at: int | None) -> bool:
    """False when somebody was quicker."""
    return bool(
        await tx.run(
            "UPDATE care_plans SET care_open_at = NULL, care_missed = 0, cared_at = coalesce(?, cared_at)"
            " WHERE id = ? AND care_open_at IS NOT NULL",
            cared_at,
            plan_id,
        )
    )


async def missed(tx: Tx, place_id: int) -> list[Plan]:
    """Of which nobody came to two care days in a row."""
    return await tx.all(_plan, f"{LIVE} AND p.care_missed >= 2 ORDER BY p.id", place_id)


def _plan(*row: object) -> Plan:
    values = list(row)
    values[5] = Space(str(values[5]))
    values[19] = Outcome(str(values[19])) if values[19] else None
    return Plan(*values)  # type: ignore[arg-type]  # the columns of PLAN, in their order
