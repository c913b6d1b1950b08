"""Who brings what, by when, and when a loan goes back."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.needs.rules import LENT, Kind, Pledged

PLEDGE = (
    "SELECT p.id, p.need_id, n.idea_id, n.kind, n.words, p.person_id, o.name, p.words, p.named, p.state,"
    " p.promised_at, p.deliver_at, p.back_at, p.here_at, p.received_by, (SELECT m.id FROM media m"
    " WHERE m.id = p.media_id AND m.state = 'ready'), p.reminded_of, p.asked_again_at, p.asked_back_at"
    " FROM need_pledges p JOIN needs n ON n.id = p.need_id JOIN people o ON o.id = p.person_id"
)
HERE = f"{PLEDGE} WHERE p.place_id = ?"
UNDATED = int(LENT.total_seconds()) * 1000


@dataclass(frozen=True)
class Pledge:
    """`need` is what was asked for, `words` what the giver says of it; `media_id` a photo that may be sent."""

    id: int
    need_id: int
    idea_id: int
    kind: Kind
    need: str
    person_id: int
    name: str
    words: str
    named: bool
    state: Pledged
    promised_at: int
    deliver_at: int | None
    back_at: int | None
    here_at: int | None
    received_by: int | None
    media_id: int | None
    reminded_of: int | None
    asked_again_at: int | None
    asked_back_at: int | None

    @property
    def loan(self) -> bool:
        return self.kind is Kind.TOOL

    @property
    def goes_back_at(self) -> int:
        """When a loan that is here is asked for: on its day, or some time after it came."""
        came = self.here_at if self.here_at is not None else self.promised_at
        return self.back_at if self.back_at is not None else came + UNDATED


async def find(tx: Tx, place_id: int, pledge_id: int) -> Pledge | None:
    return await tx.one(_pledge, f"{HERE} AND p.id = ?", place_id, pledge_id)


async def by(tx: Tx, place_id: int, need_id: int, person_id: int) -> Pledge | None:
    return await tx.one(_pledge, f"{HERE} AND p.need_id = ? AND p.person_id = ?", place_id, need_id, person_id)


async def of_need(tx: Tx, need_id: int) -> list[Pledge]:
    return await tx.all(_pledge, f"{PLEDGE} WHERE p.need_id = ? AND p.state <> 'withdrawn' ORDER BY p.id", need_id)


async def open_of(tx: Tx, place_id: int, person_id: int) -> list[Pledge]:
    """What somebody promised, and loans of hers that are here."""
    sql = (
        f"{HERE} AND p.person_id = ? AND (p.state = 'promised' OR (p.state = 'here' AND n.kind = 'tool'))"
        " ORDER BY coalesce(p.deliver_at, p.promised_at), p.id"
    )
    return await tx.all(_pledge, sql, place_id, person_id)


async def promised(tx: Tx, place_id: int) -> list[Pledge]:
    return await tx.all(_pledge, f"{HERE} AND p.state = 'promised' ORDER BY p.deliver_at, p.id", place_id)


async def loans(tx: Tx, place_id: int) -> list[Pledge]:
    sql = f"{HERE} AND p.state = 'here' AND n.kind = 'tool' ORDER BY p.back_at, p.id"
    return await tx.all(_pledge, sql, place_id)


async def since(tx: Tx, place_id: int, moment: int) -> list[Pledge]:
    """Promised since then."""
    return await tx.all(
        _pledge, f"{HERE} AND p.state = 'promised' AND p.promised_at >= ? ORDER BY p.id", place_id, moment
    )


async def promise(tx: Tx, place_id: int, need_id: int, person_id: int, now: int, deliver_at: int) -> int:
    """Once a person; what she took back begins anew."""
    pledge_id = await tx.one(
        int,
        "INSERT INTO need_pledges (place_id, need_id, person_id, state, promised_at, deliver_at)"
        " VALUES (?, ?, ?, 'promised', ?, ?) ON CONFLICT (need_id, person_id) DO UPDATE SET state = 'promised',"
        " promised_at = excluded.promised_at, deliver_at = excluded.deliver_at, ended_at = NULL, reminded_of = NULL,"
        " back_at = NULL, words = '', named = 0, asked_again_at = NULL, asked_back_at = NULL"
        " WHERE need_pledges.state = 'withdrawn' RETURNING id",
        place_id,
        need_id,
        person_id,
        now,
        deliver_at,
    )
    if pledge_id is None:
        raise LookupError("the promise is there already")
    return pledge_id


async def set_named(tx: Tx, pledge_id: int, named: int) -> None:
    await tx.run("UPDATE need_pledges SET named = ? WHERE id = ?", named, pledge_id)


async def set_words(tx: Tx, pledge_id: int, words: str) -> None:
    await tx.run("UPDATE need_pledges SET words = ? WHERE id = ?", words, pledge_id)


async def set_deliver(tx: Tx, pledge_id: int, at: int, asked_again_at: int | None) -> None:
    sql = "UPDATE need_pledges SET deliver_at = ?, asked_again_at = ? WHERE id = ?"
    await tx.run(sql, at, asked_again_at, pledge_id)


async def set_back(tx: Tx, pledge_id: int, at: int) -> None:
    await tx.run("UPDATE need_pledges SET back_at = ?, asked_back_at = NULL WHERE id = ?", at, pledge_id)


async def answer_again(tx: Tx, pledge_id: int) -> None:
    """The day that moved suits her."""
    await tx.run("UPDATE need_pledges SET asked_again_at = NULL WHERE id = ?", pledge_id)


async def receive(tx: Tx, pledge_id: int, by: int, media_id: int | None, album: str | None, now: int) -> bool:
    """False when it is here already, or was taken back."""
    return bool(
        await tx.run(
            "UPDATE need_pledges SET state = 'here', here_at = ?, received_by = ?, media_id = ?, album = ?,"
            " asked_again_at = NULL, reminded_of = NULL WHERE id = ? AND state = 'promised'",
            now,
            by,
            media_id,
            album,
            pledge_id,
        )
    )


async def give_back(tx: Tx, pledge_id: int, now: int) -> bool:
    sql = "UPDATE need_pledges SET state = 'given_back', ended_at = ? WHERE id = ? AND state = 'here'"
    return bool(await tx.run(sql, now, pledge_id))


async def withdraw(tx: Tx, pledge_id: int, now: int) -> bool:
    sql = (
        "UPDATE need_pledges SET state = 'withdrawn', ended_at = ?, asked_again_at = NULL"
        " WHERE id = ? AND state = 'promised'"
    )
    return bool(await tx.run(sql, now, pledge_id))


async def note_reminded(tx: Tx, pledge_id: int, of: int) -> None:
    await tx.run("UPDATE need_pledges SET reminded_of = ? WHERE id = ?", of, pledge_id)


async def note_asked_back(tx: Tx, pledge_id: int, now: int) -> None:
    await tx.run("UPDATE need_pledges SET asked_back_at = ? WHERE id = ?", now, pledge_id)


async def in_album(tx: Tx, person_id: int, album: str) -> bool:
    """Whether the first picture of an album was of something that came in."""
    sql = "SELECT count(*) FROM need_pledges WHERE album = ? AND received_by = ?"
    return bool(await tx.one(int, sql, album, person_id))


async def of_picture(tx: Tx, media_id: int) -> tuple[int, int | None] | None:
    """The pledge that a photo shows, and who sent it."""
    sql = "SELECT id, received_by FROM need_pledges WHERE media_id = ?"
    return await tx.one(lambda pledge_id, by: (pledge_id, by), sql, media_id)


async def drop_picture(tx: Tx, media_id: int) -> None:
    await tx.run("UPDATE need_pledges SET media_id = NULL WHERE media_id = ?", media_id)


def _pledge(
    pledge_id: int, need_id: int, idea_id: int, kind: str, need: str, person_id: int, name: str, words: str,
    named: int, state: str, promised_at: int, deliver_at: int | None, back_at: int | None, here_at: int | None,
    received_by: int | None, media_id: int | None, reminded_of: int | None, asked_again_at: int | None,
    asked_back_at: int | None,
) -> Pledge:  # fmt: skip
    return Pledge(
        pledge_id, need_id, idea_id, Kind(kind), need, person_id, name, words, bool(named), Pledged(state),
        promised_at, deliver_at, back_at, here_at, received_by, media_id, reminded_of, asked_again_at, asked_back_at,
    )  # fmt: skip
