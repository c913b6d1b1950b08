"""Kits of other shops that were brought here, and what became of each template."""

import json
from dataclasses import dataclass

from bot.database.db import Tx
from handlers.kit import rules
from handlers.kit.rules import Decided, Kit, Page

TEMPLATE = (
    "SELECT t.id, t.kit_id, k.place_id, k.made_in, t.kind, t.body, t.state, t.became_id,"
    " t.decided_at"
    " FROM kit_templates t JOIN kits_brought k ON k.id = t.kit_id WHERE k.place_id = ?"
)


@dataclass(frozen=True)
class Template:
    """`body` is a page of docs/kit.md; `made_in` the place its kit comes from, `decided_at` in ms."""

    id: int
    kit_id: int
    place_id: int
    made_in: str
    kind: Page
    body: str
    state: Decided
    became_id: int | None
    decided_at: int | None


@dataclass(frozen=True)
class Waiting:
    """How many templates of a kit nobody has looked at."""

    kit_id: int
    made_in: str
    count: int
    brought_at: int


async def find_mark(tx: Tx, place_id: int, mark: str) -> int | None:
    return await tx.one(int, "SELECT id FROM kits_brought WHERE place_id = ? AND mark = ?", place_id, mark)


async def count(tx: Tx, place_id: int) -> int:
    return await tx.one(int, "SELECT count(*) FROM kits_brought WHERE place_id = ?", place_id) or 0


async def add(tx: Tx, place_id: int, kit: Kit, by: int | None, now: int) -> int:
    """Expects that it is not here yet."""
    kit_id = await tx.one(
        int,
        "INSERT INTO kits_brought (place_id, mark, made_in, brought_by, brought_at) VALUES (?, ?, ?, ?, ?)"
        " RETURNING id",
        place_id,
        kit.mark,
        kit.place,
        by,
        now,
    )
    if kit_id is None:
        raise LookupError("the new kit has no id")
    for sheet in kit.sheets:
        body = json.dumps(rules.sheet_json(sheet), ensure_ascii=False)
        await tx.run(
            "INSERT INTO kit_templates (kit_id, kind, body) VALUES (?, ?, ?)", kit_id, sheet.kind.value, body
        )
    return kit_id


async def listed(tx: Tx, place_id: int, limit: int) -> list[Template]:
    """What waits first, then what was put off, then what was taken, in the order of their kits."""
    first = "CASE t.state WHEN 'waiting' THEN 0 WHEN 'later' THEN 1 WHEN 'taken' THEN 2 ELSE 3 END"
    return await tx.all(_template, f"{TEMPLATE} ORDER BY {first}, t.id LIMIT ?", place_id, limit)


async def find(tx: Tx, place_id: int, template_id: int) -> Template | None:
    return await tx.one(_template, f"{TEMPLATE} AND t.id = ?", place_id, template_id)


async def next_waiting(tx: Tx, place_id: int, after: int) -> Template | None:
    """The next one nobody has looked at, from the first again after the last."""
    order = " ORDER BY CASE WHEN t.id > ? THEN 0 ELSE 1 END, t.id LIMIT 1"
    return await tx.one(_template, f"{TEMPLATE} AND t.state = 'waiting'{order}", place_id, after)


async def waiting(tx: Tx, place_id: int) -> list[Waiting]:
    return await tx.all(
        Waiting,
        "SELECT k.id, k.made_in, count(*), k.brought_at FROM kits_brought k JOIN kit_templates t ON t.kit_id = k.id"
        " WHERE k.place_id = ? AND t.state = 'waiting' GROUP BY k.id, k.made_in, k.brought_at ORDER BY k.id",
        place_id,
    )


async def decide(tx: Tx, template_id: int, state: Decided, became_id: int | None, by: int | None, at: int) -> None:
    decided_at = None if state is Decided.WAITING else at
    await tx.run(
        "UPDATE kit_templates SET state = ?, became_id = ?, decided_by = ?, decided_at = ? WHERE id = ?",
        state.value,
        became_id,
        None if decided_at is None else by,
        decided_at,
        template_id,
    )


async def put_away(tx: Tx, place_id: int, kit_id: int) -> bool:
    """The kit with all its templates; what they became here stays."""
    await tx.run(
        "DELETE FROM kit_templates WHERE kit_id IN (SELECT id FROM kits_brought WHERE place_id = ? AND id = ?)",
        place_id,
        kit_id,
    )
    return bool(await tx.run("DELETE FROM kits_brought WHERE place_id = ? AND id = ?", place_id, kit_id))


def _template(
    template_id: int,
    kit_id: int,
    place_id: int,
    made_in: str,
    kind: str,
    body: str,
    state: str,
    became: int | None,
    decided_at: int | None,
) -> Template:
    return Template(template_id, kit_id, place_id, made_in, Page(kind), body, Decided(state), became, decided_at)
