"""Writes down what became of rows that were sent: many in one transaction, none for the sake of another.

What the database does not take now stays in our hands until it saves again.
"""

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import dataclass

from bot.clock import Clock, milliseconds
from bot.database.db import Database, NotSaved, Tx
from bot.identity import groups, people
from bot.outbox import campaigns, moving, renewing
from bot.outbox.store import claims, ends
from bot.outbox.store.claims import Row
from bot.outbox.verdicts import Answer, Verdict

log = logging.getLogger(__name__)

MANY_CLOSED = 3  # so many chats told to wait within CLOSED_TOGETHER: it is the whole door
CLOSED_TOGETHER = 10.0  # seconds


@dataclass(frozen=True)
class Settled:
    row: Row
    answer: Answer
    uploads: tuple[int, ...] = ()
    retry_at: int = 0
    # The row whose message was gone, so that later edits of it change the new one.
    replaces: int | None = None


class Settling:
    """`settle` returns when the row's fate is on disk, or when it is clear that the database does not save."""

    def __init__(self, database: Database, clock: Clock, doors: Iterable[str]) -> None:
        self._database = database
        self._clock = clock
        self._waiting: list[Settled] = []
        self._turn = asyncio.Lock()
        self._closed_lately: dict[str, dict[str, float]] = {door: {} for door in doors}

    @property
    def waits(self) -> bool:
        """Whether something is in our hands that the database did not take."""
        return bool(self._waiting)

    async def settle(self, one: Settled) -> None:
        self._waiting.append(one)
        await self.settle_waiting()

    async def settle_waiting(self) -> None:
        """Whoever comes while this is going on is taken along next."""
        if not self._waiting:
            return
        async with self._turn:
            batch, self._waiting = self._waiting, []
            if not batch:
                return
            try:
                async with self._database.write() as tx:
                    await self._settle_sent(tx, [one for one in batch if one.answer.verdict is Verdict.SENT])
                    for one in batch:
                        if one.answer.verdict is not Verdict.SENT:
                            await self._settle_alone(tx, one)
            except BaseException as error:
                # They stay "sending" in the database and in our hands until it saves again.
                self._waiting += batch
                if not isinstance(error, NotSaved):
                    raise
                log.warning("%s settled rows wait for the database", len(batch))

    async def _settle_sent(self, tx: Tx, batch: list[Settled]) -> None:
        now = milliseconds(self._clock.now())
        if batch:
            await ends.sent(tx, [(one.row.id, one.answer.message_id) for one in batch], now)
        for one in batch:
            if len(one.uploads) == 1 and one.answer.file_id:
                await tx.run(
                    "INSERT INTO media_at_door (door, media_id, file_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    one.row.door,
                    one.uploads[0],
                    one.answer.file_id,
                )
            if one.replaces is not None:
                await ends.replaced(tx, one.replaces, one.answer.message_id)

    async def _settle_alone(self, tx: Tx, one: Settled) -> None:
        """What cannot be written down must not keep the others from it."""
        try:
            async with tx.savepoint():
                await self._settle(tx, one)
        except NotSaved:
            raise
        except Exception as error:
            log.exception("outbox row %s cannot be settled", one.row.id)
            now = milliseconds(self._clock.now())
            await ends.refused(tx, one.row.id, type(error).__name__, now)

    async def _settle(self, tx: Tx, one: Settled) -> None:
        now, row, answer = self._clock.now(), one.row, one.answer
        match answer.verdict:
            case Verdict.LATER | Verdict.DOOR_SHUT:
                await _wait_until(tx, row, one.retry_at)
            case Verdict.CLOSED:
                await _wait_until(tx, row, one.retry_at)
                await self._close(tx, row, one.retry_at)
            case Verdict.MOVED:
                await moving.move_chat(tx, row.door, row.chat_id, answer.chat_id)
                await claims.wait_again(tx, row.id)
            case Verdict.GONE:
                await people.note_unreachable(tx, row.door, row.chat_id, milliseconds(now))
                await groups.note_lost(tx, row.door, row.chat_id)
                await ends.refused(tx, row.id, answer.error, milliseconds(now))
                await ends.refuse_chat(tx, row.door, row.chat_id, answer.error, milliseconds(now))
            case Verdict.UNCERTAIN:
                again = await claims.renew(tx, row.id, answer.error, now, renewing.UNANSWERED)
                fate = "somebody waits for it, so it is said once more" if again else "it is uncertain"
                log.warning("outbox row %s: nobody answered, %s", row.id, fate)
                if not again:
                    await ends.give_up(tx, row.id, answer.error, milliseconds(now))
            case Verdict.NEEDLESS:
                # As it should be: what it would change never arrived, or she changed her mind.
                log.info("outbox row %s (%s) not sent: %s", row.id, row.method, answer.error)
                await ends.refused(tx, row.id, answer.error, milliseconds(now))
            case _:
                log.error("outbox row %s (%s) refused: %s", row.id, row.method, answer.error)
                await ends.refused(tx, row.id, answer.error, milliseconds(now))

    async def _close(self, tx: Tx, row: Row, until: int) -> None:
        """No call to this chat before `until`; to nobody, when several chats said so together."""
        lately = self._closed_lately[row.door]
        now = self._clock.monotonic()
        lately[row.queue] = now
        for queue in [queue for queue, at in lately.items() if now - at >= CLOSED_TOGETHER]:
            del lately[queue]
        queue = claims.WHOLE_DOOR if len(lately) >= MANY_CLOSED else row.queue
        await claims.close(tx, row.door, queue, until)


async def _wait_until(tx: Tx, row: Row, moment: int) -> None:
    await claims.wait_until(tx, row.id, moment)
    if row.campaign is not None:
        # Somebody may have stopped or paused it while this one was on its way.
        await campaigns.take_back(tx, row.campaign)
