"""What people made, as rows: how many made it, and never who."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.made.store.things import STANDS

LATEST = "(SELECT c.{column} FROM made_changes c WHERE c.surface_id = s.id ORDER BY c.id DESC LIMIT 1)"
MAKERS = "(SELECT count(*) FROM made_makers k WHERE k.thing_id = t.id AND {which})"


@dataclass(frozen=True)
class MadeRow:
    """One for each surface it is on; `idea` is its number, `event` the title of the event it was made at."""

    idea: int | None
    event: str | None
    spot: str | None
    space: str
    makers: int
    for_children: int
    wish: str
    wish_until_at: int | None
    agreed_until_at: int | None
    change_why: str | None
    change_urgent: str | None
    outcome: str | None
    ended_at: int | None
    registered_at: int


async def rows(tx: Tx, place_id: int) -> list[MadeRow]:
    latest = ", ".join(LATEST.format(column=one) for one in ("why", "urgent", "outcome", "ended_at"))
    makers = ", ".join(MAKERS.format(which=one) for one in ("k.part <> 'asked'", "k.part = 'children'"))
    return await tx.all(
        MadeRow,
        f"SELECT i.number, e.title, o.name, coalesce(o.space, s.space), {makers}, t.wish, t.wish_until,"  # noqa: S608
        f" s.agreed_until, {latest}, t.made_at FROM made_things t JOIN made_surfaces s ON s.thing_id = t.id"
        " LEFT JOIN spots o ON o.id = s.spot_id LEFT JOIN ideas i ON i.id = t.idea_id"
        f" LEFT JOIN events e ON e.id = t.event_id WHERE t.place_id = ? AND {STANDS} ORDER BY t.id, s.id",
        place_id,
    )
