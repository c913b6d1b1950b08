"""What is written down of a permit, one question at a time: words, days, whose it is, what it costs."""

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.identity import personal_data
from bot.outbox.message import Button
from handlers.permits import cards, rules, store
from handlers.permits.rules import DESK, Day, Fee, Whose, Written
from handlers.permits.store.permits import Permit
from handlers.permits.words import called, t

show_desk = Ahead[[]]("permits.permits")
UNKNOWN = 9  # the button that says that nobody knows
LONGEST = {
    Written.NUMBER: rules.NUMBER,
    Written.OFFICE: rules.NAME,
    Written.DESCRIPTION: rules.LINE,
    Written.REFUSED_BY: rules.LINE,
    Written.ASK_ELSE: rules.LINE,
}


@action(DESK)
async def write(context: Context, permit_id: int, what: Written) -> None:
    permit = await cards.known(context, permit_id)
    await context.ask(t[f"ask-{what.value}"], hear_written, permit.id, what, back=cards.back_to_card(permit))


@action(DESK)
async def hear_written(context: Context, permit_id: int, what: Written, words: str) -> None:
    permit = await cards.held(context, permit_id)
    said = cards.kept_short(words, LONGEST.get(what, rules.WORDS))
    await store.permits.write(context.tx, permit.id, what.value, said)
    await cards.look(context, permit.id)


# --- days


@action(DESK)
async def ask_day(context: Context, permit_id: int, which: Day) -> None:
    permit = await cards.known(context, permit_id)
    await context.ask(
        t[f"ask-day-{which.value}"](what=called(permit)),
        hear_day,
        permit.id,
        which,
        rows=[[one] for one in _usual(permit, which)],
        back=cards.back_to_card(permit),
    )


@action(DESK)
async def hear_day(context: Context, permit_id: int, which: Day, words: str) -> None:
    permit = await cards.held(context, permit_id)
    await _set(context, permit, which, cards.read_day(context, words))


@action(DESK)
async def usual_day(context: Context, permit_id: int, which: Day, choice: int) -> None:
    permit = await cards.held(context, permit_id)
    spans = rules.EXPECTED_IN if which is Day.EXPECTED else (rules.VALID_FOR,)
    if choice not in range(len(spans)):
        await _set(context, permit, which, None)
        return
    await _set(context, permit, which, cards.morning(context, context.now + spans[choice]))


async def _set(context: Context, permit: Permit, which: Day, at: int | None) -> None:
    """What would have been said before today is not said afterwards."""
    if permit.status not in (rules.WAITS if which is Day.EXPECTED else rules.VALID):
        raise Refusal(t.no_day_now)
    await store.permits.set_day(context.tx, permit.id, f"{which.value}_at", at)
    changed = await cards.known(context, permit.id)
    for due in rules.reminders(changed.status, changed.expected_at, changed.expires_at):
        if due.at <= context.now_ms:
            await store.reminders.note(context.tx, permit.id, due, context.now_ms, None)
    await cards.look(context, permit.id)


def _usual(permit: Permit, which: Day) -> list[Button]:
    if which is Day.EXPECTED:
        spans = [
            usual_day.button(t.in_days(days=one.days), permit.id, which, at)
            for at, one in enumerate(rules.EXPECTED_IN)
        ]
        return [*spans, usual_day.button(t.day_unknown, permit.id, which, UNKNOWN)]
    return [
        usual_day.button(t.for_a_year, permit.id, which, 0),
        usual_day.button(t.for_good, permit.id, which, UNKNOWN),
    ]


@action(DESK)
async def ask_earlier(context: Context, permit_id: int) -> None:
    """It was handed in before somebody wrote that down here."""
    permit = await cards.known(context, permit_id)
    await context.ask(t.how_many_days_ago, hear_earlier, permit.id, back=cards.back_to_card(permit))


@action(DESK)
async def hear_earlier(context: Context, permit_id: int, words: str) -> None:
    permit = await cards.held(context, permit_id)
    said = words.strip()
    days = int(said) if said.isdecimal() and len(said) < 5 else 0
    if not 1 <= days <= rules.EARLIEST or permit.status not in rules.WAITS:
        raise Refusal(t.how_many_days_ago)
    await store.permits.set_day(context.tx, permit.id, "applied_at", context.now_ms - days * rules.DAY)
    await cards.look(context, permit.id)


@action(DESK)
async def completed(context: Context, permit_id: int, wished: int) -> None:
    """The work that it was for is finished, or is not after all."""
    permit = await cards.held(context, permit_id)
    if wished and permit.completed_at is None:
        await store.permits.set_day(context.tx, permit.id, "completed_at", milliseconds(context.now))
    if not wished:
        await store.permits.set_day(context.tx, permit.id, "completed_at", None)
    await cards.look(context, permit.id)


# --- whose, and how much


@action(DESK)
async def choose_whose(context: Context, permit_id: int) -> None:
    permit = await cards.known(context, permit_id)
    rows = [[set_whose.button(t[f"whose-{one.value}"], permit.id, one)] for one in Whose]
    await context.show(t.ask_whose(what=called(permit)), rows, back=cards.back_to_card(permit))


@action(DESK)
async def set_whose(context: Context, permit_id: int, whose: Whose) -> None:
    permit = await cards.held(context, permit_id)
    await store.permits.set_whose(context.tx, permit.id, whose)
    await cards.look(context, permit.id)


@action(DESK)
async def choose_fee(context: Context, permit_id: int) -> None:
    permit = await cards.known(context, permit_id)
    rows = [[set_fee.button(t[f"fee-{one.value}"], permit.id, one)] for one in Fee]
    await context.show(t.ask_fee(what=called(permit)), rows, back=cards.back_to_card(permit))


@action(DESK)
async def set_fee(context: Context, permit_id: int, fee: Fee) -> None:
    permit = await cards.held(context, permit_id)
    await store.permits.set_fee(context.tx, permit.id, fee)
    await cards.look(context, permit.id)


# --- away with it


@action(DESK)
async def ask_remove(context: Context, permit_id: int) -> None:
    permit = await cards.known(context, permit_id)
    rows = [[remove.button(t.remove_now, permit.id)]]
    await context.show(t.ask_remove(what=called(permit)), rows, back=cards.back_to_card(permit))


@action(DESK)
async def remove(context: Context, permit_id: int) -> None:
    """With its documents. What had been handed in once stays on record."""
    permit = await cards.held(context, permit_id)
    if permit.applied_at is not None:
        raise Refusal(t.stays_on_record)
    documents = [one.media_id for one in await store.steps.of(context.tx, permit.id) if one.media_id is not None]
    await personal_data.forget_pictures(context.tx, context.town.picture_columns, documents)
    await store.permits.remove(context.tx, permit.id)
    context.toast(t.toast_removed)
    await show_desk(context)
