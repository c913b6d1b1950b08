"""Pictures that wait for a guardian's word."""

from bot.dialogue.context import Context
from bot.identity.roles import TEAM
from handlers.held import chat, store, telling
from handlers.held.words import t
from handlers.today.source import MOST, Waiting


async def waiting(context: Context) -> tuple[Waiting, ...]:
    if not context.may(TEAM):
        return ()
    found = []
    for one in (await store.waiting(context.tx, context.place.id))[:MOST]:
        what = t.today(what=await telling.what(context.notices, one.media_id))
        found.append(
            Waiting(f"held.picture:{one.media_id}", what, one.held_at, chat.open_held.button(what, one.media_id))
        )
    return tuple(found)
