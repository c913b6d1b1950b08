"""What the team can do with a poll that runs: leave it open longer or close it now, with a reason, on record."""

from datetime import timedelta

from bot.clock import milliseconds, moment
from bot.dialogue import mailing
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join, literal, short
from bot.identity import names
from bot.identity.roles import TEAM
from bot.outbox.message import Button, Lane, Message
from handlers.polls import asked, deciding, results, rules, store
from handlers.polls.ballot import voting
from handlers.polls.rules import Kind, Why
from handlers.polls.store.polls import Poll
from handlers.polls.store.record import Reason, Step
from handlers.polls.words import t

LONGER = (1, 3)  # days
QUESTION_SHOWN = 200
STEPS_SHOWN = 5
LONGER_BECAUSE = (Why.FEW, Why.ASKED)
CLOSED_BECAUSE = (Why.ALL_VOTED, Why.OVERTAKEN)


@action(TEAM)
async def manage(context: Context, poll_id: int) -> None:
    """With what was done to it so far: who, when and why."""
    poll = await _open_poll(context, poll_id)
    rows = [[extend.button(t.longer(days=days), poll.id, days, poll.closes_at)] for days in LONGER]
    rows.append([ask_close.button(t.close_now, poll.id)])
    until = When(moment(poll.closes_at), context.place.clocks)
    steps = await store.record.steps(context.tx, poll.id)
    lines = [_step_line(context, step) for step in steps[-STEPS_SHOWN:]]
    head = t.manage_what(question=short(poll.question, QUESTION_SHOWN), until=until)
    await context.show(join(head, *lines), rows, back=context.go(t.back, "polls"))


@action(TEAM)
async def extend(context: Context, poll_id: int, days: int, closes_at: int) -> None:
    """`closes_at` is what the presser saw, so that an impatient second press does not add twice."""
    poll = await _open_poll(context, poll_id)
    later = await _later(context, poll, days, closes_at)
    rows: list[list[Button]] = [
        [extend_because.button(t[f"why-{why.value}"], poll.id, days, closes_at, why)] for why in LONGER_BECAUSE
    ]
    until = When(moment(later), context.place.clocks)
    back = manage.button(t.back, poll.id)
    await context.ask(t.ask_why_longer(until=until), hear_why_longer, poll.id, days, closes_at, rows=rows, back=back)


@action(TEAM)
async def extend_because(context: Context, poll_id: int, days: int, closes_at: int, why: Why) -> None:
    await _extend(context, poll_id, days, closes_at, Reason(ready=why))


@action(TEAM)
async def hear_why_longer(context: Context, poll_id: int, days: int, closes_at: int, words: str) -> None:
    await _extend(context, poll_id, days, closes_at, _typed(words))


@action(TEAM, aliases=("polls.close_early",))
async def ask_close(context: Context, poll_id: int) -> None:
    poll = await _open_poll(context, poll_id)
    voters = await store.votes.count_voters(context.tx, poll.id)
    rows = [
        [close_because.button(t.close_because(why=t[f"why-{why.value}"]), poll.id, why)] for why in CLOSED_BECAUSE
    ]
    question = t.ask_close(question=short(poll.question, QUESTION_SHOWN), voters=voters)
    await context.ask(question, hear_why_closed, poll.id, rows=rows, back=manage.button(t.back, poll.id))


@action(TEAM)
async def close_because(context: Context, poll_id: int, why: Why) -> None:
    await _close(context, poll_id, Reason(ready=why))


@action(TEAM)
async def hear_why_closed(context: Context, poll_id: int, words: str) -> None:
    await _close(context, poll_id, _typed(words))


async def _extend(context: Context, poll_id: int, days: int, closes_at: int, reason: Reason) -> None:
    poll = await _open_poll(context, poll_id)
    if not await store.polls.extend(context.tx, poll, await _later(context, poll, days, closes_at)):
        raise Refusal(t.moved_already)
    extended = await _open_poll(context, poll_id)
    await store.record.add_step(context.tx, extended, "extended", context.person.id, reason, context.now_ms)
    await store.live.note_change(context.tx, extended)
    await _tell_longer(context, extended, reason)
    context.toast(t.extended)
    await manage(context, poll_id)


async def _tell_longer(context: Context, poll: Poll, reason: Reason) -> None:
    """Everyone who was asked, voted or not: a vote may be changed until the new close. Whoever would have been asked
    too late is asked now."""
    campaign_id = await asked.those_asked(context.notices, poll, context.person.id)
    text = t.told_longer(
        question=short(poll.question, QUESTION_SHOWN),
        until=When(moment(poll.closes_at), context.place.clocks),
        name=context.signature,
        reason=results.reason_words(reason),
    )
    rows = [[voting.show_ballot.button(t.vote, poll.id)]]
    closes_at, brief = moment(poll.closes_at), asked.brief(context.notices, poll)
    await mailing.queue_unasked(
        context.notices, campaign_id, Message(text, rows), Lane.NOTICE, useful_until=closes_at, brief=brief
    )
    if poll.campaign_id is not None:
        await mailing.use_until(context.notices, poll.campaign_id, closes_at)


async def _close(context: Context, poll_id: int, reason: Reason) -> None:
    poll = await _open_poll(context, poll_id)
    if not await results.close_poll(context.notices, poll, context.person.id, reason):
        raise Refusal(t.closed_already)
    closed = await store.polls.find_poll(context.tx, poll_id)
    message = await results.result(context.notices, closed or poll)
    rows = [*message.rows, *await deciding.meeting_rows(context, closed or poll)]
    await context.show(message.text, rows, message.picture, back=context.go(t.back, "polls"))


async def _later(context: Context, poll: Poll, days: int, closes_at: int) -> int:
    if days not in LONGER or closes_at != poll.closes_at:
        raise Refusal(t.moved_already)
    later = milliseconds(moment(poll.closes_at) + timedelta(days=days))
    if moment(later) > context.now + rules.LONGEST_OPEN:
        raise Refusal(t.too_far)
    options = await store.polls.options(context.tx, poll.id)
    if poll.kind is Kind.TIME and later >= max(one.at or 0 for one in options):
        raise Refusal(t.closes_after_all)
    return later


def _typed(words: str) -> Reason:
    said = words.strip()
    if not said or len(said) > rules.LONGEST_REASON:
        raise Refusal(t.reason_too_long(limit=rules.LONGEST_REASON))
    return Reason(said)


def _step_line(context: Context, step: Step) -> Text:
    at = When(moment(step.at), context.place.clocks)
    name = names.called(step.name) if step.name else literal(context.place.name)
    if step.what == "extended":
        return t.step_extended(at=at, name=name, reason=results.reason_words(step.reason))
    return t.step_published(at=at, name=name)


async def _open_poll(context: Context, poll_id: int) -> Poll:
    """Only in the place where the presser's roles were checked."""
    poll = await store.polls.find_poll(context.tx, poll_id)
    if poll is None or poll.place_id != context.place.id:
        raise Refusal(t.poll_gone)
    if not poll.is_open(context.now_ms):
        raise Refusal(t.closed_already)
    return poll
