"""Seats for a crowd of new visitors at one address: they wait beside the line until the team lets them in."""

from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.identity import roles
from bot.outbox.message import Button
from bot.workers import crowds
from bot.workers.crowds import Thing, judge
from handlers.events import rules, store
from handlers.events.store.events import Event
from handlers.events.words import t


async def stands_apart(context: Context, event: Event) -> bool:
    """Expects the event to be locked. Whether she is beyond the share of her address."""
    judged = await judge(context, _thing(context, event))
    if judged.alarm:
        await _alarm(context, event, judged.alarm)
    return judged.apart


async def check_share(context: Context, event: Event, more: int) -> None:
    """Refuses seats for guests beyond what newcomers at one address may take of an event whose seats are counted."""
    thing = _thing(context, event)
    if not event.capacity or not (await judge(context, thing)).newcomer:
        return
    theirs = await store.answers.seats_of(context.tx, event.id, await crowds.from_her_address(context, thing))
    if theirs + more > rules.SEATS_EACH:
        raise Refusal(t.seats_for_newcomers(most=rules.SEATS_EACH))


def _thing(context: Context, event: Event) -> Thing:
    """Whoever we met within the last week is new to it."""
    return Thing("event", event.id, context.now_ms)


async def _alarm(context: Context, event: Event, count: int) -> None:
    # By its name: imported, it would import us.
    look = Button(t.look_after_crowd, context.town.actions["events.guest_list"].partial_address(event.id))
    text = t.many_seats(title=event.title, count=count)
    await context.tell_all(await roles.team(context.tx, event.place_id), text, [[look]])
