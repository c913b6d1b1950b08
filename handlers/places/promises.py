"""What a lead promises: within how many days an answer comes, and from how many voices it is owed."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity.places import Place
from bot.identity.roles import LEADS
from handlers.places import rules, store
from handlers.places.record import last_changed, note
from handlers.places.rules import Setting
from handlers.places.words import t

settings = Ahead[[]]("places.settings")


@action(LEADS)
async def promise(context: Context) -> None:
    """The days first; then, where one is made, the voices."""
    text = join(promise_line(context.place), t.ask_answer_days, *await last_changed(context, *PROMISES))
    rows = [[set_answer_days.button(t.days(days=one) if one else t.no_promise, one)] for one in rules.ANSWER_DAYS]
    await context.show(text, rows, back=settings.button(t.back))


@action(LEADS)
async def set_answer_days(context: Context, days: int) -> None:
    if days not in rules.ANSWER_DAYS:
        raise Refusal(t.ask_answer_days)
    before = context.place.answer_days
    await store.set_answer_days(context.tx, context.place.id, days)
    await note(context, Setting.ANSWER_DAYS, str(before), str(days))
    context.toast(t.saved)
    if not days:
        await promise(context)
        return
    rows = [[set_answer_voices.button(t.from_voices(count=one), one)] for one in rules.ANSWER_VOICES]
    await context.show(join(promise_line(context.place), t.ask_answer_voices), rows, back=promise.button(t.back))


@action(LEADS)
async def set_answer_voices(context: Context, voices: int) -> None:
    if voices not in rules.ANSWER_VOICES:
        raise Refusal(t.ask_answer_voices)
    before = context.place.answer_voices
    await store.set_answer_voices(context.tx, context.place.id, voices)
    await note(context, Setting.ANSWER_VOICES, str(before), str(voices))
    context.toast(t.saved)
    await promise(context)


def promise_line(place: Place) -> Text:
    if not place.answer_days:
        return t.line_no_promise
    return t.line_promise(days=place.answer_days, voices=place.answer_voices)


PROMISES = (Setting.ANSWER_DAYS, Setting.ANSWER_VOICES)
