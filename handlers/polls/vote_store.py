"""Who was asked, who voted, and for what: the only place where a person and her choice stand together."""

from bot.db import Tx
from handlers.polls.rules import Kind
from handlers.polls.store import Poll


async def ask_everybody(tx: Tx, poll_id: int, place_id: int) -> None:
    """Notes that everyone who agreed to be written to was asked."""
    await tx.run(
        "INSERT INTO poll_asked (poll_id, person_id)"
        " SELECT CAST(? AS BIGINT), m.person_id FROM members m JOIN people p ON p.id = m.person_id"
        " WHERE m.place_id = ? AND p.consented_at IS NOT NULL ON CONFLICT DO NOTHING",
        poll_id,
        place_id,
    )


async def count_voters(tx: Tx, poll_id: int) -> int:
    return await tx.one(int, "SELECT count(DISTINCT person_id) FROM poll_votes WHERE poll_id = ?", poll_id) or 0


async def count_asked(tx: Tx, poll_id: int) -> int:
    return await tx.one(int, "SELECT count(*) FROM poll_asked WHERE poll_id = ?", poll_id) or 0


async def choices_of(tx: Tx, poll_id: int, person_id: int) -> list[int]:
    """The ids of the options this person votes for, for her own eyes only."""
    return await tx.all(
        int, "SELECT option_id FROM poll_votes WHERE poll_id = ? AND person_id = ?", poll_id, person_id
    )


async def vote(tx: Tx, poll: Poll, option_id: int, person_id: int, now: int) -> None:
    """Expects the poll to be open. A second single vote replaces the first: the slot is the same."""
    await tx.run(
        "INSERT INTO poll_votes (poll_id, person_id, slot, option_id, voted_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (poll_id, person_id, slot) DO UPDATE SET option_id = excluded.option_id,"
        " voted_at = excluded.voted_at",
        poll.id,
        person_id,
        0 if poll.kind is Kind.SINGLE else option_id,
        option_id,
        now,
    )
    await tx.run(
        "INSERT INTO poll_asked (poll_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING", poll.id, person_id
    )


async def take_back(tx: Tx, poll: Poll, option_id: int, person_id: int) -> None:
    await tx.run(
        "DELETE FROM poll_votes WHERE poll_id = ? AND person_id = ? AND option_id = ?",
        poll.id,
        person_id,
        option_id,
    )


async def silent_people(tx: Tx, poll_id: int) -> list[int]:
    """Who was asked and has not voted."""
    return await tx.all(
        int,
        "SELECT a.person_id FROM poll_asked a WHERE a.poll_id = ? AND NOT EXISTS"
        " (SELECT 1 FROM poll_votes v WHERE v.poll_id = a.poll_id AND v.person_id = a.person_id)"
        " ORDER BY a.person_id",
        poll_id,
    )


async def add_asked_to_campaign(tx: Tx, campaign_id: int, poll_id: int) -> None:
    await tx.run(
        "INSERT INTO campaign_people (campaign_id, person_id)"
        " SELECT CAST(? AS BIGINT), person_id FROM poll_asked WHERE poll_id = ? ON CONFLICT DO NOTHING",
        campaign_id,
        poll_id,
    )
