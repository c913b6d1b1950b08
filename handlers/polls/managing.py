"""What the team can do with a poll that runs: leave it open longer, or close it now."""

from datetime import timedelta
from pathlib import Path

from bot.actions import action
from bot.clock import milliseconds, moment
from bot.context import Context
from bot.errors import Refusal
from bot.people import TEAM
from bot.texts import Texts, short
from bot.times import When
from handlers.polls import results, rules, store, vote_store
from handlers.polls.store import Poll

t = Texts("polls", Path(__file__).parent / "texts")

LONGER = (1, 3)  # days
QUESTION_SHOWN = 200


@action(TEAM)
async def manage(context: Context, poll_id: int) -> None:
    poll = await _open_poll(context, poll_id)
    rows = [[extend.button(t.longer(days=days), poll.id, days, poll.closes_at)] for days in LONGER]
    rows.append([ask_close.button(t.close_now, poll.id)])
    until = When(moment(poll.closes_at), context.place.clocks)
    await context.show(
        t.manage_what(question=short(poll.question, QUESTION_SHOWN), until=until),
        rows,
        back=context.go(t.back, "polls"),
    )


@action(TEAM)
async def extend(context: Context, poll_id: int, days: int, closes_at: int) -> None:
    """`closes_at` is what the presser saw, so that an impatient second press does not add twice."""
    poll = await _open_poll(context, poll_id)
    if days not in LONGER or closes_at != poll.closes_at:
        raise Refusal(t.moved_already)
    later = milliseconds(moment(poll.closes_at) + timedelta(days=days))
    if moment(later) > context.now + rules.LONGEST_OPEN:
        raise Refusal(t.too_far)
    if not await store.extend(context.tx, poll, later):
        raise Refusal(t.moved_already)
    extended = await _open_poll(context, poll_id)
    await store.add_step(context.tx, extended, "extended", context.person.id, context.now_ms)
    context.toast(t.extended)
    await manage(context, poll_id)


@action(TEAM)
async def ask_close(context: Context, poll_id: int) -> None:
    poll = await _open_poll(context, poll_id)
    voters = await vote_store.count_voters(context.tx, poll.id)
    rows = [[close_early.button(t.close_yes, poll.id)]]
    await context.show(
        t.ask_close(question=short(poll.question, QUESTION_SHOWN), voters=voters),
        rows,
        back=manage.button(t.back, poll.id),
    )


@action(TEAM)
async def close_early(context: Context, poll_id: int) -> None:
    poll = await _open_poll(context, poll_id)
    if not await results.close_poll(context.notices, poll, context.person.id):
        raise Refusal(t.closed_already)
    message = await results.result(context.notices, poll)
    await context.show(message.text, message.rows, message.picture, back=context.go(t.back, "polls"))


async def _open_poll(context: Context, poll_id: int) -> Poll:
    """Only in the place where the presser's roles were checked."""
    poll = await store.find_poll(context.tx, poll_id)
    if poll is None or poll.place_id != context.place.id:
        raise Refusal(t.poll_gone)
    if not poll.is_open(context.now_ms):
        raise Refusal(t.closed_already)
    return poll
