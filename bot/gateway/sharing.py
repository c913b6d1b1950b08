"""Several processes behind one web chat: who handles which update, and how bells are rung in all of them.

An update is handled where it arrived, unless somebody else has the same chat in hand just now. What a dead process
left is taken over. Where there is one process every update is marked with NOBODY, and nothing of this happens.
"""

import asyncio

from bot.database.db import Database, NotSaved, Tx
from bot.database.presence import Presence
from bot.gateway import queues
from bot.gateway.notifier import UPDATES, Bell

NOBODY = 0
WORK = "web_updates"  # what is called between processes: whose mark new updates carry


class Sharing:
    """Without `others` there are none."""

    def __init__(self, database: Database, bell: Bell, others: Presence | None) -> None:
        self._database = database
        self._bell = bell
        self._others = others
        self.died = asyncio.Event()
        # The newest last: whoever lost its session and found it again has another one.
        self._marks = [NOBODY] if others is None else []
        if others is not None:
            others.listen(queues.NEWS, self._hear_news)
            others.listen(WORK, self._hear_work)
            others.when_somebody_died(self._somebody_died)

    @property
    def alone(self) -> bool:
        return self._others is None

    @property
    def marks(self) -> tuple[int, ...]:
        """What updates carry that are ours."""
        self.mark()
        return tuple(self._marks)

    def mark(self) -> int:
        """What an update carries that arrives now."""
        if self._others is not None:
            try:
                identity = self._others.identity
            except NotSaved:
                # For a moment there is no session: as before, and whoever takes us for dead does nothing twice.
                pass
            else:
                if identity not in self._marks:
                    self._marks.append(identity)
        return self._marks[-1] if self._marks else NOBODY

    def _hear_news(self, words: str) -> None:
        """Another process told of these chats; of nobody knows which, when there are no words."""
        if not words:
            self._bell.ring_all()
        for chat in words.split(",") if words else ():
            self._bell.ring(int(chat))

    def _hear_work(self, words: str) -> None:
        if not words or {int(mark) for mark in words.split(",")} & set(self._marks):
            self._bell.ring(UPDATES)

    def _somebody_died(self) -> None:
        """It may have committed, and told nobody any more."""
        self.died.set()
        self._bell.ring_all()

    async def waiting(self, tx: Tx, offset: int, count: int) -> list[queues.Update]:
        """What the bot has not confirmed, of what is ours."""
        if tx.dialect == "sqlite":
            return await queues.updates(tx, offset, count)
        return await queues.updates_of(tx, self.marks, count)

    async def take_over(self) -> None:
        """What dead processes have left. Raises NotSaved."""
        if self._others is None:
            return
        async with self._database.glance() as tx:
            known = set(await queues.marks(tx)) - set(self.marks)
        left = await self._others.dead(known - {NOBODY}) | (known & {NOBODY})
        if left:
            mark = self.mark()
            async with self._database.write() as tx:
                await queues.take_over(tx, sorted(left), mark)
            self._bell.ring(UPDATES)

    async def put(self, tx: Tx, update: queues.Update, now: int) -> None:
        """For the bot: in this process, or where the chat's last update still waits."""
        if self.alone:
            await queues.add_update(tx, update, now)
        else:
            taker = await queues.add_shared_update(tx, update, self.mark(), now)
            if taker not in self._marks:
                tx.notify(WORK, str(taker))
                return
        bell = self._bell
        tx.after_commit.append(lambda: bell.ring(UPDATES))
