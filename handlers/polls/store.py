"""The polls, their options, and the votes."""

from dataclasses import dataclass

from bot.db import Tx
from handlers.polls.rules import Kind

POLL = "id, place_id, made_by, state, question, kind, live, closes_at, opened_at"


@dataclass(frozen=True)
class Draft:
    """A poll that is still being made; what is None has not been asked yet."""

    id: int
    question: str
    kind: Kind | None
    live: int | None
    closes_at: int | None


@dataclass(frozen=True)
class Poll:
    """A published poll; times in ms. `state` is "open" or "closed"."""

    id: int
    place_id: int
    made_by: int
    state: str
    question: str
    kind: Kind
    live: int
    closes_at: int
    opened_at: int

    def is_open(self, now: int) -> bool:
        """The clock closes a poll, whether or not the job has come round yet."""
        return self.state == "open" and now < self.closes_at


@dataclass(frozen=True)
class Option:
    id: int
    words: str
    votes: int
    idea_id: int | None


@dataclass(frozen=True)
class IdeaOption:
    """An idea as it becomes an option."""

    idea_id: int | None
    words: str


@dataclass(frozen=True)
class Result:
    """How an idea came off in a poll that is closed."""

    poll_id: int
    question: str
    votes: int
    voters: int
    closed_at: int


# --- making one


async def add_draft(tx: Tx, place_id: int, made_by: int, question: str, now: int) -> int:
    draft_id = await tx.one(
        int,
        "INSERT INTO polls (place_id, made_by, question, made_at) VALUES (?, ?, ?, ?) RETURNING id",
        place_id,
        made_by,
        question,
        now,
    )
    if draft_id is None:
        raise LookupError("the new poll has no id")
    return draft_id


async def find_draft(tx: Tx, place_id: int, made_by: int, draft_id: int) -> Draft | None:
    return await tx.one(
        _draft,
        "SELECT id, question, kind, live, closes_at FROM polls"
        " WHERE id = ? AND place_id = ? AND made_by = ? AND state = 'draft'",
        draft_id,
        place_id,
        made_by,
    )


async def find_last_draft(tx: Tx, place_id: int, made_by: int) -> Draft | None:
    return await tx.one(
        _draft,
        "SELECT id, question, kind, live, closes_at FROM polls"
        " WHERE place_id = ? AND made_by = ? AND state = 'draft' ORDER BY id DESC LIMIT 1",
        place_id,
        made_by,
    )


async def drop_draft(tx: Tx, draft_id: int) -> None:
    await tx.run("UPDATE polls SET state = 'dropped' WHERE id = ? AND state = 'draft'", draft_id)


async def set_kind(tx: Tx, draft_id: int, kind: Kind) -> None:
    await tx.run("UPDATE polls SET kind = ? WHERE id = ? AND state = 'draft'", kind.value, draft_id)


async def set_live(tx: Tx, draft_id: int, live: int) -> None:
    await tx.run("UPDATE polls SET live = ? WHERE id = ? AND state = 'draft'", live, draft_id)


async def set_closing(tx: Tx, draft_id: int, closes_at: int) -> None:
    await tx.run("UPDATE polls SET closes_at = ? WHERE id = ? AND state = 'draft'", closes_at, draft_id)


async def ask_again(tx: Tx, draft_id: int) -> None:
    """Everything but the question and the options is open again."""
    await tx.run("UPDATE polls SET kind = NULL, live = NULL WHERE id = ? AND state = 'draft'", draft_id)


async def forget_closing(tx: Tx, draft_id: int) -> None:
    await tx.run("UPDATE polls SET closes_at = NULL WHERE id = ? AND state = 'draft'", draft_id)


async def add_option(tx: Tx, poll_id: int, words: str, idea_id: int | None) -> None:
    await tx.run(
        "INSERT INTO poll_options (poll_id, position, words, idea_id)"
        " SELECT CAST(? AS BIGINT), coalesce(max(position), 0) + 1, CAST(? AS TEXT), CAST(? AS BIGINT)"
        " FROM poll_options WHERE poll_id = ?",
        poll_id,
        words,
        idea_id,
        poll_id,
    )


async def take_last_option(tx: Tx, poll_id: int) -> None:
    await tx.run(
        "DELETE FROM poll_options WHERE poll_id = ?"
        " AND position = (SELECT max(position) FROM poll_options WHERE poll_id = ?)",
        poll_id,
        poll_id,
    )


async def publish(tx: Tx, draft_id: int, now: int) -> bool:
    """Whether this press did it: a second one finds no draft any more."""
    opened = await tx.run(
        "UPDATE polls SET state = 'open', opened_at = ? WHERE id = ? AND state = 'draft'"
        " AND kind IS NOT NULL AND live IS NOT NULL AND closes_at > ?",
        now,
        draft_id,
        now,
    )
    return bool(opened)


async def ask_everybody(tx: Tx, poll_id: int, place_id: int) -> None:
    """Notes that everyone who agreed to be written to was asked."""
    await tx.run(
        "INSERT INTO poll_asked (poll_id, person_id)"
        " SELECT CAST(? AS BIGINT), m.person_id FROM members m JOIN people p ON p.id = m.person_id"
        " WHERE m.place_id = ? AND p.consented_at IS NOT NULL ON CONFLICT DO NOTHING",
        poll_id,
        place_id,
    )


async def add_step(tx: Tx, poll: Poll, what: str, person_id: int | None, now: int) -> None:
    """On record: who published, extended or closed it, and until when it was open then."""
    await tx.run(
        "INSERT INTO poll_steps (poll_id, what, person_id, closes_at, at) VALUES (?, ?, ?, ?, ?)",
        poll.id,
        what,
        person_id,
        poll.closes_at,
        now,
    )


# --- reading


async def find_poll(tx: Tx, poll_id: int) -> Poll | None:
    """Whichever place it is in; a draft is nobody's business but its maker's."""
    return await tx.one(
        _poll,
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
        _poll,
        f"SELECT {POLL} FROM polls WHERE place_id = ?"  # noqa: S608 constant
        " AND (state = 'open' OR (state = 'closed' AND closed_at >= ?))"
        " ORDER BY CASE WHEN state = 'open' THEN closes_at ELSE 9000000000000000 - closed_at END, id",
        place_id,
        closed_since,
    )


async def closing_between(tx: Tx, place_id: int, since: int, until: int) -> list[Poll]:
    """Open polls whose time comes after `since` and not after `until`."""
    return await tx.all(
        _poll,
        f"SELECT {POLL} FROM polls WHERE place_id = ? AND state = 'open'"  # noqa: S608 constant
        " AND closes_at > ? AND closes_at <= ? ORDER BY closes_at, id",
        place_id,
        since,
        until,
    )


async def closed_since(tx: Tx, place_id: int, since: int) -> list[Poll]:
    return await tx.all(
        _poll,
        f"SELECT {POLL} FROM polls WHERE place_id = ? AND state = 'closed' AND closed_at > ?"  # noqa: S608 constant
        " ORDER BY closed_at, id",
        place_id,
        since,
    )


async def options(tx: Tx, poll_id: int) -> list[Option]:
    """In the order they were typed, each with its votes."""
    return await tx.all(
        Option,
        "SELECT o.id, o.words, count(v.person_id), o.idea_id FROM poll_options o"
        " LEFT JOIN poll_votes v ON v.poll_id = o.poll_id AND v.option_id = o.id"
        " WHERE o.poll_id = ? GROUP BY o.id, o.words, o.idea_id, o.position ORDER BY o.position",
        poll_id,
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


async def ready_photos(tx: Tx, poll_id: int) -> list[tuple[int, str]]:
    """One picture of each idea among the options, with the number people say aloud."""
    return await tx.all(
        lambda media_id, number: (media_id, f"{number}"),
        "SELECT min(m.id), i.number FROM poll_options o JOIN ideas i ON i.id = o.idea_id"
        " JOIN idea_photos f ON f.idea_id = i.id JOIN media m ON m.id = f.media_id AND m.state = 'ready'"
        " WHERE o.poll_id = ? GROUP BY i.id, i.number, o.position ORDER BY o.position LIMIT 9",
        poll_id,
    )


# --- voting


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


# --- closing


async def close(tx: Tx, poll_id: int, now: int) -> bool:
    """Whether it was this call that closed it."""
    return bool(
        await tx.run("UPDATE polls SET state = 'closed', closed_at = ? WHERE id = ? AND state = 'open'", now, poll_id)
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
        _poll,
        f"SELECT {POLL} FROM polls WHERE place_id = ? AND state = 'open' AND closes_at <= ?"  # noqa: S608 constant
        " ORDER BY closes_at, id",
        place_id,
        now,
    )


async def to_remind(tx: Tx, place_id: int, earliest: int, latest: int, open_for: int) -> list[Poll]:
    """Open polls that close in between, open longer than `open_for` ms, whose silent people heard nothing yet."""
    return await tx.all(
        _poll,
        f"SELECT {POLL} FROM polls WHERE place_id = ? AND state = 'open' AND reminded_at IS NULL"  # noqa: S608
        " AND closes_at > ? AND closes_at <= ? AND closes_at - opened_at > ? ORDER BY closes_at, id",
        place_id,
        earliest,
        latest,
        open_for,
    )


async def note_reminded(tx: Tx, poll_id: int, now: int) -> None:
    await tx.run("UPDATE polls SET reminded_at = ? WHERE id = ?", now, poll_id)


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


# --- what others may read


async def polls_about(tx: Tx, idea_id: int) -> list[Result]:
    """The closed polls in which this idea was an option, newest first."""
    return await tx.all(
        Result,
        "SELECT p.id, p.question,"
        " (SELECT count(*) FROM poll_votes v WHERE v.poll_id = p.id AND v.option_id = o.id),"
        " (SELECT count(DISTINCT v.person_id) FROM poll_votes v WHERE v.poll_id = p.id), p.closed_at"
        " FROM poll_options o JOIN polls p ON p.id = o.poll_id"
        " WHERE o.idea_id = ? AND p.state = 'closed' ORDER BY p.closed_at DESC, p.id DESC",
        idea_id,
    )


def _draft(draft_id: int, question: str, kind: str | None, live: int | None, closes_at: int | None) -> Draft:
    return Draft(draft_id, question, Kind(kind) if kind else None, live, closes_at)


def _poll(  # the columns of POLL, in their order
    poll_id: int,
    place_id: int,
    made_by: int,
    state: str,
    question: str,
    kind: str,
    live: int,
    closes_at: int,
    opened_at: int,
) -> Poll:
    return Poll(poll_id, place_id, made_by, state, question, Kind(kind), live, closes_at, opened_at)
