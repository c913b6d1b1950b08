"""Until when a broadcast is of use: whoever could only hear it later does not hear it, and the preview says so."""

from datetime import datetime, time, timedelta

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.dates import Ambiguous, Understood, understand
from bot.i18n.texts import machine as m
from bot.identity.roles import TEAM
from handlers.broadcasts import drafting, rules, store
from handlers.broadcasts.words import t

DAYS = (1, 2)  # until the end of today, of tomorrow
MINUTE = 60_000  # ms


@action(TEAM)
async def ask_until(context: Context, broadcast_id: int) -> None:
    draft = await drafting.draft(context, broadcast_id)
    today = context.now.astimezone(context.place.clocks.first_shown).date()
    rows = []
    for days in DAYS:
        end = datetime.combine(today + timedelta(days=days), time(), context.place.clocks.first_shown)
        shown = When(end - timedelta(minutes=1), context.place.clocks)
        rows.append([set_until.button(t.until_button(when=shown), draft.id, milliseconds(end) // MINUTE)])
    if draft.useful_until is not None:
        rows.append([set_until.button(t.always_of_use, draft.id, 0)])
    back = drafting.preview.button(m.back, draft.id)
    await context.ask(t.until_when, hear_until, draft.id, rows=rows, back=back)


@action(TEAM)
async def hear_until(context: Context, broadcast_id: int, heard: str) -> None:
    draft = await drafting.draft(context, broadcast_id)
    match understand(heard, context.now, context.place.clocks, context.language):
        case Understood(at):
            await set_until(context, draft.id, milliseconds(at) // MINUTE)
        case Ambiguous(candidates):
            rows = [
                [
                    set_until.button(
                        t.until_button(when=When(at, context.place.clocks)), draft.id, milliseconds(at) // MINUTE
                    )
                ]
                for at in candidates
                if at > context.now
            ]
            await context.ask(t.which_time, hear_until, draft.id, rows=rows)
        case _:
            raise Refusal(t.when_unclear)


@action(TEAM)
async def set_until(context: Context, broadcast_id: int, minutes: int) -> None:
    """`minutes` since 1970; 0 for as long as it takes."""
    draft = await drafting.draft(context, broadcast_id)
    latest = milliseconds(context.now + rules.FURTHEST) // MINUTE
    if minutes and not milliseconds(context.now + rules.SOONEST) // MINUTE <= minutes <= latest:
        raise Refusal(t.when_not)
    await store.broadcasts.set_until(context.tx, draft.id, minutes * MINUTE or None)
    await drafting.preview(context, draft.id)
