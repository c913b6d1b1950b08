"""What the team does with an announced event: changes it, looks at its photos, calls it off."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.identity.roles import TEAM
from handlers.events import album, rules, store, telling
from handlers.events.attending import roster
from handlers.events.attending.answering import known_event, locked_event
from handlers.events.chat import show_event
from handlers.events.making.editing import words as words_of
from handlers.events.making.questions import change
from handlers.events.rules import Scope
from handlers.events.store.events import Event
from handlers.events.words import t, when


@action(TEAM)
async def look_after(context: Context, event_id: int) -> None:
    event = await known_event(context, event_id)
    rows = [[roster.guest_list.button(t.who_comes, event.id)]]
    if event.status == "announced" and event.start > context.now:
        rows += [[change.button(t.change, event.id, 0)], [call_off.button(t.call_off, event.id)]]
    elif event.status == "announced":
        rows += [
            [roster.ticks.button(t.who_came, event.id, 0)],
            [album.photos.button(t.look_at_photos(count=event.photos_waiting), event.id)],
        ]
    back = show_event.button(t.back, event.id)
    await context.show(t.looking_after(title=event.title, when=when(event, context.place)), rows, back=back)


@action(TEAM)
async def call_off(context: Context, event_id: int) -> None:
    event = await _ahead(context, event_id)
    asked = t.ask_reason(title=event.title)
    await context.ask(asked, hear_reason, event.id, back=look_after.button(t.back, event.id))


@action(TEAM)
async def hear_reason(context: Context, event_id: int, words: str) -> None:
    event = await _ahead(context, event_id)
    reason = words_of(words, rules.LONGEST_REASON)
    await store.events.set_cancel_reason(context.tx, event.id, reason)
    people = len(await telling.who_hears_the_end(context.notices, [event], context.person.id))
    if event.later:
        rows = [
            [call_off_now.button(t.call_off_this, event.id, Scope.THIS)],
            [call_off_now.button(t.call_off_later(count=event.later), event.id, Scope.LATER)],
        ]
    else:
        rows = [[call_off_now.button(t.call_off_now, event.id, Scope.THIS)]]
    rows.append([look_after.button(t.keep_it, event.id)])
    await context.show(t.confirm_call_off(title=event.title, reason=reason, people=people), rows)


@action(TEAM)
async def call_off_now(context: Context, event_id: int, scope: Scope = Scope.THIS) -> None:
    event = await _ahead(context, event_id)
    if not event.cancel_reason:
        raise Refusal(t.reason_first)
    dates = [event]
    if scope is Scope.LATER and event.series_id is not None:
        later = await store.events.dates_of(context.tx, event.series_id, event.starts_at or 0)
        dates += [await _ahead(context, one.id) for one in later]
    for one in dates:
        await store.events.set_cancel_reason(context.tx, one.id, event.cancel_reason)
        await store.events.cancel(context.tx, one.id, context.now_ms)
    gone = [await known_event(context, one.id) for one in dates]
    people = await telling.tell_cancelled(context.notices, gone, context.person.id)
    await context.show(
        t.is_called_off(title=event.title, people=people), [[show_event.button(t.see_event, event.id)]]
    )


async def _ahead(context: Context, event_id: int) -> Event:
    event = await locked_event(context, event_id)
    if event.status == "cancelled":
        raise Refusal(t.is_cancelled)
    if event.start <= context.now:
        raise Refusal(t.has_begun)
    return event
