"""Being forgotten: what goes and what stays, said before; then at once, and nothing more after a last word."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.doors.door import WEB
from bot.errors import Refusal
from bot.identity.personal import Leaving
from bot.outbox.outgoing import Address, Lane, Message, queue_message
from bot.privacy import forgetting
from handlers.privacy import store
from handlers.privacy.chat import privacy, t


@action()
async def leave(context: Context) -> None:
    await _check_leads(context)
    rows = [[leave_for_good.button(t.leave_all, 0)]]
    if supported := await store.supported_ideas(context.tx, context.person.id):
        rows.append([leave_for_good.button(t.leave_ideas(count=supported), 1)])
    await context.show(t.before_leaving, rows, back=privacy.button(t.back))


@action()
async def leave_for_good(context: Context, leaves_ideas: int) -> None:
    await _check_leads(context)
    # Nobody's: the address is all that is left of her, until this has been read.
    last = Address(context.speaker.door, context.speaker.chat_id, context.language)
    await forgetting.forget(context.notices, Leaving(context.person.id, leaves_ideas=bool(leaves_ideas)))
    gone = t.gone_web if context.speaker.door == WEB else t.gone_telegram
    await queue_message(context.tx, last, Message(gone), Lane.ANSWER, context.now)


async def _check_leads(context: Context) -> None:
    """Without a lead nobody could invite anybody any more."""
    await context.tx.lock(f"roles of place {context.place.id}")
    alone_in = await store.only_lead_in(context.tx, context.person.id)
    if alone_in is not None:
        raise Refusal(t.name_another_lead(place=alone_in))
