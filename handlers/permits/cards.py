"""A permit as its desk sees it, found or refused; and what people mean when they write a day."""

from datetime import date, datetime, time

from bot.clock import milliseconds
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context, Where
from bot.errors import Refusal
from bot.i18n.dates import understand_day
from bot.i18n.texts import Text, clean, fits, join, literal, short
from bot.i18n.texts import machine as m
from bot.outbox.message import Button, Rows
from handlers.ideas.store import ideas
from handlers.ideas.store.ideas import Idea
from handlers.permits import rules, store
from handlers.permits.rules import Status
from handlers.permits.store.permits import Permit
from handlers.permits.store.steps import Step
from handlers.permits.words import ON_CARD, called, day, state, status_name, step_words, t

look = Ahead[[int]]("permits.look")
more = Ahead[[int, int]]("permits.more")


async def known(context: Context, permit_id: int) -> Permit:
    """Of this place."""
    permit = await store.permits.find(context.tx, context.place.id, permit_id)
    if permit is None:
        raise Refusal(t.no_such_permit)
    return permit


async def held(context: Context, permit_id: int) -> Permit:
    """Of two people at once the second sees what the first one did."""
    await context.tx.lock(f"permit {permit_id}")
    return await known(context, permit_id)


async def known_step(context: Context, step_id: int) -> tuple[Step, Permit]:
    step = await store.steps.find(context.tx, context.place.id, step_id)
    if step is None:
        raise Refusal(t.no_such_step)
    return step, await known(context, step.permit_id)


async def on_board(context: Context, idea_id: int) -> Idea:
    """What nobody but the team may see goes to no office."""
    idea = await ideas.find(context.tx, context.place.id, idea_id)
    if idea is None or not idea.public:
        raise Refusal(t.not_on_board)
    return idea


async def show(context: Context, permit: Permit, rows: Rows, where: Where = Where.INSTEAD) -> None:
    back = Ahead[[int]]("permits.listing").button(t.back, 0)
    await context.show(await card(context, permit), rows, back=back, where=where)


async def card(context: Context, permit: Permit) -> Text:
    clocks, now = context.place.clocks, context.now_ms
    steps = await store.steps.of(context.tx, permit.id)
    lines = [
        t.card(what=called(permit, ON_CARD)),
        t.card_status(status=status_name(permit.status), state=state(permit, clocks, now, ON_CARD)),
    ]
    if permit.idea_number is not None:
        lines.append(t.card_idea(number=literal(f"/{permit.idea_number}")))
    lines += _written(permit)
    if permit.applied_at is not None and permit.status not in rules.WAITS:
        lines.append(t.card_applied(when=day(permit.applied_at, clocks)))
    if permit.completed_at is not None:
        lines.append(t.card_completed(when=day(permit.completed_at, clocks)))
    return join(*lines, *_steps_lines(context, permit, steps))


def _written(permit: Permit) -> list[Text]:
    said = {"number": permit.number, "office": permit.office, "office_words": permit.office_words}
    lines = [t[f"card-{name}"](words=short(words, ON_CARD)) for name, words in said.items() if words]
    if permit.conditions and permit.status is not Status.CONDITIONS:
        lines.append(t.card_conditions(words=short(permit.conditions, ON_CARD)))
    if permit.whose is not None:
        lines.append(t[f"card-whose-{permit.whose.value}"])
    if permit.fee is not None:
        lines.append(t[f"card-fee-{permit.fee.value}"])
    return lines


def _steps_lines(context: Context, permit: Permit, steps: list[Step]) -> list[Text]:
    open_ = [one for one in steps if one.done_at is None]
    lines = [t.card_steps(done=len(steps) - len(open_), all=len(steps))] if steps else []
    if open_ and permit.status in rules.OPEN:
        lines.append(t.card_next(step=step_line(context, open_[0])))
        lines.append(t.check_locally)
    return lines


def step_line(context: Context, step: Step) -> Text:
    """What, who, until when, and whether its document is there."""
    parts = [step_words(step, 120)]
    if step.who is not None:
        parts.append(t[f"who-{step.who.value}"])
    if step.due_at is not None:
        parts.append(t.due(until=day(step.due_at, context.place.clocks)))
    if step.media_id is not None:
        parts.append(t.with_document)
    return join(*parts, separator=" · ")


def see_rows(permit: Permit) -> Rows:
    """Below a notice. By address, since the desk stands above this module."""
    return [[Button(t.see_permit, f"permits.see:{permit.id}")]]


def back_to_card(permit: Permit) -> Button:
    return look.button(t.back, permit.id)


def kept_short(words: str, limit: int) -> str:
    """What somebody wrote by hand, on one line where it is a name; refuses nothing and too much."""
    said = clean(words).strip()
    if not said:
        raise Refusal(t.words_please)
    if not fits(said, limit):
        raise Refusal(m.too_long(limit=limit))
    return said


def read_day(context: Context, words: str) -> int:
    """The morning of a day to come, with or without a time of day; refuses what is none."""
    found = understand_day(words, context.now, context.place.clocks, context.language)
    if found is None:
        raise Refusal(t.which_day)
    begins = _morning_of(context, found)
    if not context.now < begins <= context.now + rules.FURTHEST:
        raise Refusal(t.which_day)
    return milliseconds(begins)


def morning(context: Context, at: datetime) -> int:
    return milliseconds(_morning_of(context, at.astimezone(context.place.clocks.first_shown).date()))


def _morning_of(context: Context, on: date) -> datetime:
    return datetime.combine(on, time(rules.MORNING), context.place.clocks.first_shown)
