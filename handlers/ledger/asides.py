"""Until when an answer is promised, on the card of an idea."""

from bot.dialogue.context import Context
from bot.i18n.texts import Text
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea
from handlers.ledger import rules, store
from handlers.ledger.words import promise_line


async def lines(context: Context, idea: Idea) -> tuple[Text, ...]:
    """Nothing while too few are for it, or once it was answered."""
    place = context.place
    if not place.answer_days or idea.status is not Status.OPEN:
        return ()
    since = await store.promises.owed_since(context.tx, place.id, idea.id, place.answer_voices)
    owed_at = rules.owed_at(since, place.answer_days)
    return () if owed_at is None else (promise_line(owed_at, context.now_ms, place.clocks),)
