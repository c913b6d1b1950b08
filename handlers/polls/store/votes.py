"""Who was asked, who voted, and for what: the only place where a person and her choice stand together."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.polls.rules import Apart, Kind
from handlers.polls.store import tallies
from handlers.polls.store.polls import Poll


@dataclass(frozen=True)
class Later:
    """Voters who do not stand among the others: those who came later, and a crowd from one address."""

    came_later: int
    crowd: int


@dataclass(frozen=True)
class Given:
    """For a poll with names: who chose what."""

    option_id: int
    name: str
    value: int


@dataclass(frozen=True)
class Objection:
    """Nobody's in particular."""

    option_id: int
    words: str


async def ask_everybody(tx: Tx, poll_id: int, place_id: int) -> None:
    """Notes that everyone who agreed to be written to was asked."""
    await tx.run(
        "INSERT INTO poll_asked (poll_id, person_id)"
        " SELECT CAST(? AS BIGINT), m.person_id FROM members m JOIN people p ON p.id = m.person_id"
        " WHERE m.place_id = ? AND p.consented_at IS NOT NULL ON CONFLICT DO NOTHING",
        poll_id,
        place_id,
    )


async def ask(tx: Tx, poll_id: int, person_id: int, apart: Apart) -> None:
    """Whoever votes without having been asked is added, so that abstentions add up."""
    await tx.run(
        "INSERT INTO poll_asked (poll_id, person_id, apart) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        poll_id,
        person_id,
        int(apart),
    )


async def find_apart(tx: Tx, poll_id: int, person_id: int) -> Apart | None:
    """None for somebody who was not asked and has not voted."""
    return await tx.one(Apart, "SELECT apart FROM poll_asked WHERE poll_id = ? AND person_id = ?", poll_id, person_id)


async def count_voters(tx: Tx, poll_id: int) -> int:
    """Those who count."""
    return (
        await tx.one(
            int, "SELECT people FROM poll_tallies WHERE poll_id = ? AND option_id = 0 AND apart = 0", poll_id
        )
        or 0
    )


async def count_people(tx: Tx, place_id: int, since: int, until: int) -> int:
    """Who voted in any poll of the place in this time, each once."""
    count = await tx.one(
        int,
        "SELECT count(DISTINCT v.person_id) FROM poll_votes v CROSS JOIN polls p"
        " WHERE p.id = v.poll_id AND p.place_id = ? AND v.voted_at >= ? AND v.voted_at < ?",
        place_id,
        since,
        until,
    )
    return count or 0


async def count_later(tx: Tx, poll_id: int) -> Later:
    counts = dict(
        await tx.all(
            lambda apart, people: (apart, people),
            "SELECT apart, people FROM poll_tallies WHERE poll_id = ? AND option_id = 0 AND apart > 0",
            poll_id,
        )
    )
    return Later(counts.get(Apart.CAME_LATER, 0), counts.get(Apart.CROWD, 0))


async def count_asked(tx: Tx, poll_id: int) -> int:
    known = await tx.one(int, "SELECT count(*) FROM poll_asked WHERE poll_id = ? AND apart = 0", poll_id)
    return (known or 0) + (await tx.one(int, "SELECT silent FROM polls WHERE id = ?", poll_id) or 0)


async def count_active(tx: Tx, poll: Poll, since: int) -> int:
    """People of the place who spoke since, and were here when it opened or whose vote counts: a crowd that came
    later must not be able to push the quorum out of reach."""
    return (
        await tx.one(
            int,
            "SELECT count(DISTINCT p.id) FROM members m JOIN people p ON p.id = m.person_id"
            " JOIN identities i ON i.person_id = p.id WHERE m.place_id = ? AND p.consented_at IS NOT NULL"
            " AND i.spoke_at >= ? AND (p.created_at <= ? OR EXISTS (SELECT 1 FROM poll_votes v JOIN poll_asked a"
            " ON a.poll_id = v.poll_id AND a.person_id = v.person_id AND a.apart = 0"
            " WHERE v.poll_id = ? AND v.person_id = p.id))",
            poll.place_id,
            since,
            poll.opened_at,
            poll.id,
        )
        or 0
    )


async def choices_of(tx: Tx, poll_id: int, person_id: int) -> dict[int, int]:
    """What this person gives to which option, for her own eyes only."""
    found = await tx.all(
        lambda option_id, value: (option_id, value),
        "SELECT option_id, value FROM poll_votes WHERE poll_id = ? AND person_id = ? ORDER BY option_id",
        poll_id,
        person_id,
    )
    return dict(found)


async def vote(tx: Tx, poll: Poll, option_id: int, person_id: int, value: int, now: int) -> None:
    """Expects the poll to be open, and the person to stand among those asked. A second single vote replaces the
    first: the slot is the same."""
    await tallies.count_out(tx, poll.id, person_id)
    await tx.run(
        "INSERT INTO poll_votes (poll_id, person_id, slot, option_id, value, voted_at) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (poll_id, person_id, slot) DO UPDATE SET option_id = excluded.option_id,"
        " value = excluded.value, voted_at = excluded.voted_at",
        poll.id,
        person_id,
        0 if poll.kind in (Kind.SINGLE, Kind.CONSENT) else option_id,
        option_id,
        value,
        now,
    )
    await tallies.count_in(tx, poll.id, person_id)
    await forget_reason(tx, poll.id, person_id)


async def take_back(tx: Tx, poll: Poll, option_id: int, person_id: int) -> None:
    await tallies.count_out(tx, poll.id, person_id)
    await tx.run(
        "DELETE FROM poll_votes WHERE poll_id = ? AND person_id = ? AND option_id = ?",
        poll.id,
        person_id,
        option_id,
    )
    await tallies.count_in(tx, poll.id, person_id)
    await forget_reason(tx, poll.id, person_id)


async def take_all_back(tx: Tx, poll_id: int, person_id: int) -> None:
    await tallies.count_out(tx, poll_id, person_id)
    await tx.run("DELETE FROM poll_votes WHERE poll_id = ? AND person_id = ?", poll_id, person_id)


async def keep_reason(tx: Tx, poll_id: int, person_id: int, option_id: int, words: str) -> None:
    """Follows the vote it belongs to."""
    await tx.run(
        "INSERT INTO poll_reasons (poll_id, person_id, option_id, words) VALUES (?, ?, ?, ?)",
        poll_id,
        person_id,
        option_id,
        words,
    )


async def forget_reason(tx: Tx, poll_id: int, person_id: int) -> None:
    await tx.run("DELETE FROM poll_reasons WHERE poll_id = ? AND person_id = ?", poll_id, person_id)


async def find_reason(tx: Tx, poll_id: int, person_id: int) -> str | None:
    """For her own eyes only."""
    return await tx.one(str, "SELECT words FROM poll_reasons WHERE poll_id = ? AND person_id = ?", poll_id, person_id)


async def reasons(tx: Tx, poll_id: int) -> list[Objection]:
    """Objections first; within each answer in the order of their words, so that the order tells nobody's name.
    What a crowd from one address wrote is left out, what newcomers wrote is not."""
    return await tx.all(
        Objection,
        "SELECT r.option_id, r.words FROM poll_reasons r JOIN poll_asked a"
        " ON a.poll_id = r.poll_id AND a.person_id = r.person_id AND a.apart < 2"
        " WHERE r.poll_id = ? ORDER BY r.option_id DESC, r.words",
        poll_id,
    )


async def who_voted(tx: Tx, poll_id: int) -> list[Given]:
    """Only for a poll that said so before anybody voted."""
    return await tx.all(
        Given,
        "SELECT v.option_id, p.name, v.value FROM poll_votes v JOIN people p ON p.id = v.person_id"
        " JOIN poll_asked a ON a.poll_id = v.poll_id AND a.person_id = v.person_id AND a.apart = 0"
        " WHERE v.poll_id = ? ORDER BY v.option_id, v.voted_at, p.id",
        poll_id,
    )


async def silent_people(tx: Tx, poll_id: int) -> list[int]:
    """Who was asked and has not voted."""
    return await tx.all(
        int,
        "SELECT a.person_id FROM poll_asked a WHERE a.poll_id = ? AND a.apart = 0 AND NOT EXISTS"
        " (SELECT 1 FROM poll_votes v WHERE v.poll_id = a.poll_id AND v.person_id = a.person_id)"
        " ORDER BY a.person_id",
        poll_id,
    )


async def forget_silent(tx: Tx, place_id: int, closed_before: int) -> None:
    """Who was asked and did not vote: their number stays. And where the question stands in whose chat."""
    over = "SELECT q.id FROM polls q WHERE q.place_id = ? AND q.state = 'closed' AND q.closed_at < ?"
    silent = (
        "NOT EXISTS (SELECT 1 FROM poll_votes v WHERE v.poll_id = poll_asked.poll_id"
        " AND v.person_id = poll_asked.person_id)"
    )
    found = await tx.all(
        lambda poll_id, count: (count, poll_id),
        "SELECT poll_id, sum(CASE WHEN apart = 0 THEN 1 ELSE 0 END) FROM poll_asked"  # noqa: S608 constants
        f" WHERE poll_id IN ({over}) AND {silent} GROUP BY poll_id",
        place_id,
        closed_before,
    )
    await tx.many("UPDATE polls SET silent = silent + ? WHERE id = ?", found)
    await tx.run(f"DELETE FROM poll_asked WHERE poll_id IN ({over}) AND {silent}", place_id, closed_before)  # noqa: S608
    await tx.run(f"DELETE FROM poll_messages WHERE poll_id IN ({over})", place_id, closed_before)  # noqa: S608


async def voters(tx: Tx, poll_id: int) -> list[int]:
    return await tx.all(int, "SELECT DISTINCT person_id FROM poll_votes WHERE poll_id = ?", poll_id)


async def add_asked_to_campaign(tx: Tx, campaign_id: int, poll_id: int) -> None:
    await tx.run(
        "INSERT INTO campaign_people (campaign_id, person_id)"
        " SELECT CAST(? AS BIGINT), person_id FROM poll_asked WHERE poll_id = ? ON CONFLICT DO NOTHING",
        campaign_id,
        poll_id,
    )
