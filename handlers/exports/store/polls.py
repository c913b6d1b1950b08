"""The totals of polls, as everybody in the place may see them: how a person voted is never read here."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.polls.rules import moments
from handlers.polls.store import polls, record
from handlers.polls.store import votes as vote_store
from handlers.polls.store.polls import POLL, Option, Poll


@dataclass(frozen=True)
class PollRow:
    """One option. The counts are None as long as the town itself does not see them: hidden until the close."""

    poll: int
    question: str
    kind: str
    named: int
    state: str
    opened_at: int
    closes_at: int
    asked: int
    voters: int | None
    option: str
    idea: int | None
    votes: int | None
    points: int | None
    decision: str | None
    moment_at: int | None
    yes: int | None
    if_need_be: int | None
    no: int | None
    cost: int | None
    total: int | None


async def rows(tx: Tx, place_id: int) -> list[PollRow]:
    """Polls are numbered as they stand here: their own numbers mean nothing to people."""
    published = await tx.all(
        polls.read_poll,
        f"SELECT {POLL} FROM polls WHERE place_id = ? AND state IN ('open', 'closed') ORDER BY opened_at, id",  # noqa: S608 constant
        place_id,
    )
    return [
        row for number, poll in enumerate(published, start=1) for row in await _rows_of(tx, place_id, number, poll)
    ]


async def _rows_of(tx: Tx, place_id: int, number: int, poll: Poll) -> list[PollRow]:
    seen = poll.state == "closed" or bool(poll.live)
    asked = await vote_store.count_asked(tx, poll.id)
    voters = await vote_store.count_voters(tx, poll.id) if seen else None
    decision = await record.find_decision(tx, poll.id)
    return [
        PollRow(
            number, poll.question, poll.kind.value, poll.named, poll.state, poll.opened_at, poll.closes_at, asked,
            voters, one.words, await _number(tx, place_id, one), one.votes if seen else None,
            one.points if seen and one.at is None else None, decision.words if decision else None,
            one.at, *_suited(one, seen), one.cost, poll.total or None,
        )
        for one in await polls.options(tx, poll.id)
    ]  # fmt: skip


def _suited(option: Option, seen: bool) -> tuple[int | None, int | None, int | None]:
    """Of a time poll: yes, if need be, no."""
    if not seen or option.at is None:
        return None, None, None
    counts = moments.suited(option.entry)
    return counts.yes, counts.maybe, counts.no


async def _number(tx: Tx, place_id: int, option: Option) -> int | None:
    if option.idea_id is None:
        return None
    return await tx.one(int, "SELECT number FROM ideas WHERE place_id = ? AND id = ?", place_id, option.idea_id)
