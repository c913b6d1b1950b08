"""What is looked at here: needs and promises of this place, and what one may do with them."""

from datetime import datetime, time

from bot.clock import milliseconds
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.dates import understand_day
from bot.i18n.texts import Text, clean, fits, join
from bot.i18n.texts import machine as m
from bot.outbox.message import Button, Rows
from handlers.ideas.store import ideas
from handlers.ideas.store.ideas import Idea
from handlers.needs import rules, store
from handlers.needs.rules import Pledged, State
from handlers.needs.store.needs import Need
from handlers.needs.store.pledges import Pledge
from handlers.needs.words import called, change, day, givers, t

END_OF_DAY = time(20)  # in the clock shown first


async def need(context: Context, need_id: int) -> Need:
    """Of a change that goes on, in this place; what is half written down is nobody's yet."""
    found = await store.needs.find(context.tx, context.place.id, need_id)
    if found is None or found.state is State.DRAFT:
        raise Refusal(t.no_such_need)
    return found


async def draft(context: Context, need_id: int) -> Need:
    """Held."""
    await context.tx.lock(f"need {need_id}")
    found = await store.needs.find(context.tx, context.place.id, need_id)
    if found is None:
        raise Refusal(t.no_such_need)
    if found.state is not State.DRAFT:
        raise Refusal(t.written_already)
    return found


async def held_need(context: Context, need_id: int) -> Need:
    """Two who press at once come one after the other, and the second sees what the first did."""
    await context.tx.lock(f"need {need_id}")
    return await need(context, need_id)


async def pledge(context: Context, pledge_id: int) -> Pledge:
    """Held, together with what it is for."""
    found = await store.pledges.find(context.tx, context.place.id, pledge_id)
    if found is None:
        raise Refusal(t.no_such_pledge)
    await context.tx.lock(f"need {found.need_id}")
    found = await store.pledges.find(context.tx, context.place.id, pledge_id)
    if found is None:
        raise Refusal(t.no_such_pledge)
    return found


async def her_promise(context: Context, pledge_id: int) -> Pledge:
    """Refuses what somebody else promised, and what was taken back."""
    found = await pledge(context, pledge_id)
    if found.person_id != context.person.id or found.state is Pledged.WITHDRAWN:
        raise Refusal(t.no_such_pledge)
    return found


async def public_idea(context: Context, idea_id: int) -> Idea:
    found = await ideas.find(context.tx, context.place.id, idea_id)
    if found is None or not found.public:
        raise Refusal(t.no_such_change)
    return found


async def needy_idea(context: Context, idea_id: int) -> Idea:
    found = await public_idea(context, idea_id)
    if found.status not in rules.NEEDY:
        raise Refusal(t.needs_nothing)
    return found


async def card(context: Context, need: Need) -> Text:
    pledges = await store.pledges.of_need(context.tx, need.id)
    lines = [t.card(what=called(need, rules.LONGEST)), t[f"level-{need.level.value}"], change(need)]
    if need.state is State.MET:
        lines.append(t.card_met)
    elif need.by_at is not None:
        lines.append(t.card_by(day=day(context.place, need.by_at)))
    return join(*lines, *givers(pledges))


def read_day(context: Context, words: str) -> int:
    """The evening of a day to come."""
    found = understand_day(words, context.now, context.place.clocks, context.language)
    if found is None:
        raise Refusal(t.no_day)
    at = datetime.combine(found, END_OF_DAY, context.place.clocks.first_shown)
    if not context.now < at <= context.now + rules.FURTHEST:
        raise Refusal(t.no_day)
    return milliseconds(at)


def read_words(words: str) -> str:
    found = " ".join(clean(words).split())
    if not found:
        raise Refusal(t.words_needed)
    if not fits(found, rules.LONGEST):
        raise Refusal(m.too_long(limit=rules.LONGEST))
    return found


def see_rows(need_id: int) -> Rows:
    """Below a message that stays; by address, since the list stands above this module."""
    return [[Button(t.see, f"needs.see:{need_id}")]]


def promise_rows(pledge_id: int) -> Rows:
    return [[Button(t.my_promise, f"needs.promise:{pledge_id}")]]
