"""What waits for the team: a poll is closed, and nobody noted what follows from it."""

from datetime import timedelta

from bot.clock import milliseconds
from bot.dialogue.context import Context
from bot.i18n.texts import short
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.polls import store
from handlers.polls.words import t
from handlers.today.source import MOST, Waiting

SHOWN = 60
LOOKS_BACK = timedelta(days=60)


async def waiting(context: Context) -> tuple[Waiting, ...]:
    """Of the last two months."""
    if not context.may(TEAM):
        return ()
    since = milliseconds(context.now - LOOKS_BACK)
    found = await store.hearings.undecided(context.tx, context.place.id, since, context.now_ms, MOST)
    return tuple(
        Waiting(
            f"polls.undecided:{poll_id}",
            t.today_undecided(question=short(question, SHOWN)),
            closed_at,
            # By address: the screens stand above this module.
            Button(t.decide, f"polls.decide:{poll_id}"),
        )
        for poll_id, question, closed_at in found
    )
