"""What the place has on record of something that might go into its kit: facts, and words as they were written."""

from dataclasses import dataclass
from typing import TypeVar

from bot.database.db import Tx
from bot.identity.consents import Purpose
from handlers.board.store import PHOTOS
from handlers.ideas.rules import DECISIONS, Status
from handlers.ideas.store.ideas import PUBLIC
from handlers.ideas.store.steps import STANDING
from handlers.kit import rules
from handlers.kit.rules import DAY, WEEK, Event, Facts, Look, Page, Step
from handlers.needs.store.lines import COUNTS
from handlers.polls.rules import Kind as Ballot

# Before its third version the sentence named newspapers and media, and no other shops.
NAMES_SHOPS = 3
AGREED = (
    f" AND EXISTS (SELECT 1 FROM consents c WHERE c.person_id = m.person_id AND c.given = 1"  # noqa: S608
    f" AND c.version >= {NAMES_SHOPS}"
    " AND c.id = (SELECT max(d.id) FROM consents d WHERE d.person_id = c.person_id"
    f" AND d.purpose = '{Purpose.PRESS.value}'))"
)
SHARE = {"quiet": 0, "usual": 50, "busy": 100}
MOST_POINTS = 60
DECIDED = frozenset(one.value for one in DECISIONS)
T = TypeVar("T")


@dataclass(frozen=True)
class Source:
    """`words` are free: until a lead has read them there may be anybody in them."""

    facts: Facts
    words: str


@dataclass(frozen=True)
class Picture:
    media_id: int
    hash: str
    after: bool


@dataclass(frozen=True)
class _Change:
    words: str
    space: str
    status: str
    since: int


@dataclass(frozen=True)
class _Step:
    to: str
    reason: str
    at: int


@dataclass(frozen=True)
class _Spent:
    hundredths: int
    lines: int


@dataclass(frozen=True)
class _Care:
    good: str
    weeks: int | None
    done_at: int


@dataclass(frozen=True)
class _Permit:
    kind: str
    status: str
    fee: str | None
    begun_at: int
    applied_at: int | None
    issued_at: int | None
    conditions: str


@dataclass(frozen=True)
class _PermitStep:
    template: str
    words: str
    who: str | None


@dataclass(frozen=True)
class _Task:
    title: str
    bring: str
    safety: str
    kind: str
    work: str
    every: str | None
    needed: int
    lasts: int


@dataclass(frozen=True)
class _Poll:
    question: str
    kind: str | None


async def read(tx: Tx, kind: Page, subject_id: int, place_id: int) -> Source:
    """Expects that it is there."""
    if kind is Page.CHANGE:
        return await _change(tx, subject_id)
    if kind is Page.CARE:
        return await _care(tx, subject_id)
    if kind is Page.PERMIT:
        return await _permit(tx, subject_id)
    if kind is Page.TASK:
        return await _task(tx, subject_id)
    if kind is Page.POLL:
        return await _poll(tx, subject_id)
    return await _curve(tx, place_id)


async def pictures(tx: Tx, idea_id: int, limit: int) -> list[Picture]:
    """Those on its public page whose sender agreed that hers may be passed on; none that is held back or hidden."""
    return await tx.all(
        lambda media_id, hash, kind: Picture(media_id, hash, kind == "after"),
        f"SELECT m.id, m.hash, a.kind {PHOTOS}{AGREED} AND i.id = ? AND o.id = i.id"
        " ORDER BY CASE a.kind WHEN 'photo' THEN 0 ELSE 1 END, a.id LIMIT ?",
        idea_id,
        limit,
    )


async def _change(tx: Tx, idea_id: int) -> Source:
    sql = "SELECT words, space, status, coalesce(published_at, sent_at, touched_at) FROM ideas WHERE id = ?"
    idea = _there(await tx.one(_Change, sql, idea_id))
    steps = await tx.all(
        _Step,
        f"SELECT s.to_status, s.reason, s.taken_at FROM idea_steps s WHERE s.idea_id = ? AND {STANDING}"  # noqa: S608
        f" AND s.to_status IN ({PUBLIC}) ORDER BY s.id",
        idea_id,
    )
    spent = await tx.one(
        _Spent,
        "SELECT CAST(coalesce(sum(l.amount), 0) AS BIGINT), count(*) FROM money_lines l WHERE l.idea_id = ?"  # noqa: S608
        f" AND l.kind = 'spent' AND {COUNTS}",
        idea_id,
    ) or _Spent(0, 0)
    timeline = tuple(Event(one.to, max(0, one.at - idea.since) // WEEK) for one in steps[:MOST_POINTS])
    cost = rules.band(spent.hundredths, spent.lines)
    reasons = [one.reason for one in steps if one.to in DECIDED and one.reason]
    facts = Facts(space=idea.space, undone=idea.status == Status.NOT_NOW.value, timeline=timeline, cost=cost)
    return Source(facts, "\n".join([idea.words, *reasons]))


async def _care(tx: Tx, plan_id: int) -> Source:
    plan = _there(await tx.one(_Care, "SELECT good, care_weeks, done_at FROM care_plans WHERE id = ?", plan_id))
    looks = await tx.all(
        lambda found, at: Look(max(0, at - plan.done_at) // DAY, found),
        "SELECT answer, answered_at FROM care_checks WHERE plan_id = ? AND answer IS NOT NULL"
        " AND shown_at IS NOT NULL ORDER BY id LIMIT ?",
        plan_id,
        MOST_POINTS,
    )
    return Source(Facts(every_weeks=plan.weeks, looks=tuple(looks)), plan.good)


async def _permit(tx: Tx, permit_id: int) -> Source:
    permit = _there(
        await tx.one(
            _Permit,
            "SELECT kind, status, fee, begun_at, applied_at, issued_at, conditions FROM permits WHERE id = ?",
            permit_id,
        )
    )
    sql = "SELECT template, words, who FROM permit_steps WHERE permit_id = ? ORDER BY id"
    steps = await tx.all(_PermitStep, sql, permit_id)
    refused_at = await tx.one(
        int,
        "SELECT moved_at FROM permit_moves WHERE permit_id = ? AND to_status = 'refused' ORDER BY id DESC LIMIT 1",
        permit_id,
    )
    answered_at = refused_at if permit.status == "refused" else permit.issued_at
    facts = Facts(
        permit=permit.kind,
        status=permit.status,
        fee=permit.fee or "",
        days_to_prepare=rules.rounded_days(permit.begun_at, permit.applied_at),
        days_to_answer=rules.rounded_days(permit.applied_at, answered_at),
        steps=tuple(Step(one.template, one.who) for one in steps if one.template and not one.words),
    )
    return Source(facts, "\n".join([*(one.words for one in steps if one.words), permit.conditions]))


async def _task(tx: Tx, task_id: int) -> Source:
    task = _there(
        await tx.one(
            _Task,
            "SELECT title, bring, safety, coalesce(kind, 'once'), coalesce(work, 'hands'), every,"
            " coalesce(needed, 1), lasts FROM tasks WHERE id = ?",
            task_id,
        )
    )
    minutes = min(task.lasts // 60_000, 24 * 60)
    facts = Facts(work=task.work, task=task.kind, every=task.every or "", needed=task.needed, minutes=minutes)
    return Source(facts, "\n".join([task.title, task.bring, task.safety]))


async def _poll(tx: Tx, poll_id: int) -> Source:
    poll = _there(await tx.one(_Poll, "SELECT question, kind FROM polls WHERE id = ?", poll_id))
    options = await tx.all(str, "SELECT words FROM poll_options WHERE poll_id = ? ORDER BY position", poll_id)
    return Source(Facts(ballot=poll.kind or Ballot.SINGLE.value), "\n".join([poll.question, *options]))


async def _curve(tx: Tx, place_id: int) -> Source:
    """A mean of four weeks each: how many came is nobody else's."""
    told = await tx.all(
        lambda week, how: (int(week), SHARE[how]),
        "SELECT week, how FROM busy_weeks WHERE place_id = ? ORDER BY week",
        place_id,
    )
    months: dict[int, list[int]] = {}
    for week, share in told:
        months.setdefault((week - told[0][0]) // rules.WEEKS_A_POINT, []).append(share)
    points = [round(sum(found) / len(found)) for _, found in sorted(months.items())]
    return Source(Facts(points=tuple(points[-MOST_POINTS:])), "")


def _there(found: T | None) -> T:
    if found is None:
        raise LookupError("what a page is about is gone")
    return found
