"""What tables know of a person: which columns name her, what becomes of a row when she leaves, what she may take.

Features say it of their own tables (`Feature.about_people`, `Feature.about_pictures`), the machine of its own here.
tests/test_personal.py looks through the schema and fails for a column that nobody declared.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.database.db import Tx, Value

OURS = frozenset({"file_id", "hash", "fingerprint", "grams", "read_as", "calendar_key"})  # nothing that says anything
NOBODY = "—"  # what a row without its person shows where a name would stand


class Fate(StrEnum):
    """Of a row whose person is forgotten."""

    DELETE = "delete"  # the row goes
    CLEAR = "clear"  # the row stays, and the column is NULL
    NAMELESS = "nameless"  # the row stays as a total, and belongs to a person without name, door or language


@dataclass(frozen=True)
class AboutPerson:
    """A column that names a person.

    `words` of a row that stays are emptied. Nameless rows of the same `together` (an SQL expression over the row,
    with the name of what it is) belong to the same nameless person, so that one vote stays one voter's; rows of
    different ones cannot be linked any more. `export` is False for what is only the machine's own note.
    """

    table: str
    column: str = "person_id"
    fate: Fate = Fate.DELETE
    words: tuple[str, ...] = ()
    together: tuple[str, str] | None = None
    export: bool = True


@dataclass(frozen=True)
class AboutPicture:
    """A column that points to a picture or voice note. `keeps_row`: it is emptied, else its row goes too.

    `hash` is the column that keeps the name of the file meanwhile, where that is not its own row.
    """

    table: str
    column: str = "media_id"
    keeps_row: bool = False
    hash: str = ""


@dataclass(frozen=True)
class Leaving:
    """Somebody who is being forgotten. `leaves_ideas`: the words of what others support stay, as a neighbour's."""

    person_id: int
    leaves_ideas: bool = False


MACHINE = (
    AboutPerson("identities"),
    AboutPerson("members"),
    AboutPerson("media"),
    AboutPerson("consents"),
    AboutPerson("consents_standing", export=False),
    AboutPerson("takeaways", export=False),
    AboutPerson("held_updates", export=False),
    AboutPerson("crowd_visits", export=False),
    AboutPerson("joinings", export=False),
    AboutPerson("joinings", "other_id", export=False),
    AboutPerson("outbox", fate=Fate.CLEAR, export=False),
    AboutPerson("campaign_people", export=False),
    AboutPerson("invites", "made_by", Fate.CLEAR, export=False),
    AboutPerson("invites", "used_by", Fate.CLEAR, export=False),
)
MACHINE_PICTURES = (AboutPicture("media_at_door"),)
# What the web chat keeps of its people goes with `bot.gateway.pruning`, what waits to be erased with `bot.erasing`.
OF_THE_GATEWAY = "gateway_"
# The numbers of doors: their rows go with the person's own ones (bot/privacy/forgetting.py).
NOT_PEOPLE = frozenset(
    (table, "user_id") for table in ("identities", "goodbyes", "parked_questions", "door_links", "joining_doors")
)


async def forget_pictures(tx: Tx, about: Sequence[AboutPicture], media_ids: Sequence[int]) -> None:
    """Their rows, and every row or column that shows them. Their files are noted and removed after the commit."""
    for media_id in media_ids:
        for one in about:
            if one.hash:
                await tx.run(
                    f"INSERT INTO erasures (kind, name) SELECT 'photo', {one.hash} FROM {one.table}"  # noqa: S608 our own
                    f" WHERE {one.column} = ? AND {one.hash} IS NOT NULL ON CONFLICT DO NOTHING",
                    media_id,
                )
            if one.keeps_row:
                sql = f"UPDATE {one.table} SET {one.column} = NULL WHERE {one.column} = ?"  # noqa: S608 our own names
            else:
                sql = f"DELETE FROM {one.table} WHERE {one.column} = ?"  # noqa: S608 our own names
            await tx.run(sql, media_id)
        await tx.run(
            "INSERT INTO erasures (kind, name) SELECT kind, hash FROM media WHERE id = ? AND hash IS NOT NULL"
            " ON CONFLICT DO NOTHING",
            media_id,
        )
        await tx.run("DELETE FROM media WHERE id = ?", media_id)


async def forget_rows(tx: Tx, about: Sequence[AboutPerson], person_id: int, place_id: int) -> None:
    """Expects the features to have put right what follows from it, such as a free seat."""
    nameless: dict[tuple[str, Value], int] = {}
    for one in about:
        match one.fate:
            case Fate.DELETE:
                await tx.run(f"DELETE FROM {one.table} WHERE {one.column} = ?", person_id)  # noqa: S608 our own
            case Fate.CLEAR:
                emptied = _emptied(one)
                sql = f"UPDATE {one.table} SET {one.column} = NULL{emptied} WHERE {one.column} = ?"  # noqa: S608
                await tx.run(sql, person_id)
            case Fate.NAMELESS:
                await _hand_to_nobody(tx, one, person_id, place_id, nameless)


async def rows_about(tx: Tx, about: Sequence[AboutPerson], person_id: int) -> dict[str, list[dict[str, Value]]]:
    """What she may take with her, by table; of other people not even a number."""
    found: dict[str, list[dict[str, Value]]] = {}
    for one in about:
        if one.export:
            sql = f"SELECT * FROM {one.table} WHERE {one.column} = ?"  # noqa: S608 our own names
            theirs = {other.column for other in about if other.table == one.table}
            rows = [
                {name: value for name, value in row.items() if name not in theirs and name not in OURS}
                for row in await tx.records(sql, person_id)
            ]
            known = found.setdefault(one.table, [])
            known += [row for row in rows if row not in known] if known else rows
    return {table: rows for table, rows in found.items() if rows}


async def _hand_to_nobody(
    tx: Tx, one: AboutPerson, person_id: int, place_id: int, nameless: dict[tuple[str, Value], int]
) -> None:
    kind, expression = one.together or (one.table, "id")
    sql = f"SELECT DISTINCT {expression} FROM {one.table} WHERE {one.column} = ?"  # noqa: S608 our own names
    for value in await tx.all(lambda value: value, sql, person_id):
        if (kind, value) not in nameless:
            nameless[kind, value] = await _nobody(tx, place_id)
        await tx.run(
            f"UPDATE {one.table} SET {one.column} = ?{_emptied(one)}"  # noqa: S608 our own names
            f" WHERE {one.column} = ? AND {expression} = ?",
            nameless[kind, value],
            person_id,
            value,
        )


async def _nobody(tx: Tx, place_id: int) -> int:
    """By a random number and without a date: what came from one person must not stand side by side."""
    nobody = -1 - secrets.randbits(62)
    await tx.run("INSERT INTO people (id, name, place_id, created_at) VALUES (?, ?, ?, 0)", nobody, NOBODY, place_id)
    return nobody


def _emptied(one: AboutPerson) -> str:
    return "".join(f", {word} = ''" for word in one.words)
