"""Visitors who come after a poll began: they may vote, they are counted apart, and a crowd of them is noticed."""

from pathlib import Path

from bot.clock import milliseconds
from bot.dialogue.context import Context
from bot.i18n.texts import Texts, short
from bot.identity import people
from bot.identity.people import Role
from handlers.polls import newcomer_store, rules, vote_store
from handlers.polls.rules import Apart
from handlers.polls.store import Poll

t = Texts("polls", Path(__file__).parent / "texts")

QUESTION_SHOWN = 120


async def welcome(context: Context, poll: Poll) -> None:
    """Before somebody's vote: among those asked, or apart. What was found once stays so for this poll."""
    if await vote_store.find_apart(context.tx, poll.id, context.person.id) is not None:
        return
    apart = await _apart(context, poll)
    await vote_store.ask(context.tx, poll.id, context.person.id, apart)
    if apart is Apart.NO:
        return
    origin = context.incoming.origin or ""
    await newcomer_store.add(context.tx, poll.id, context.person.id, origin, context.now_ms)
    since = milliseconds(context.now - rules.AT_ONCE)
    count = await newcomer_store.count_since(context.tx, poll.id, since)
    if apart is Apart.CROWD or count >= rules.MANY_NEWCOMERS:
        await _alarm(context, poll, count)


async def _apart(context: Context, poll: Poll) -> Apart:
    known = await newcomer_store.known(context.tx, context.person.id)
    vouched = bool(known.on_telegram) or context.roles != {Role.RESIDENT}
    if not rules.is_newcomer(known.created_at, vouched, poll.opened_at):
        return Apart.NO
    origin = context.incoming.origin
    if origin and await newcomer_store.count_from(context.tx, poll.id, origin) >= rules.NEWCOMERS_EACH:
        return Apart.CROWD
    return Apart.CAME_LATER


async def _alarm(context: Context, poll: Poll, count: int) -> None:
    before = milliseconds(context.now - rules.ALARM_AGAIN)
    if not await newcomer_store.may_alarm(context.tx, poll.id, before, context.now_ms):
        return
    text = t.many_newcomers(question=short(poll.question, QUESTION_SHOWN), count=count)
    for person_id in await people.team(context.tx, poll.place_id):
        await context.tell(person_id, text, [[context.go(t.polls_label, "polls")]])
