"""By the clock: messages that were just leaving, pictures whose week is over, and the same picture sent again."""

from datetime import datetime

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.dialogue.notices import Notices
from bot.media import images
from bot.outbox import held_pictures
from handlers.digests.source import DigestPart
from handlers.held import rules, store, telling
from handlers.held.words import t


async def anything_to_look_at(tx: Tx) -> bool:
    return await store.anything_to_look_at(tx)


async def look_again(notices: Notices) -> None:
    await held_pictures.look_again(notices.tx, notices.place.id, notices.now)


async def end_waiting(notices: Notices) -> None:
    """A week is over and no guardian agreed."""
    for one in await store.due(notices.tx, notices.place.id, milliseconds(notices.now - rules.WAITS)):
        what = await telling.what(notices, one.media_id)
        await held_pictures.remove(notices.tx, one.media_id, notices.now)
        await notices.answer(one.sender_id, t.yours_is_removed(what=what))


async def picture_ready(notices: Notices, media_id: int) -> None:
    """What is held comes in once more: it is held too, before anybody sees it."""
    print_ = await store.fingerprint(notices.tx, media_id)
    if print_ is None or not await store.is_of_place(notices.tx, notices.place.id, media_id):
        return
    known = await store.held_fingerprints(notices.tx, notices.place.id)
    if any(images.twins(print_, one) for one in known):
        await telling.hold(notices, media_id, None)


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    """Those that are removed soon."""
    soon = milliseconds(notices.now - rules.WAITS + rules.SOON)
    count = len(await store.due(notices.tx, notices.place.id, soon))
    return DigestPart(asides=(t.digest_soon(count=count),) if count else ())
