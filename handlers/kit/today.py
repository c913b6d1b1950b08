"""What waits for a lead: kits from elsewhere that nobody has gone through."""

from bot.dialogue.context import Context
from bot.identity.roles import LEADS
from handlers.kit import store
from handlers.kit.templates import look_next
from handlers.kit.words import t
from handlers.today.source import Waiting


async def waiting(context: Context) -> tuple[Waiting, ...]:
    if not context.may(LEADS):
        return ()
    return tuple(
        Waiting(
            f"kit.brought:{one.kit_id}",
            t.today_waits(place=one.made_in, count=one.count),
            one.brought_at,
            look_next.button(t.look_now, 0),
        )
        for one in await store.brought.waiting(context.tx, context.place.id)
    )
