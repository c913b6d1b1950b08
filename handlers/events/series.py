"""Meetings that repeat: how often, their dates, and one answer for all of them."""

import re
import unicodedata

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.dates import Understood, understand
from bot.i18n.texts import Text, join
from bot.i18n.texts import machine as m
from bot.identity.roles import TEAM
from handlers.events import rules, store
from handlers.events.attending.answering import At, known_event, locked_event, show_card, take_answer
from handlers.events.chat import LEAFED, leaf, show_event
from handlers.events.making.editing import draft
from handlers.events.making.questions import go_on
from handlers.events.rules import Answer, Choice, Step
from handlers.events.store.events import Event
from handlers.events.words import t, when

DAYS_END = "23:59"


@action(TEAM)
async def repeat(context: Context, event_id: int, times: int) -> None:
    """Once, or every week so many times."""
    event = await draft(context, event_id)
    if not 1 <= times <= rules.MOST_REPEATS:
        raise Refusal(t.repeats_limit(most=rules.MOST_REPEATS))
    await store.drafts.set_repeats(context.tx, event.id, times)
    await go_on(context, event.id)


@action(TEAM)
async def hear_repeat(context: Context, event_id: int, words: str) -> None:
    """ "6", "6 times", or the day of the last one."""
    event = await draft(context, event_id)
    if event.step is Step.WHEN:
        await go_on(context, event.id)
        return
    clocks, language = context.place.clocks, context.language
    last = understand(f"{words} {DAYS_END}", context.now, clocks, language)
    said_no_day = last == understand(DAYS_END, context.now, clocks, language)
    number = re.search(r"\d+", unicodedata.normalize("NFKC", words), re.ASCII)
    if isinstance(last, Understood) and not said_no_day:
        await repeat(context, event.id, rules.weeks_until(event.start, last.at))
    elif number is not None:
        await repeat(context, event.id, int(number[0][:9]))
    else:
        raise Refusal(m.expected_number)


@action()
async def dates(context: Context, event_id: int, number: int) -> None:
    """The dates of a weekly event, with one's own answer to each."""
    event = await known_event(context, event_id)
    found = await store.events.dates_of(context.tx, event.series_id or 0, context.now_ms)
    number = number if 0 <= number * LEAFED < len(found) else 0
    answers = await store.answers.answers_of(context.tx, context.person.id)
    shown, more = leaf(found[number * LEAFED :], number)
    lines = [_line(context, one, answers.get(one.id, (None, 0))[0]) for one in shown]
    rows = [[show_event.button(t.open_date(when=when(one, context.place)), one.id)] for one in shown]
    earlier = [dates.button(t.earlier, event.id, number - 1)] if number else []
    later = [dates.button(t.later, event.id, number + 1)] if more else []
    back = show_event.button(t.back, event.id)
    head = t.dates_head(title=event.title, count=len(found))
    await context.show(join(head, *lines), [*rows, [*earlier, *later]], back=back)


@action()
async def same_for_all(context: Context, event_id: int, at: At) -> None:
    """What one answered for this date holds for all later ones too."""
    event = await known_event(context, event_id)
    mine = await store.answers.find_answer(context.tx, event.id, context.person.id)
    if mine is None:
        raise Refusal(t.first_say_coming)
    choice = Choice.COMING if mine.answer in (Answer.COMING, Answer.WAITING) else Choice(mine.answer.value)
    waiting, count = 0, 0
    for one in await store.events.dates_of(context.tx, event.series_id or 0, context.now_ms):
        if one.start >= event.start:
            became = await take_answer(context, await locked_event(context, one.id), choice)
            waiting += became is not None and became.answer is Answer.WAITING
            count += 1
    context.toast(t.toast_all_waiting(count=count, waiting=waiting) if waiting else t.toast_all(count=count))
    await show_card(context, await known_event(context, event.id), at)


def _line(context: Context, event: Event, answer: Answer | None) -> Text:
    line = t.date_line(when=when(event, context.place), people=event.taken)
    if answer is None:
        return line
    return t.date_answered(line=line, answer=t.in_line if answer is Answer.WAITING else t[answer.value])
