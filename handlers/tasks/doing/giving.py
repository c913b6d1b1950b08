"""What I gave: tasks and hours, those without a task, and training apart. Only its person reads it together."""

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import clean, fits, join
from bot.i18n.texts import machine as m
from bot.identity.roles import LEADS
from bot.outbox.message import Button
from handlers.tasks import rules, store
from handlers.tasks.words import hours, t

tasks = Ahead[[]]("tasks.tasks")
entries = Ahead[[int]]("tasks.entries")
LINES = 5
DAY_MS = 86_400_000


@action(command="hours")
async def given(context: Context) -> None:
    found = await store.hours.of_person(context.tx, context.place.id, context.person.id)
    sums = await store.hours.sum_of(context.tx, context.place.id, context.person.id)
    lines = [t.given_line(what=one.title, hours=hours(one.minutes)) for one in found[-LINES:][::-1]]
    head = t.given_head(tasks=sums.tasks, hours=hours(sums.minutes)) if found else t.given_none
    training = [t.given_training(hours=hours(sums.training))] if sums.training else []
    rows: list[list[Button]] = [[add.button(t.add_hours, 0)], [add.button(t.add_training, 1)]]
    if context.may(LEADS):
        rows.append([entries.button(t.correct_hours, 0)])
    await context.show(join(head, *training, *lines), rows, back=tasks.button(t.back_to_all))


@action()
async def add(context: Context, training: int) -> None:
    """How long first, so that what follows is only words."""
    training = int(bool(training))
    rows = [[add_how_long.button(t.done_hours(hours=hours(minutes)), training, minutes)] for minutes in (30, 60, 120)]
    asked = t.how_long_training if training else t.how_long_helped
    await context.ask(asked, hear_how_long, training, rows=rows, back=given.button(t.back))


@action()
async def hear_how_long(context: Context, training: int, words: str) -> None:
    minutes = rules.read_hours(words)
    if minutes is None:
        raise Refusal(t.hours_unclear)
    await add_how_long(context, training, minutes)


@action()
async def add_how_long(context: Context, training: int, minutes: int) -> None:
    _check_minutes(minutes)
    asked = t.what_training if training else t.what_helped
    await context.ask(asked, hear_what, int(bool(training)), minutes, back=add.button(t.back, training))


@action()
async def hear_what(context: Context, training: int, minutes: int, words: str) -> None:
    _check_minutes(minutes)
    kept = " ".join(clean(words).split())
    if not kept:
        raise Refusal(m.expected_words)
    if not fits(kept, rules.LONGEST_LINE):
        raise Refusal(m.too_long(limit=rules.LONGEST_LINE))
    tx, place_id, me = context.tx, context.place.id, context.person.id
    # Two that arrive at once would each count without the other.
    await tx.lock(f"hours of {me}")
    if await store.hours.noted_since(tx, place_id, me, context.now_ms - DAY_MS) >= rules.MOST_HOURS_A_DAY:
        raise Refusal(t.enough_hours(most=rules.MOST_HOURS_A_DAY))
    entry_id = await store.hours.add(tx, place_id, me, minutes, kept, int(bool(training)), context.now_ms)
    rows = [[take_back.button(t.undo, entry_id)], [given.button(t.given_button)]]
    await context.say(t.hours_noted(what=kept, hours=hours(minutes)), rows)


@action()
async def take_back(context: Context, entry_id: int) -> None:
    """Within the days in which it may be corrected."""
    entry = await store.hours.find(context.tx, context.place.id, entry_id)
    since = milliseconds(context.now - rules.MAY_CORRECT)
    if entry is None or entry.person_id != context.person.id or entry.noted_at < since:
        raise Refusal(t.too_late_to_tell)
    await store.hours.take_back(context.tx, entry.id)
    context.toast(t.toast_taken_back)
    await given(context)


def _check_minutes(minutes: int) -> None:
    if not 1 <= minutes <= rules.MOST_MINUTES:
        raise Refusal(t.hours_unclear)
