"""Polls as others read them, and how they end."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.polls.rules import Entry, Kind, whole_kind
from handlers.polls.rules.winning import Terms

POLL = (
    "id, place_id, made_by, state, question, kind, live, closes_at, opened_at,"
    " consent, dots, named, quorum, active, version, campaign_id, form, total, closed_at, event_id"
)

OPTION = (
    "o.id, o.words, coalesce(c.people, 0), o.idea_id, coalesce(c.points, 0), o.starts_at, o.cost,"
    " (SELECT e.band FROM idea_costs e WHERE e.idea_id = o.idea_id ORDER BY e.id DESC LIMIT 1) FROM poll_options o"
    " LEFT JOIN poll_tallies c ON c.poll_id = o.poll_id AND c.option_id = o.id AND c.apart = 0"
)


@dataclass(frozen=True)
class Poll:
    """A published poll; times in ms. `state` is "open" or "closed". `dots` each may give, `quorum` in percent of
    the `active` people, who are counted at the close; `campaign_id` is the message that asked everybody. `total` is
    in yuan; `event_id` is what a time poll's winner became."""

    id: int
    place_id: int
    made_by: int
    state: str
    question: str
    kind: Kind
    live: int
    closes_at: int
    opened_at: int
    dots: int
    named: int
    quorum: int | None
    active: int | None
    version: int
    campaign_id: int | None
    total: int
    closed_at: int | None
    event_id: int | None

    @property
    def terms(self) -> Terms:
        return Terms(self.closes_at if self.closed_at is None else self.closed_at, self.total)

    def is_open(self, now: int) -> bool:
        """The clock closes a poll, whether or not the job has come round yet."""
        return self.state == "open" and now < self.closes_at


@dataclass(frozen=True)
class Option:
    """`votes` are people, `points` what they gave: dots, a score, or answers to the moment `at` (rules/moments.py).
    In a consent round `words` is a Stance; `cost` is in yuan, and `band` what its idea is estimated at today."""

    id: int
    words: str
    votes: int
    idea_id: int | None
    points: int
    at: int | None
    cost: int | None
    band: str | None

    @property
    def entry(self) -> Entry:
        return Entry(self.words, self.votes, self.points, self.at, self.cost)


@dataclass(frozen=True)
class Result:
    """How an idea came off in a poll that is closed."""

    poll_id: int
    question: str
    kind: Kind
    votes: int
    points: int
    voters: int
    closed_at: int


async def find_poll(tx: Tx, poll_id: int) -> Poll | None:
    """Whichever place it is in; a draft is nobody's business but its maker's."""
    return await tx.one(
        read_poll,
        f"SELECT {POLL} FROM polls WHERE id = ? AND state IN ('open', 'closed')",  # noqa: S608 constant
        poll_id,
    )


async def is_member(tx: Tx, person_id: int, place_id: int) -> bool:
    found = await tx.one(
        int, "SELECT person_id FROM members WHERE person_id = ? AND place_id = ?", person_id, place_id
    )
    return found is not None


async def polls_to_show(tx: Tx, place_id: int, closed_since: int) -> list[Poll]:
    """Open ones first, those that close soonest on top; then the lately closed ones, newest on top."""
    return await tx.all(
        read_poll,
        f"SELECT {POLL} FROM polls WHERE place_id = ?"  # noqa: S608 constant
        " AND (state = 'open' OR (state = 'closed' AND closed_at >= ?))"
        " ORDER BY CASE WHEN state = 'open' THEN closes_at ELSE 9000000000000000 - closed_at END, id",
        place_id,
        closed_since,
    )


async def closing_between(tx: Tx, place_id: int, since: int, until: int) -> list[Poll]:
    """Open polls whose time comes after `since` and not after `until`."""
    return await tx.all(
        read_poll,
        f"SELECT {POLL} FROM polls WHERE place_id = ? AND state = 'open'"  # noqa: S608 constant
        " AND closes_at > ? AND closes_at <= ? ORDER BY closes_at, id",
        place_id,
        since,
        until,
    )


async def closed_since(tx: Tx, place_id: int, since: int) -> list[Poll]:
    return await tx.all(
        read_poll,
        f"SELECT {POLL} FROM polls WHERE place_id = ? AND state = 'closed' AND closed_at > ?"  # noqa: S608 constant
        " ORDER BY closed_at, id",
        place_id,
        since,
    )


async def count_closed(tx: Tx, place_id: int, since: int, until: int) -> int:
    count = await tx.one(
        int,
        "SELECT count(*) FROM polls WHERE place_id = ? AND state = 'closed' AND closed_at >= ? AND closed_at < ?",
        place_id,
        since,
        until,
    )
    return count or 0


async def options(tx: Tx, poll_id: int) -> list[Option]:
    """In the order they were typed, moments in their own; each with the votes that count."""
    return await tx.all(
        Option,
        f"SELECT {OPTION} WHERE o.poll_id = ? ORDER BY coalesce(o.starts_at, 0), o.position",
        poll_id,
    )


async def find_option(tx: Tx, poll_id: int, option_id: int) -> Option | None:
    sql = f"SELECT {OPTION} WHERE o.poll_id = ? AND o.id = ?"
    return await tx.one(Option, sql, poll_id, option_id)


async def close(tx: Tx, poll_id: int, now: int, active: int) -> bool:
    """Whether it was this call that closed it."""
    return bool(
        await tx.run(
            "UPDATE polls SET state = 'closed', closed_at = ?, active = ? WHERE id = ? AND state = 'open'",
            now,
            active,
            poll_id,
        )
    )


async def extend(tx: Tx, poll: Poll, closes_at: int) -> bool:
    """Whether it was still open until the time the presser saw."""
    return bool(
        await tx.run(
            "UPDATE polls SET closes_at = ? WHERE id = ? AND state = 'open' AND closes_at = ?",
            closes_at,
            poll.id,
            poll.closes_at,
        )
    )


async def due(tx: Tx, place_id: int, now: int) -> list[Poll]:
    return await tx.all(
        read_poll,
        f"SELECT {POLL} FROM polls WHERE place_id = ? AND state = 'open' AND closes_at <= ?"  # noqa: S608 constant
        " ORDER BY closes_at, id",
        place_id,
        now,
    )


async def to_remind(tx: Tx, place_id: int, earliest: int, latest: int, open_for: int) -> list[Poll]:
    """Open polls that close in between, open longer than `open_for` ms, whose silent people heard nothing yet."""
    return await tx.all(
        read_poll,
        f"SELECT {POLL} FROM polls WHERE place_id = ? AND state = 'open' AND reminded_at IS NULL"  # noqa: S608
        " AND closes_at > ? AND closes_at <= ? AND closes_at - opened_at > ? ORDER BY closes_at, id",
        place_id,
        earliest,
        latest,
        open_for,
    )


async def note_campaign(tx: Tx, poll_id: int, campaign_id: int) -> None:
    await tx.run("UPDATE polls SET campaign_id = ? WHERE id = ?", campaign_id, poll_id)


async def note_event(tx: Tx, poll_id: int, event_id: int) -> None:
    await tx.run("UPDATE polls SET event_id = ? WHERE id = ?", event_id, poll_id)


async def note_reminded(tx: Tx, poll_id: int, now: int) -> None:
    await tx.run("UPDATE polls SET reminded_at = ? WHERE id = ?", now, poll_id)


async def polls_about(tx: Tx, idea_id: int) -> list[Result]:
    """The closed polls in which this idea was an option, newest first."""
    counted = "FROM poll_tallies c WHERE c.poll_id = p.id AND c.apart = 0"
    return await tx.all(
        lambda poll_id, question, kind, form, *rest: Result(poll_id, question, whole_kind(kind, 0, form), *rest),
        "SELECT p.id, p.question, p.kind, p.form,"  # noqa: S608 constants
        f" coalesce((SELECT c.people {counted} AND c.option_id = o.id), 0),"
        f" coalesce((SELECT c.points {counted} AND c.option_id = o.id), 0),"
        f" coalesce((SELECT c.people {counted} AND c.option_id = 0), 0), p.closed_at"
        " FROM poll_options o JOIN polls p ON p.id = o.poll_id"
        " WHERE o.idea_id = ? AND p.state = 'closed' ORDER BY p.closed_at DESC, p.id DESC",
        idea_id,
    )


def read_poll(  # the columns of POLL, in their order
    poll_id: int,
    place_id: int,
    made_by: int,
    state: str,
    question: str,
    kind: str,
    live: int,
    closes_at: int,
    opened_at: int,
    consent: int,
    dots: int | None,
    named: int,
    quorum: int | None,
    active: int | None,
    version: int,
    campaign_id: int | None,
    form: str | None,
    total: int | None,
    closed_at: int | None,
    event_id: int | None,
) -> Poll:
    return Poll(
        poll_id, place_id, made_by, state, question, whole_kind(kind, consent, form), live, closes_at, opened_at,
        dots or 0, named, quorum, active, version, campaign_id, total or 0, closed_at, event_id,
    )  # fmt: skip
