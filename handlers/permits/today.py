"""What waits for whoever looks after permits: a day that passed, a step that is late, a report nobody can find."""

from bot.dialogue.context import Context
from bot.i18n.texts import short
from handlers.permits import chat, city, rules, steps, store
from handlers.permits.rules import DESK
from handlers.permits.words import called, step_words, t
from handlers.today.source import MOST, Waiting


async def waiting(context: Context) -> tuple[Waiting, ...]:
    if not context.may(DESK):
        return ()
    tx, place_id, now = context.tx, context.place.id, context.now_ms
    found: list[Waiting] = []
    for one in await store.permits.with_dates(tx, place_id, MOST):
        if one.status in rules.WAITS and one.expected_at is not None and one.expected_at <= now:
            button = chat.look.button(t.today_permit, one.id)
            found.append(
                Waiting(f"permits.expected:{one.id}", t.today_expected(what=called(one)), one.expected_at, button)
            )
    for each in await store.steps.overdue(tx, place_id, now, MOST):
        text = t.today_step(step=step_words(each))
        button = steps.step.button(t.today_do_step, each.id)
        found.append(Waiting(f"permits.step:{each.id}", text, each.due_at or 0, button))
    for request in await store.requests.uncertain(tx, place_id, MOST):
        text = t.today_uncertain(number=request.idea_number, words=short(request.idea_words, 40))
        button = city.city.button(t.today_city, request.idea_id)
        found.append(Waiting(f"permits.uncertain:{request.id}", text, request.made_at, button))
    return tuple(sorted(found, key=lambda one: one.since)[:MOST])
