"""Residents say whether they want to hear once a week what became of the ideas."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from handlers.digests import chat, hours, store
from handlers.digests.rules import Kind
from handlers.digests.words import t

KIND = Kind.RESIDENTS


@action(command="weekly")
async def weekly(context: Context) -> None:
    reader = await store.readers.find_reader(context.tx, context.place.id, context.person.id, KIND)
    if reader is None or reader.stopped_at is not None:
        await context.show(t.weekly_offer, [[begin_weekly.button(t.weekly_yes)]])
        return
    rows = [
        [chat.show_kind.button(t.weekly_now, KIND)],
        [hours.time_of.button(t.other_time, KIND)],
        [end_weekly.button(t.stop)],
    ]
    await context.show(t.weekly_on(when=hours.when(context, reader.rhythm)), rows)


@action()
async def begin_weekly(context: Context) -> None:
    await hours.reader_of(context, KIND)
    await store.readers.resume(context.tx, context.place.id, context.person.id, KIND, context.now_ms)
    await weekly(context)


@action()
async def end_weekly(context: Context) -> None:
    await store.readers.stop(context.tx, context.place.id, context.person.id, KIND, context.now_ms)
    await context.show(t.weekly_ended, [[begin_weekly.button(t.resume)]])
