"""Being forgotten: what goes and what stays, said before; then at once, and nothing more after a last word."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.doors.door import WEB
from bot.i18n.texts import join
from bot.identity.columns import Leaving
from bot.outbox.message import Address, Lane, Message
from bot.outbox.queue import queue_message
from bot.privacy import forgetting
from handlers.handover import source
from handlers.privacy import store
from handlers.privacy.chat import privacy
from handlers.privacy.words import t


@action()
async def leave(context: Context) -> None:
    held = await source.held(context.notices, context.person.id)
    rows = [[leave_for_good.button(t.leave_all, 0)]]
    if supported := await store.supported_ideas(context.tx, context.person.id):
        rows.append([leave_for_good.button(t.leave_ideas(count=supported), 1)])
    text = t.before_leaving
    if held:
        # She need not: the law wins. What she holds then goes to the next one by itself.
        rows.append([context.go(t.hand_over_first, "handover")])
        text = join(text, t.you_hold(count=len(held)))
    await context.show(text, rows, back=privacy.button(t.back))


@action()
async def leave_for_good(context: Context, leaves_ideas: int) -> None:
    # Roles first, as whoever hands one over does: two who wait for one another would wait for ever.
    await context.tx.lock(f"roles of place {context.place.id}")
    # Nobody's: the address is all that is left of her, until this has been read.
    last = Address(context.speaker.door, context.speaker.chat_id, context.language)
    await forgetting.forget(context.notices, Leaving(context.person.id, leaves_ideas=bool(leaves_ideas)))
    gone = t.gone_web if context.speaker.door == WEB else t.gone_telegram
    await queue_message(context.tx, last, Message(gone), Lane.ANSWER, context.now)
