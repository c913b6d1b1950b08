"""Afterwards a lead corrects what is noted, within seven days; nobody else reads who stayed away."""

from bot.clock import milliseconds, moment
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import join
from bot.identity import names
from bot.identity.roles import LEADS
from handlers.tasks import cards, easing, rules, store, telling
from handlers.tasks.doing.giving import given
from handlers.tasks.paging import paged
from handlers.tasks.rules import Claim
from handlers.tasks.store.claims import Held
from handlers.tasks.store.dates import Date
from handlers.tasks.store.hours import Entry
from handlers.tasks.words import hours, t, told_state

LISTED = 40
MARKS = (Claim.MISSED, Claim.EXCUSED)
who = Ahead[[int, int]]("tasks.who")


@action(LEADS)
async def one_of(context: Context, claim_id: int) -> None:
    claim, date = await _to_correct(context, claim_id)
    usual = claim.minutes or rules.usual_minutes(date.ends_at - date.starts_at)
    rows = [
        [was_there.button(t.was_there(hours=hours(usual)), claim.id, usual)],
        [mark.button(t.mark_excused, claim.id, Claim.EXCUSED)],
        [mark.button(t.mark_missed, claim.id, Claim.MISSED)],
    ]
    text = t.who_line(name=telling.who(claim), state=told_state(claim))
    back = who.button(t.back, date.id, 0)
    await context.ask(join(text, t.correct_how), hear_correction, claim.id, rows=rows, back=back)


@action(LEADS)
async def hear_correction(context: Context, claim_id: int, words: str) -> None:
    minutes = rules.read_hours(words)
    if minutes is None:
        raise Refusal(t.hours_unclear)
    await was_there(context, claim_id, minutes)


@action(LEADS)
async def was_there(context: Context, claim_id: int, minutes: int) -> None:
    claim, date = await _to_correct(context, claim_id)
    if not 1 <= minutes <= rules.MOST_MINUTES:
        raise Refusal(t.hours_unclear)
    if claim.minutes != minutes:
        await store.claims.done(context.tx, claim.id, minutes, context.now_ms, context.person.id)
        await _tell_corrected(context, claim, date, minutes)
    context.toast(t.toast_corrected)
    await who(context, date.id, 0)


@action(LEADS)
async def mark(context: Context, claim_id: int, state: Claim) -> None:
    """Nobody but who did not come, and the team, ever reads it."""
    claim, date = await _to_correct(context, claim_id)
    if state not in MARKS:
        raise Refusal(t.no_such_task)
    if claim.state is not state:
        await store.claims.set_state(context.tx, claim.id, state, context.now_ms, by=context.person.id)
        await easing.ask_if_often(context.notices, claim)
    context.toast(t.toast_corrected)
    await who(context, date.id, 0)


async def _tell_corrected(context: Context, claim: Held, date: Date, minutes: int) -> None:
    """Hours are hers: whoever they were corrected for hears it."""
    if claim.minutes is not None and claim.person_id != context.person.id:
        text = t.corrected(task=cards.title(date), hours=hours(minutes), name=context.signature)
        await context.answer(claim.person_id, text, [[given.button(t.given_button)]])


async def _to_correct(context: Context, claim_id: int) -> tuple[Held, Date]:
    claim = await store.claims.find(context.tx, context.place.id, claim_id)
    if claim is None:
        raise Refusal(t.no_such_task)
    date = await cards.held(context, claim.date_id)
    claim = await store.claims.find(context.tx, context.place.id, claim_id)
    if claim is None or claim.state is Claim.WITHDRAWN:
        raise Refusal(t.no_such_task)
    if not date.stands:
        raise Refusal(t.is_off)
    if not cards.begun(date, context.now_ms):
        raise Refusal(t.not_yet)
    if context.now > moment(date.ends_at) + rules.MAY_CORRECT:
        raise Refusal(t.too_late_to_correct)
    return claim, date


@action(LEADS)
async def entries(context: Context, number: int) -> None:
    """Hours without a task that were noted within seven days."""
    since = milliseconds(context.now - rules.MAY_CORRECT)
    found = await store.hours.recent(context.tx, context.place.id, since, LISTED, 0)
    labels = [t.entry_line(name=names.called(one.name), what=one.words, hours=hours(one.minutes)) for one in found]
    buttons = [entry.button(label, one.id) for label, one in zip(labels, found, strict=True)]
    rows, shown = paged(buttons, number, entries.button(t.more, max(number, 0) + 1))
    text = join(t.entries_head, *(labels[at] for at in shown)) if found else t.entries_none
    await context.show(text, rows, back=given.button(t.back))


@action(LEADS)
async def entry(context: Context, entry_id: int) -> None:
    found = await _entry(context, entry_id)
    line = t.entry_line(name=names.called(found.name), what=found.words, hours=hours(found.minutes))
    back = entries.button(t.back, 0)
    await context.ask(join(line, t.correct_entry), hear_entry, found.id, back=back)


@action(LEADS)
async def hear_entry(context: Context, entry_id: int, words: str) -> None:
    found = await _entry(context, entry_id)
    minutes = rules.read_hours(words)
    if minutes is None:
        raise Refusal(t.hours_unclear)
    await store.hours.correct(context.tx, found.id, minutes, context.person.id)
    if found.person_id != context.person.id:
        text = t.corrected(task=found.words, hours=hours(minutes), name=context.signature)
        await context.answer(found.person_id, text, [[given.button(t.given_button)]])
    await entries(context, 0)


async def _entry(context: Context, entry_id: int) -> Entry:
    found = await store.hours.find(context.tx, context.place.id, entry_id)
    if found is None:
        raise Refusal(t.no_such_task)
    if found.noted_at < milliseconds(context.now - rules.MAY_CORRECT):
        raise Refusal(t.too_late_to_correct)
    return found
