"""What follows when a part of an event was settled: the next question of a draft, or news to be told once."""

from datetime import datetime

from bot.clock import milliseconds, moment
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.feature import town_of
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.events import rules, store, telling
from handlers.events.making.editing import editable
from handlers.events.rules import Step
from handlers.events.store.events import Event
from handlers.events.words import t, when

MINUTE = 60_000  # ms


async def after(context: Context, before: Event) -> None:
    """Expects the change to be written; `before` is the event as it was."""
    if before.status == "draft":
        # By its name: imported, it would import us.
        await town_of(context.notices).actions["events.go_on"](context, before.id)
        return
    changed = await editable(context, before.id)
    due_at = await _hold(context, before, changed)
    kept = t.change_kept if due_at > context.now else t.change_told
    rows = [
        _later_too_button(before, changed),
        [Button(t.change, context.town.actions["events.change"].partial_address(changed.id, 0))],
        [Button(t.see_event, context.town.actions["events.show_event"].partial_address(changed.id))],
    ]
    place = context.place
    await context.show(kept(title=changed.title, when=when(changed, place), where=changed.whereabouts or ""), rows)


@action(TEAM)
async def later_too(context: Context, event_id: int, step: Step, was: int) -> None:
    """The later dates of a weekly event follow this one. `was`: when it began before, in minutes since 1970."""
    event = await editable(context, event_id)
    before = moment(was * MINUTE)
    followed = 0
    for one in await store.events.dates_of(context.tx, event.series_id or 0, max(was * MINUTE, context.now_ms)):
        if one.id == event.id:
            continue
        date = await editable(context, one.id)
        if step is Step.WHERE:
            await store.drafts.set_whereabouts(context.tx, date.id, event.whereabouts or "")
        elif (start := _following(context, event, before, date)) is not None:
            if event.lasts is None:
                await store.drafts.set_start(context.tx, date.id, milliseconds(start))
            else:
                await store.drafts.set_start_and_end(context.tx, date.id, milliseconds(start), event.lasts)
        else:
            continue
        await _hold(context, date, await editable(context, date.id))
        followed += 1
    see = Button(t.see_event, context.town.actions["events.show_event"].partial_address(event.id))
    await context.show(t.later_kept(title=event.title, count=followed), [[see]])


async def _hold(context: Context, before: Event, changed: Event) -> datetime:
    """Told later, and once; whoever has not even read the announcement reads it as it is now."""
    if changed.starts_at != before.starts_at:
        await store.events.set_reminders(
            context.tx, changed.id, *telling.needless_reminders(changed, context.notices)
        )
        if not rules.doors_are_open(changed.start, changed.end, context.now):
            # Whoever stood there already came for nothing, and is not there on the new day.
            await store.answers.nobody_came(context.tx, changed.id)
    told = moment(changed.told_starts_at) if changed.told_starts_at is not None else changed.start
    due_at = rules.when_to_tell(context.now, told, changed.start)
    await store.events.hold_change(context.tx, changed.id, context.now_ms, milliseconds(due_at))
    await telling.renew_announcement(context.notices, changed)
    return due_at


def _later_too_button(before: Event, changed: Event) -> list[Button]:
    moved = (changed.starts_at, changed.lasts) != (before.starts_at, before.lasts)
    if not before.later or (not moved and changed.whereabouts == before.whereabouts):
        return []
    step = Step.WHEN if moved else Step.WHERE
    label = t.later_too(count=before.later)
    return [later_too.button(label, changed.id, step, milliseconds(before.start) // MINUTE)]


def _following(context: Context, event: Event, before: datetime, date: Event) -> datetime | None:
    """As many weeks after the event as it was before; None for a date that had been moved by itself."""
    zone = context.place.clocks.first_shown
    apart = date.start.astimezone(zone).replace(tzinfo=None) - before.astimezone(zone).replace(tzinfo=None)
    if apart % rules.WEEK or apart < rules.WEEK:
        return None
    return rules.weekly(event.start, apart // rules.WEEK + 1, context.place.clocks)[-1]
