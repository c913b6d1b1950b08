"""By the clock: she hears 7, 1 and 0 days before; what is long over is erased."""

from datetime import date, timedelta

from bot.clock import milliseconds, moment
from bot.dialogue.ahead import Ahead
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from bot.i18n.clocks import quiet_until
from bot.identity import names
from bot.outbox.store import people as outbox
from handlers.instalments import cards, rules, store
from handlers.instalments.store.dates import Due
from handlers.instalments.words import day, t

paid = Ahead[[int, int]]("instalments.paid")
another_date = Ahead[[int]]("instalments.another_date")
talk = Ahead[[int]]("instalments.talk")


async def run(notices: Notices) -> None:
    await _end_help(notices)
    await _remind(notices)
    await _erase(notices)
    await _empty_copies(notices)


async def _empty_copies(notices: Notices) -> None:
    """Our own of what was said to the two: it is in their chats. Once a day also what a long standstill left."""
    first = await notices.first_time("instalments copies", notices.now.date().isoformat())
    since = notices.now - (rules.COPIES_EVER if first else rules.COPIES_NEW)
    await outbox.empty_private(notices.tx, "instalments.", milliseconds(since))


async def _end_help(notices: Notices) -> None:
    """Whoever is of the team no more sees nothing of it any more, and she whom she helped hears it."""
    for one in await store.helpers.of_the_team_no_more(notices.tx, notices.place.id):
        await notices.tx.lock(f"private helper {one.id}")
        await store.helpers.end(notices.tx, one.id)
        told = t.helper_ended if one.accepted else t.helper_declined
        await notices.answer(one.person_id, told(name=names.called(one.name, cards.NAME)), cards.see_all())


async def _remind(notices: Notices) -> None:
    """By day: what is said of a day has to be true when it rings."""
    if quiet_until(notices.now, notices.place.clocks) is not None:
        return
    after = milliseconds(notices.now - rules.LATE)
    until = milliseconds(notices.now + timedelta(days=max(rules.STAGES)))
    for due in await store.dates.soon(notices.tx, notices.place.id, after, until):
        days = rules.reminder(moment(due.due_at), notices.now, due.reminded)
        if days is not None:
            left = (_day(notices, due) - _today(notices)).days
            await store.dates.note_reminded(notices.tx, due.id, min(days, max(left, 0)) if left <= 1 else days)
            await _tell(notices, due, left)


async def _tell(notices: Notices, due: Due, left: int) -> None:
    """Without her words: a phone that rings lies on the counter."""
    rows = [
        [paid.button(t.paid_now, due.id, 1)],
        [another_date.button(t.another_date, due.id)],
        [talk.button(t.need_to_talk, due.id)],
    ]
    which = "past" if left < 0 else str(left) if left <= 1 else "days"
    more = {"days": left} if which == "days" else {}
    text = t[f"due-in-{which}"](number=due.number, day=day(notices.place, due.due_at), **more)
    await notices.answer(due.person_id, text, rows)


async def _erase(notices: Notices) -> None:
    today = _today(notices)
    for plan in await store.plans.in_place(notices.tx, notices.place.id):
        dues = [_day(notices, one) for one in await store.dates.of(notices.tx, plan.id)]
        begun = moment(plan.begun_at)
        if rules.erased(dues, today) if dues else notices.now - begun > rules.HALF_DONE_KEPT:
            await store.plans.erase(notices.tx, plan.id)
    before = milliseconds(notices.now - rules.SIGN_KEPT)
    await store.signs.forget_old(notices.tx, notices.place.id, before)


def _today(notices: Notices) -> date:
    return notices.now.astimezone(notices.place.clocks.first_shown).date()


def _day(notices: Notices, due: Due) -> date:
    return moment(due.due_at).astimezone(notices.place.clocks.first_shown).date()


JOBS = (Job("instalments", run, seconds=60),)
