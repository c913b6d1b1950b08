"""Polls that are still being made."""

from dataclasses import dataclass

from bot.clock import moment
from bot.database.db import Tx
from handlers.polls.rules import Kind, Stance, whole_kind


@dataclass(frozen=True)
class Draft:
    """A poll that is still being made; what is None has not been asked yet."""

    id: int
    question: str
    kind: Kind | None
    live: int | None
    closes_at: int | None
    dots: int
    named: int
    quorum: int | None
    total: int


DRAFT = "id, question, kind, live, closes_at, consent, dots, named, quorum, form, total"


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
        f"SELECT {DRAFT} FROM polls"  # noqa: S608 constant
        " WHERE id = ? AND place_id = ? AND made_by = ? AND state = 'draft'",
        draft_id,
        place_id,
        made_by,
    )


async def find_last_draft(tx: Tx, place_id: int, made_by: int) -> Draft | None:
    return await tx.one(
        _draft,
        f"SELECT {DRAFT} FROM polls"  # noqa: S608 constant
        " WHERE place_id = ? AND made_by = ? AND state = 'draft' ORDER BY id DESC LIMIT 1",
        place_id,
        made_by,
    )


async def drop_draft(tx: Tx, draft_id: int) -> None:
    await tx.run("UPDATE polls SET state = 'dropped' WHERE id = ? AND state = 'draft'", draft_id)


async def set_kind(tx: Tx, draft_id: int, kind: Kind) -> None:
    """A basket holds several."""
    await tx.run(
        "UPDATE polls SET kind = ?, form = ? WHERE id = ? AND state = 'draft'",
        (Kind.SEVERAL if kind is Kind.BUDGET else kind).value,
        kind.value if kind is Kind.BUDGET else None,
        draft_id,
    )
    if kind is not Kind.BUDGET:
        await forget_costs(tx, draft_id)


async def make_time_poll(tx: Tx, draft_id: int) -> None:
    """Its options are moments, and no others."""
    await tx.run("DELETE FROM poll_options WHERE poll_id = ?", draft_id)
    # From an old chat it may have been another kind.
    await tx.run(
        "UPDATE polls SET kind = 'several', form = 'time', consent = 0, total = NULL"
        " WHERE id = ? AND state = 'draft'",
        draft_id,
    )


async def add_moment(tx: Tx, draft_id: int, starts_at: int) -> bool:
    """Whether it was not there yet."""
    words = moment(starts_at).strftime("%Y-%m-%dT%H:%MZ")
    return bool(
        await tx.run(
            "INSERT INTO poll_options (poll_id, position, words, starts_at)"
            " SELECT CAST(? AS BIGINT), coalesce(max(position), 0) + 1, CAST(? AS TEXT), CAST(? AS BIGINT)"
            " FROM poll_options WHERE poll_id = ? ON CONFLICT DO NOTHING",
            draft_id,
            words,
            starts_at,
            draft_id,
        )
    )


async def set_cost(tx: Tx, draft_id: int, option_id: int, cost: int) -> None:
    await tx.run("UPDATE poll_options SET cost = ? WHERE poll_id = ? AND id = ?", cost, draft_id, option_id)


async def set_total(tx: Tx, draft_id: int, total: int) -> None:
    await tx.run("UPDATE polls SET total = ? WHERE id = ? AND state = 'draft'", total, draft_id)


async def forget_costs(tx: Tx, draft_id: int) -> None:
    """What the options cost and how much there is are asked once more."""
    await tx.run("UPDATE poll_options SET cost = NULL WHERE poll_id = ?", draft_id)
    await tx.run("UPDATE polls SET total = NULL WHERE id = ? AND state = 'draft'", draft_id)


async def set_dots(tx: Tx, draft_id: int, dots: int) -> None:
    await tx.run("UPDATE polls SET dots = ? WHERE id = ? AND state = 'draft'", dots, draft_id)


async def set_named(tx: Tx, draft_id: int, named: int) -> None:
    await tx.run("UPDATE polls SET named = ? WHERE id = ? AND state = 'draft' AND consent = 0", named, draft_id)


async def set_quorum(tx: Tx, draft_id: int, percent: int | None) -> None:
    await tx.run("UPDATE polls SET quorum = ? WHERE id = ? AND state = 'draft'", percent, draft_id)


async def make_consent(tx: Tx, draft_id: int) -> None:
    """A consent round has its three answers and no others. Votes in it are secret."""
    await tx.run("DELETE FROM poll_options WHERE poll_id = ?", draft_id)
    for stance in Stance:
        await add_option(tx, draft_id, stance.value, None)
    await tx.run(
        "UPDATE polls SET kind = 'single', form = NULL, total = NULL, consent = 1, named = 0"
        " WHERE id = ? AND state = 'draft'",
        draft_id,
    )


async def set_live(tx: Tx, draft_id: int, live: int) -> None:
    await tx.run("UPDATE polls SET live = ? WHERE id = ? AND state = 'draft'", live, draft_id)


async def set_closing(tx: Tx, draft_id: int, closes_at: int) -> None:
    await tx.run("UPDATE polls SET closes_at = ? WHERE id = ? AND state = 'draft'", closes_at, draft_id)


async def ask_again(tx: Tx, draft_id: int) -> None:
    """All but the question and the options is open again; a consent round and a time poll stay what they are."""
    await tx.run(
        "UPDATE polls SET kind = CASE WHEN consent = 1 OR form = 'time' THEN kind ELSE NULL END,"
        " form = CASE WHEN form = 'time' THEN form ELSE NULL END, dots = NULL, live = NULL,"
        " closes_at = NULL WHERE id = ? AND state = 'draft'",
        draft_id,
    )


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


async def drop_option(tx: Tx, draft_id: int, option_id: int) -> None:
    await tx.run("DELETE FROM poll_options WHERE poll_id = ? AND id = ?", draft_id, option_id)


async def set_question(tx: Tx, draft_id: int, question: str) -> None:
    await tx.run("UPDATE polls SET question = ? WHERE id = ? AND state = 'draft'", question, draft_id)


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


def _draft(  # the columns of DRAFT, in their order
    draft_id: int,
    question: str,
    kind: str | None,
    live: int | None,
    closes_at: int | None,
    consent: int,
    dots: int | None,
    named: int,
    quorum: int | None,
    form: str | None,
    total: int | None,
) -> Draft:
    whole = whole_kind(kind, consent, form) if kind else None
    return Draft(draft_id, question, whole, live, closes_at, dots or 0, named, quorum, total or 0)
