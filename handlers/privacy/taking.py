"""Asking for one's own data; the file is made when the message leaves."""

from bot.actions import action
from bot.clock import milliseconds
from bot.context import Context
from bot.errors import Refusal
from bot.outgoing import Document, Made
from handlers.privacy import making, rules, store
from handlers.privacy.chat import t


@action()
async def take_along(context: Context) -> None:
    """Goes to the chat that asked for it, and nowhere else; nothing of it is kept."""
    not_since = milliseconds(context.now - rules.ASKED_AGAIN_AFTER)
    if not await store.may_take(context.tx, context.person.id, context.now_ms, not_since):
        raise Refusal(t.taken_just_now)
    made = Made(making.TAKEAWAY, f"{context.person.id} {context.language}", t.not_made)
    await context.send_document(t.your_file, Document("nestbox.zip", made))
