"""What the shopkeeper's digest asks once a week: how the last one was."""

from datetime import datetime

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from bot.outbox.message import Button
from handlers.busy import rules, store
from handlers.busy.rules import How
from handlers.busy.words import t, told_line, week_named
from handlers.digests.source import Question


async def asks(notices: Notices, made_at: datetime) -> tuple[Question, ...]:
    """New on Monday, and in every digest that comes until it is answered."""
    clocks = notices.place.clocks
    this_week = rules.week_of(made_at, clocks)
    week, since = this_week - 1, milliseconds(rules.monday(this_week, clocks))
    told = await store.weeks.find(notices.tx, notices.place.id, week)
    named = week_named(week, clocks)
    if told is not None:
        rows = (Button(t.add_number if told.came is None else t.change_number, f"busy.number:{week}"),)
        return (Question(week, t.digest_told(week=named, said=told_line(told)), since, rows=rows),)
    if not rules.may_be_told(week, notices.now, clocks):
        return ()
    choices = tuple((how.value, t[f"say-{how.value}"]) for how in How)
    return (Question(week, t.how_was(week=named), since, choices),)
