"""What people did here, out of what every feature knows: read only, and counted nowhere."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.ideas.store.ideas import PUBLIC
from handlers.ideas.store.steps import STANDING
from handlers.thanks.rules import Deed, Kind

# Of an idea, or of one merged into it; whoever it was written down for has no phone.
AUTHORS = (
    "FROM ideas r JOIN ideas i ON (i.id = r.id OR (i.merged_into = r.id AND i.number IS NOT NULL))"
    " JOIN idea_steps s ON s.idea_id = r.id"
    " AND NOT EXISTS (SELECT 1 FROM idea_behalf b WHERE b.idea_id = i.id)"
)
WORDS = f"CASE WHEN r.status IN ({PUBLIC}) THEN r.words ELSE '' END"
IDEAS = (
    f"SELECT i.person_id, 'idea', 'idea:' || r.id, {WORDS}, s.taken_at, 0 {AUTHORS}"
    f" WHERE r.place_id = ? AND r.status IN ('done', 'looked_again') AND s.to_status = 'done' AND {STANDING}"
)
MADE = (
    "SELECT i.person_id, 'made', CASE WHEN m.idea_id IS NULL THEN 'made:' || m.id ELSE 'idea:' || m.idea_id END,"  # noqa: S608
    f" CASE WHEN m.idea_id IS NULL THEN coalesce(e.title, '') ELSE {WORDS} END, m.made_at, 0"
    " FROM made_makers i JOIN made_things m ON m.id = i.thing_id LEFT JOIN ideas r ON r.id = m.idea_id"
    " LEFT JOIN events e ON e.id = m.event_id WHERE m.place_id = ? AND i.part <> 'asked'"
    " AND (r.id IS NULL OR r.status IN ('done', 'looked_again', 'hidden', 'withdrawn'))"
)
EVENTS = (
    "SELECT i.maker_id, 'event', 'event:' || i.id, i.title, i.starts_at, 0 FROM events i"
    " WHERE i.place_id = ? AND i.status = 'announced' AND i.starts_at <= ?"
)
# Done by herself: what she noted for somebody without a phone is not hers.
TASKS = (
    "SELECT i.person_id, 'task', 'task:' || i.id, t.title, d.ends_at, i.minutes FROM task_claims i"
    " JOIN task_dates d ON d.id = i.date_id JOIN tasks t ON t.id = d.task_id"
    " WHERE t.place_id = ? AND i.state = 'done' AND i.for_name = ''"
)
# Told by whoever gave them: for her record, and no occasion to thank anybody.
HOURS = (
    "SELECT i.person_id, CASE WHEN i.training = 1 THEN 'training' ELSE 'hours' END, 'hours:' || i.id, i.words,"
    " i.noted_at, i.minutes FROM task_hours i WHERE i.place_id = ?"
)
COUNTED = f"{IDEAS} UNION ALL {MADE} UNION ALL {TASKS} UNION ALL {EVENTS}"


@dataclass(frozen=True)
class WorkedOn:
    """Who worked on something that was looked at again, by which step, and when (ms)."""

    person_id: int
    step_id: int
    at: int


async def of_person(tx: Tx, place_id: int, person_id: int, now: int) -> list[Deed]:
    """All of hers here. Only she may read it, or who she shows it."""
    hers = "AND i.person_id = ?"
    mine = " UNION ALL ".join(f"{which} {hers}" for which in (IDEAS, MADE, TASKS, HOURS))
    both = (place_id, person_id)
    return await tx.all(
        lambda _, kind, subject, words, at, minutes: Deed(Kind(kind), subject, words, at, minutes),
        f"{mine} UNION ALL {EVENTS} AND i.maker_id = ?",
        *both * 4,
        place_id,
        now,
        person_id,
    )


async def times(tx: Tx, place_id: int, now: int) -> dict[int, list[int]]:
    """When (ms) each person did something here, once for each thing."""
    rows: list[tuple[int, str, int]] = await tx.all(
        lambda person_id, _, subject, __, at, ___: (person_id, subject, at), COUNTED, *(place_id,) * 4, now
    )
    first: dict[int, dict[str, int]] = {}
    for person_id, subject, at in rows:
        hers = first.setdefault(person_id, {})
        hers[subject] = min(at, hers.get(subject, at))
    return {person_id: sorted(hers.values()) for person_id, hers in first.items()}


async def here(tx: Tx, place_id: int) -> frozenset[int]:
    """Who can be thanked: whoever left stays in the totals as nobody, at no door."""
    found = await tx.all(
        int,
        "SELECT m.person_id FROM members m WHERE m.place_id = ?"
        " AND EXISTS (SELECT 1 FROM identities i WHERE i.person_id = m.person_id)",
        place_id,
    )
    return frozenset(found)


async def worked_on_again(tx: Tx, place_id: int, since: int) -> list[WorkedOn]:
    """Of everything that was found still good since then, by whoever had the idea, made it or took on its tasks."""
    again = (  # what was only partly good is no occasion
        "r.place_id = ? AND r.status = 'looked_again' AND s.to_status = 'looked_again' AND s.taken_at > ?"  # noqa: S608
        f" AND {STANDING} AND NOT EXISTS (SELECT 1 FROM care_checks q WHERE q.step_id = s.id AND q.answer <> 'good')"
    )
    return await tx.all(
        WorkedOn,
        f"SELECT i.person_id, s.id, s.taken_at {AUTHORS} WHERE {again}"  # noqa: S608 constants
        " UNION SELECT k.person_id, s.id, s.taken_at FROM made_makers k JOIN made_things m ON m.id = k.thing_id"
        " JOIN ideas r ON r.id = m.idea_id JOIN idea_steps s ON s.idea_id = r.id"
        f" WHERE k.part <> 'asked' AND {again}"
        " UNION SELECT c.person_id, s.id, s.taken_at FROM task_claims c JOIN task_dates d ON d.id = c.date_id"
        " JOIN tasks t ON t.id = d.task_id JOIN ideas r ON r.id = t.idea_id JOIN idea_steps s ON s.idea_id = r.id"
        f" WHERE c.state = 'done' AND c.for_name = '' AND {again}",
        *(place_id, since) * 3,
    )
