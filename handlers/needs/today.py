"""What is due of promises and loans, and lines of money that wait for a second person."""

from bot.dialogue.context import Context
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.needs import store
from handlers.needs.words import money_line, pledge_called, t
from handlers.today.source import MOST, Waiting


async def waiting(context: Context) -> tuple[Waiting, ...]:
    """For whoever promised something what is due; for the team what came due, loans, and lines of money."""
    now, tx, place_id = context.now_ms, context.tx, context.place.id
    found: list[Waiting] = []
    for one in await store.pledges.open_of(tx, place_id, context.person.id):
        if one.deliver_at is not None and one.received_by is None and one.deliver_at <= now:
            text = t.today_promised(what=pledge_called(one))
            button = Button(text, f"needs.promise:{one.id}")
            found.append(Waiting(f"needs.promise:{one.id}", text, one.deliver_at, button))
    if not context.may(TEAM):
        return tuple(found[:MOST])
    for one in await store.pledges.promised(tx, place_id):
        if is_late(now, one) and one.deliver_at is not None:
            text = t.today_late(what=pledge_called(one))
            button = Button(text, f"needs.tend:{one.need_id}:0")
            found.append(Waiting(f"needs.pledge:{one.id}", text, one.deliver_at, button))
    for one in await store.pledges.loans(tx, place_id):
        if one.goes_back_at <= now:
            text = t.today_loan(what=pledge_called(one))
            button = Button(text, f"needs.loan:{one.id}")
            found.append(Waiting(f"needs.loan:{one.id}", text, one.goes_back_at, button))
    for line in await store.lines.waiting(tx, place_id):
        if line.noted_by != context.person.id:
            text = t.today_money(line=money_line(line))
            found.append(Waiting(f"needs.line:{line.id}", text, line.noted_at, Button(text, f"needs.line:{line.id}")))
    return tuple(found[:MOST])


def is_late(now: int, pledge: store.pledges.Pledge) -> bool:
    return pledge.deliver_at is not None and pledge.deliver_at <= now
