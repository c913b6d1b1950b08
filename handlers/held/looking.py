"""Pictures one by one, to find the one that is to be held back."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import join
from bot.identity.roles import TEAM
from bot.outbox.message import Button, Stored
from handlers.held import rules, store, telling
from handlers.held.chat import held, open_held
from handlers.held.rules import Source
from handlers.held.words import t


@action(TEAM)
async def look(context: Context, source: Source, subject: int, number: int) -> None:
    found = await store.pictures(context.tx, context.place.id, source, subject)
    back = _back(source, subject)
    if not found:
        await context.show(t.no_pictures, back=back)
        return
    number = number if 0 <= number < len(found) else 0
    earlier = [look.button(t.earlier, source, subject, number - 1)] if number else []
    later = [look.button(t.later, source, subject, number + 1)] if number + 1 < len(found) else []
    rows = [[hold.button(t.hold, source, subject, found[number])], [*earlier, *later]]
    text = t.look(
        number=number + 1, count=len(found), what=await telling.what(context.notices, found[number]),
    )  # fmt: skip
    await context.show(text, rows, Stored(found[number]), back=back)


@action(TEAM)
async def hold(context: Context, source: Source, subject: int, media_id: int) -> None:
    """At once; an agreement brings it back."""
    if media_id not in await store.pictures(context.tx, context.place.id, source, subject):
        raise Refusal(t.not_here)
    what = await telling.what(context.notices, media_id)
    done = await telling.hold(context.notices, media_id, context.person.id)
    until = When(rules.goes_at(context.now_ms), context.place.clocks, "day")
    lines = await telling.recall_lines(context.notices, done)
    rows = [[open_held.button(t.see_it, media_id)], [held.button(t.see_all)]]
    await context.say(join(t.is_held(what=what, until=until), *lines), rows)


def _back(source: Source, subject: int) -> Button:
    """By address, since their screens lead here."""
    match source:
        case Source.IDEA:
            return Button(t.back, f"ideas.look_after:{subject}")
        case Source.EVENT:
            return Button(t.back, f"events.show_event:{subject}")
    return held.button(t.back)
