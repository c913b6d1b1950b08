"""Visitors who come after a poll began: they may vote, they are counted apart, and a crowd of them is noticed."""

from bot.clock import milliseconds
from bot.dialogue.context import Context
from bot.i18n.texts import short
from bot.identity import roles
from bot.identity.roles import Role
from bot.workers import crowds
from handlers.polls import rules, store
from handlers.polls.rules import Apart
from handlers.polls.store.polls import Poll
from handlers.polls.words import t

QUESTION_SHOWN = 120


async def welcome(context: Context, poll: Poll) -> None:
    """Before somebody's vote: among those asked, or apart. What was found once stays so for this poll."""
    if await store.votes.find_apart(context.tx, poll.id, context.person.id) is not None:
        return
    apart = await _apart(context, poll)
    await store.votes.ask(context.tx, poll.id, context.person.id, apart)
    if apart is Apart.NO:
        return
    origin = context.incoming.origin or ""
    await store.newcomers.add(context.tx, poll.id, context.person.id, origin, context.now_ms)
    since = milliseconds(context.now - rules.AT_ONCE)
    count = await store.newcomers.count_since(context.tx, poll.id, since)
    if apart is Apart.CROWD or count >= rules.MANY_NEWCOMERS:
        await _alarm(context, poll, count)


async def _apart(context: Context, poll: Poll) -> Apart:
    known = await crowds.met(context.tx, context.person.id)
    vouched = bool(known.on_telegram) or context.roles != {Role.RESIDENT}
    if not rules.is_newcomer(known.created_at, vouched, poll.opened_at):
        return Apart.NO
    origin = context.incoming.origin
    if origin and await store.newcomers.count_from(context.tx, poll.id, origin) >= rules.NEWCOMERS_EACH:
        return Apart.CROWD
    return Apart.CAME_LATER


async def _alarm(context: Context, poll: Poll, count: int) -> None:
    before = milliseconds(context.now - rules.ALARM_AGAIN)
    if not await store.newcomers.may_alarm(context.tx, poll.id, before, context.now_ms):
        return
    text = t.many_newcomers(question=short(poll.question, QUESTION_SHOWN), count=count)
    for person_id in await roles.team(context.tx, poll.place_id):
        await context.tell(person_id, text, [[context.go(t.polls_label, "polls")]])
