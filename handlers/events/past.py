"""What has happened: the list, and from there each event with its album and who was there."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.i18n.clocks import When
from bot.i18n.texts import join
from handlers.events import store
from handlers.events.chat import LEAFED, LISTED, leaf, show_event
from handlers.events.words import t


@action()
async def past(context: Context, number: int) -> None:
    """The last one first."""
    number = max(number, 0)
    found = await store.events.past(context.tx, context.place.id, context.now_ms, LISTED + 1, number * LEAFED)
    back = context.go(t.back, "events")
    if not found:
        await context.show(t.nothing_past, back=back)
        return
    shown, more = leaf(found, number)
    lines, rows = [], []
    for event in shown:
        day = When(event.start, context.place.clocks, "day")
        people = await store.answers.were_there(context.tx, event.id)
        lines.append(t.past_line(title=event.title, day=day, people=people, photos=event.photos))
        rows.append([show_event.button(t.open_event(title=event.title), event.id)])
    newer = [past.button(t.newer, number - 1)] if number else []
    older = [past.button(t.older, number + 1)] if more else []
    await context.show(join(t.what_was, *lines), [*rows, [*newer, *older]], back=back)
