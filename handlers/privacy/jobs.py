"""By the clock: the file of somebody's own data goes from the web chat, and with it from our disk."""

from collections.abc import Sequence
from datetime import datetime

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.dialogue.notices import Notices
from bot.outbox.message import Address, Lane
from bot.outbox.queue import queue_call
from handlers.privacy import rules, store
from handlers.privacy.store import OldFile


async def forget_files(notices: Notices) -> None:
    before = milliseconds(notices.now - rules.FILE_STAYS)
    await take_back(notices.tx, await store.old_files(notices.tx, notices.place.id, before), notices.now)


async def take_back(tx: Tx, files: Sequence[OldFile], now: datetime) -> None:
    for one in files:
        to = Address(one.door, one.chat_id, one.language, one.person_id)
        await queue_call(tx, to, "deleteMessage", {"message_of": one.row_id}, Lane.NOTICE, now)
        await store.note_file(tx, one.person_id, None)
