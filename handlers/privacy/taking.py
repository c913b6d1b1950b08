"""Asking for one's own data; the file is made when the message leaves."""

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.doors.door import WEB
from bot.errors import Refusal
from bot.i18n.texts import join
from bot.outbox.message import Document, Made
from handlers.privacy import jobs, making, rules, store
from handlers.privacy.words import t


@action()
async def take_along(context: Context) -> None:
    """Goes to the chat that asked for it, and nowhere else. What lies in the web chat lies with us: for a day."""
    not_since = milliseconds(context.now - rules.ASKED_AGAIN_AFTER)
    if not await store.may_take(context.tx, context.person.id, context.now_ms, not_since):
        raise Refusal(t.taken_just_now)
    made = Made(making.TAKEAWAY, f"{context.person.id} {context.language}", t.not_made)
    stays = context.speaker.door == WEB
    await jobs.take_back(context.tx, await store.files_of(context.tx, context.person.id), context.now)
    text = join(t.your_file, t.stays_a_day) if stays else t.your_file
    row_id = await context.say(text, picture=Document("nestbox.zip", made))
    await store.note_file(context.tx, context.person.id, row_id if stays else None)
