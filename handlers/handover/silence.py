"""What somebody answers who was asked whether she is still with us; and a pause, which she may also take unasked."""

from datetime import date, datetime, time, timedelta

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.dates import understand_day
from bot.i18n.texts import join
from bot.identity import names, people
from bot.identity.roles import LEADS
from handlers.handover import rules, source, store, telling
from handlers.handover.chat import page
from handlers.handover.words import t

END_OF_DAY = time(20)  # in the clock shown first
NAME = 30  # letters on a button


@action()
async def still(context: Context) -> None:
    await store.silences.answer(context.tx, context.place.id, context.person.id, "still", None, context.now_ms)
    await context.say(t.glad)


@action()
async def pause(context: Context) -> None:
    """What she holds stays hers meanwhile."""
    fortnight, month = rules.PAUSES
    rows = [
        [set_pause.button(t.pause_weeks, fortnight.days)],
        [set_pause.button(t.pause_month, month.days)],
        [ask_until.button(t.pause_until_day)],
    ]
    await context.show(t.how_long, rows, back=page.button(t.back, 0))


@action()
async def set_pause(context: Context, days: int) -> None:
    if timedelta(days=days) not in rules.PAUSES:
        raise Refusal(t.until_when)
    await _pause(context, context.now + timedelta(days=days))


@action()
async def ask_until(context: Context) -> None:
    await context.ask(t.until_when, hear_until, back=pause.button(t.back))


@action()
async def hear_until(context: Context, words: str) -> None:
    found = understand_day(words, context.now, context.place.clocks, context.language)
    if found is None:
        raise Refusal(t.until_when)
    await _pause(context, _end_of(context, found))


@action()
async def leave_well(context: Context) -> None:
    """From the question; what she holds comes next."""
    await store.silences.answer(context.tx, context.place.id, context.person.id, "hand_over", None, context.now_ms)
    await page(context, 0)


# --- the next one hears


@action(LEADS)
async def ask_back(context: Context, person_id: int) -> None:
    """What somebody holds who has been silent for long: its words only, and only now."""
    things = await _things(context, person_id)
    name = names.called((await people.person(context.tx, person_id)).name)
    lines = [t.item(what=one.text) for _, one in things[: telling.LISTED]]
    rows = [[take_back.button(t.take_back_yes(count=len(things)), person_id)]]
    await context.show(join(t.silent_holds(name=name, count=len(things)), *lines), rows)


@action(LEADS)
async def silent_ones(context: Context, number: int) -> None:
    """Of several who were told of in one message."""
    choices = []
    for person_id in await store.silences.told_of(context.tx, context.place.id):
        held = await source.held(context.notices, person_id)
        if any(one.back is rules.Back.TEAM for _, one in held):
            name = names.called((await people.person(context.tx, person_id)).name, NAME)
            choices.append(ask_back.button(name, person_id))
    if not choices:
        raise Refusal(t.holds_nothing_more)
    rows = paged(choices, number, silent_ones.button(t.more, max(number, 0) + 1))
    await context.show(t.who_is_silent, rows)


@action(LEADS)
async def take_back(context: Context, person_id: int) -> None:
    """To the team, so that somebody can take it; her role stays hers."""
    await context.tx.lock(f"roles of place {context.place.id}")
    things = await _things(context, person_id)
    for feature, one in things:
        await source.back_to_team(context.notices, feature, one, person_id)
    told = t.taken_back(count=len(things), place=context.place.name)
    await context.tell(person_id, told, [[page.button(t.what_you_hold, 0)]])
    await context.say(t.taken_back_done(count=len(things)), [[context.go(t.go_today, "today")]])


async def _things(context: Context, person_id: int) -> list[tuple[str, source.Holding]]:
    """Refuses where she is not silent, or has spoken since."""
    if not await store.silences.is_unanswered(context.tx, context.place.id, person_id):
        raise Refusal(t.not_silent)
    held = await source.held(context.notices, person_id)
    things = [(feature, one) for feature, one in held if one.back is rules.Back.TEAM]
    if not things:
        raise Refusal(t.holds_nothing_more)
    return things


async def _pause(context: Context, until: datetime) -> None:
    if not context.now < until <= context.now + timedelta(days=366):
        raise Refusal(t.until_when)
    at = milliseconds(until)
    await store.silences.answer(context.tx, context.place.id, context.person.id, "pause", at, context.now_ms)
    day = When(until, context.place.clocks, "date")
    await context.say(t.paused(until=day), [[page.button(t.what_you_hold, 0)]])


def _end_of(context: Context, day: date) -> datetime:
    return datetime.combine(day, END_OF_DAY, context.place.clocks.first_shown)
