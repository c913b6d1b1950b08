"""A task as it looks to people: its card, and whom it is known to."""

from bot.clock import moment
from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.clocks import Clocks
from bot.i18n.texts import Text, join, literal
from bot.outbox.message import Button
from handlers.tasks import store
from handlers.tasks.rules import HOLDS, Claim, Every
from handlers.tasks.store.claims import Held
from handlers.tasks.store.dates import Date
from handlers.tasks.words import belongs_to, state_line, t, when, where


def card(date: Date, clocks: Clocks, mine: Held | None = None) -> Text:
    lines = [t.card(title=date.title), when(date, clocks)]
    if date.every is not None:
        lines.append(t.card_weekly if date.every is Every.WEEK else t.card_monthly)
    if (spot := where(date)) is not None:
        lines.append(t.card_where(where=spot))
    if (whole := belongs_to(date)) is not None:
        lines.append(whole)
    if date.bring:
        lines.append(t.card_bring(bring=date.bring))
    if date.safety:
        lines.append(t.card_safety(safety=date.safety))
    lines.append(t.card_work(work=t[f"work-{date.work.value}"]))
    if date.skilled:
        lines.append(t.card_skilled)
    if date.adults:
        lines.append(t.card_adults)
    if not date.stands:
        return join(*lines, t.card_off_because(reason=date.reason) if date.reason else t.card_off)
    lines.append(t.card_people(taken=date.taken, needed=date.needed))
    if date.minimum > 1 and date.taken < date.minimum:
        lines.append(t.card_minimum(minimum=date.minimum))
    if date.stand_ins:
        lines.append(t.line_stand_in)
    if mine is not None and mine.state is not Claim.WITHDRAWN:
        lines.append(state_line(mine))
    return join(*lines)


def first_words(date: Date) -> Text:
    """On the day somebody takes it on: what to bring, what to mind, whom to ask."""
    lines = [t.card_bring(bring=date.bring)] if date.bring else []
    lines.append(t.card_safety(safety=date.safety) if date.safety else t.safety_usual)
    return join(*lines, t.whom_to_ask)


async def known(context: Context, date_id: int) -> Date:
    """Of this place."""
    date = await store.dates.find(context.tx, context.place.id, date_id)
    if date is None:
        raise Refusal(t.no_such_task)
    return date


async def held(context: Context, date_id: int) -> Date:
    """The same, for whoever changes something: of two at once the second reads what the first did."""
    date = await known(context, date_id)
    await hold(context.notices, date.task_id)
    return await known(context, date_id)


async def hold(notices: Notices, task_id: int) -> None:
    await notices.tx.lock(f"task {task_id}")


async def my_claim(context: Context, claim_id: int) -> tuple[Held, Date]:
    """Refuses what is somebody else's; held."""
    claim = await store.claims.find(context.tx, context.place.id, claim_id)
    if claim is None or claim.person_id != context.person.id:
        raise Refusal(t.not_yours)
    date = await held(context, claim.date_id)
    claim = await store.claims.find(context.tx, context.place.id, claim_id)
    if claim is None:
        raise Refusal(t.not_yours)
    return claim, date


async def still_mine(context: Context, claim_id: int) -> tuple[Held, Date]:
    """Refuses what was called off, given back, or told how it went, too."""
    claim, date = await my_claim(context, claim_id)
    if not date.stands:
        raise Refusal(t.is_off)
    if claim.state not in HOLDS:
        raise Refusal(t.not_yours_any_more)
    return claim, date


def begun(date: Date, now_ms: int) -> bool:
    return date.starts_at <= now_ms


def over(context: Context, date: Date) -> bool:
    return moment(date.ends_at) <= context.now


def see_rows(date: Date) -> list[list[Button]]:
    """By address: the list stands above this module."""
    return [[Button(t.see, f"tasks.see:{date.id}")]]


def title(date: Date) -> Text:
    return literal(date.title)
