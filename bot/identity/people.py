"""People, and the places they belong to. A person may speak through several doors."""

from dataclasses import dataclass, replace

from bot.database.db import Short, Tx
from bot.identity import roles
from bot.identity.roles import Role


@dataclass(frozen=True)
class Person:
    """`language` is None until it was chosen; `consented_at` (ms) until the notice was agreed to."""

    id: int
    name: str
    language: str | None
    consented_at: int | None
    place_id: int


@dataclass(frozen=True)
class Speaker:
    """A person at the door she speaks through now, with her roles in her current place."""

    person: Person
    door: str
    user_id: int
    chat_id: int
    question: str | None
    unreachable: bool
    spoke_at: int
    roles: frozenset[Role]


@dataclass(frozen=True)
class Receiver:
    """Where a person can be reached, in which language, and what she wants to hear and when (preferences.py)."""

    person_id: int
    door: str
    chat_id: int
    language: str
    spoke_at: int
    how_often: str
    quiet_from: int | None
    quiet_to: int | None
    paused_until: int | None


SPEAKER = Short(
    "SELECT p.id, p.name, p.language, p.consented_at, p.place_id, i.door, i.user_id, i.chat_id, i.question,"
    " i.unreachable_at, i.spoke_at, r.role FROM identities i JOIN people p ON p.id = i.person_id"
    " LEFT JOIN roles r ON r.person_id = p.id AND r.place_id = p.place_id"
    " WHERE i.door = ? AND i.user_id = ?"
)
SPEAKING = Short(
    "UPDATE identities SET chat_id = ?, spoke_at = ?, unreachable_at = NULL WHERE door = ? AND user_id = ?"
)
QUESTION = Short("UPDATE identities SET question = ? WHERE door = ? AND user_id = ?")


async def find_speaker(tx: Tx, door: str, user_id: int) -> Speaker | None:
    found = await tx.all(_speaker, SPEAKER, door, user_id)  # one row for each of her roles, or one without any
    if not found:
        return None
    return replace(found[0], roles=frozenset(role for one in found for role in one.roles))


async def wait_for_turn(tx: Tx, door: str, user_id: int) -> None:
    """In all of her places: until the end nobody else changes anything there. Nothing of them may be read before."""
    await tx.lock_found(
        "SELECT 'place ' || m.place_id FROM identities i JOIN members m ON m.person_id = i.person_id"
        " WHERE i.door = ? AND i.user_id = ? ORDER BY m.place_id",
        door,
        user_id,
    )


async def wait_for_turn_of(tx: Tx, *person_ids: int) -> None:
    """The same in all places of these people."""
    slots = ", ".join("?" for _ in person_ids)
    await tx.lock_found(
        f"SELECT 'place ' || place_id FROM members WHERE person_id IN ({slots})"  # noqa: S608 question marks
        " GROUP BY place_id ORDER BY place_id",
        *person_ids,
    )


# Of people `p`: she has not said that she does not want to be written to.
WANTS_MESSAGES = (
    "NOT EXISTS (SELECT 1 FROM consents_standing w"
    " WHERE w.person_id = p.id AND w.purpose = 'messages' AND w.given = 0)"
)


async def add_stranger(tx: Tx, door: str, user_id: int, chat_id: int, name: str, place_id: int, now: int) -> None:
    """Somebody speaks for the first time, in `place_id` until a link says otherwise."""
    person_id = await tx.one(
        int,
        "INSERT INTO people (name, place_id, created_at) VALUES (?, ?, ?) RETURNING id",
        name,
        place_id,
        now,
    )
    await tx.run(
        "INSERT INTO identities (door, user_id, chat_id, person_id, spoke_at) VALUES (?, ?, ?, ?, ?)",
        door,
        user_id,
        chat_id,
        person_id,
        now,
    )
    await tx.run("INSERT INTO members (person_id, place_id, joined_at) VALUES (?, ?, ?)", person_id, place_id, now)


async def note_speaking(tx: Tx, speaker: Speaker, chat_id: int, now: int) -> None:
    """Whoever speaks can be reached again."""
    await tx.run(SPEAKING, chat_id, now, speaker.door, speaker.user_id)


async def note_unreachable(tx: Tx, door: str, chat_id: int, now: int) -> None:
    """She blocked us or is gone: nothing more is sent until she speaks again."""
    await tx.run("UPDATE identities SET unreachable_at = ? WHERE door = ? AND chat_id = ?", now, door, chat_id)


RECEIVER = (
    "SELECT p.id, i.door, i.chat_id, coalesce(p.language, 'zh'), i.spoke_at,"
    " p.how_often, p.quiet_from, p.quiet_to, p.paused_until"
    " FROM people p JOIN identities i ON i.person_id = p.id"
    " WHERE p.id = ? AND i.unreachable_at IS NULL AND p.consented_at IS NOT NULL ORDER BY i.spoke_at DESC"
)


async def find_receiver(tx: Tx, person_id: int) -> Receiver | None:
    """The reachable door where the person spoke last; None when there is none, or she never agreed."""
    return await tx.one(
        Receiver,
        f"{RECEIVER} LIMIT 1",
        person_id,
    )


async def receivers(tx: Tx, person_id: int) -> list[Receiver]:
    """Every door at which the person can be reached; where she spoke last comes first."""
    return await tx.all(
        Receiver,
        RECEIVER,
        person_id,
    )


async def person(tx: Tx, person_id: int) -> Person:
    found = await tx.one(
        Person, "SELECT id, name, language, consented_at, place_id FROM people WHERE id = ?", person_id
    )
    if found is None:
        raise LookupError(f"no person {person_id}")
    return found


async def members(tx: Tx, place_id: int) -> list[int]:
    """The ids of everyone in the place who agreed to be written to."""
    return await tx.all(
        int,
        "SELECT m.person_id FROM members m JOIN people p ON p.id = m.person_id"
        " WHERE m.place_id = ? AND p.consented_at IS NOT NULL ORDER BY m.person_id",
        place_id,
    )


async def members_with(tx: Tx, place_id: int, role: Role) -> list[int]:
    """The ids of the people who hold this role in the place; a resident is everyone."""
    if role is Role.RESIDENT:
        return await members(tx, place_id)
    return await roles.holders(tx, place_id, role)


async def places_of(tx: Tx, person_id: int) -> list[int]:
    """The ids of the places she is in, the first she came to first."""
    return await tx.all(
        int, "SELECT place_id FROM members WHERE person_id = ? ORDER BY joined_at, place_id", person_id
    )


async def is_member(tx: Tx, person_id: int, place_id: int) -> bool:
    found = await tx.one(
        int, "SELECT count(*) FROM members WHERE person_id = ? AND place_id = ?", person_id, place_id
    )
    return bool(found)


async def pass_through(tx: Tx, person_id: int, place_id: int) -> None:
    """Whoever was only put into a place until it was clear where she was going is not one of its people."""
    await tx.run(
        "DELETE FROM members WHERE person_id = ? AND place_id = ?"  # noqa: S608 our own words
        f" AND NOT {roles.holds('members.person_id', 'members.place_id')}",
        person_id,
        place_id,
    )


async def join(tx: Tx, person_id: int, place_id: int, now: int) -> None:
    """Makes this the person's current place."""
    await _park_questions(tx, person_id, place_id)
    await tx.run(
        "INSERT INTO members (person_id, place_id, joined_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        person_id,
        place_id,
        now,
    )
    await tx.run("UPDATE people SET place_id = ? WHERE id = ?", place_id, person_id)


async def choose_language(tx: Tx, person_id: int, language: str) -> None:
    await tx.run("UPDATE people SET language = ? WHERE id = ?", language, person_id)


async def rename(tx: Tx, person_id: int, name: str) -> None:
    """Everything she ever said stands under it from now on."""
    await tx.run("UPDATE people SET name = ? WHERE id = ?", name, person_id)


async def note_name_asked(tx: Tx, person_id: int, now: int) -> bool:
    """Whether it is the first time."""
    return bool(
        await tx.run("UPDATE people SET name_asked_at = ? WHERE id = ? AND name_asked_at IS NULL", now, person_id)
    )


async def agree(tx: Tx, person_id: int, now: int) -> None:
    await tx.run("UPDATE people SET consented_at = ? WHERE id = ?", now, person_id)


async def set_question(tx: Tx, door: str, user_id: int, question: str | None) -> None:
    await tx.run(QUESTION, question, door, user_id)


async def ask_in(tx: Tx, person_id: int, place_id: int, door: str, user_id: int, question: str) -> None:
    """The same from a job: whoever is in another place just now is asked when she is back."""
    if (await person(tx, person_id)).place_id == place_id:
        await set_question(tx, door, user_id, question)
        return
    await tx.run(
        "INSERT INTO parked_questions (door, user_id, place_id, question) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (door, user_id, place_id) DO UPDATE SET question = excluded.question",
        door,
        user_id,
        place_id,
        question,
    )


async def _park_questions(tx: Tx, person_id: int, place_id: int) -> None:
    """What is open where she is now waits there, at each of her doors; what waited where she goes is open again."""
    await tx.run(
        "INSERT INTO parked_questions (door, user_id, place_id, question)"
        " SELECT i.door, i.user_id, p.place_id, i.question FROM identities i JOIN people p ON p.id = i.person_id"
        " WHERE p.id = ? AND i.question IS NOT NULL"
        " ON CONFLICT (door, user_id, place_id) DO UPDATE SET question = excluded.question",
        person_id,
    )
    await tx.run(
        "UPDATE identities SET question = (SELECT q.question FROM parked_questions q WHERE q.door = identities.door"
        " AND q.user_id = identities.user_id AND q.place_id = ?) WHERE person_id = ?",
        place_id,
        person_id,
    )
    await tx.run(
        "DELETE FROM parked_questions WHERE place_id = ? AND EXISTS (SELECT 1 FROM identities i"
        " WHERE i.person_id = ? AND i.door = parked_questions.door AND i.user_id = parked_questions.user_id)",
        place_id,
        person_id,
    )


def _speaker(  # the columns of find_speaker, in their order
    person_id: int,
    name: str,
    language: str | None,
    consented_at: int | None,
    place_id: int,
    door: str,
    user_id: int,
    chat_id: int,
    question: str | None,
    unreachable_at: int | None,
    spoke_at: int,
    role: str | None,
) -> Speaker:
    return Speaker(
        Person(person_id, name, language, consented_at, place_id),
        door,
        user_id,
        chat_id,
        question,
        unreachable_at is not None,
        spoke_at,
        frozenset({Role.RESIDENT} if role is None else {Role.RESIDENT, Role(role)}),
    )
