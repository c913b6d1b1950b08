"""What leaves after the commit: claims rows, has them sent (sending.py) and settled (settling.py).

One row is on its way per chat, lanes go before one another, and a row that was on its way when the process
died is `uncertain`, unless sending it again is harmless or somebody waits for it (renewing.py).
"""

import asyncio
import contextlib
import logging
import random
from collections.abc import Callable, Collection, Mapping
from datetime import timedelta

from bot.clock import Clock, milliseconds
from bot.database.db import Database, NotSaved
from bot.database.presence import Presence
from bot.doors.door import Door
from bot.outbox import campaigns, renewing
from bot.outbox.message import Lane
from bot.outbox.packing import Packing
from bot.outbox.rate_limits import STRICT_SECONDS, Pace, Sent
from bot.outbox.sending import Sending
from bot.outbox.settling import Settling
from bot.outbox.store import claims, ends
from bot.outbox.store.claims import Row
from bot.outbox.store.rows import State
from bot.outbox.verdicts import is_message, repeatable

log = logging.getLogger(__name__)

SLOTS = {Lane.ANSWER: 16, Lane.NOTICE: 8, Lane.BROADCAST: 8}  # calls under way at once
LOOK_AGAIN = 1.0  # seconds; a wake-up that was missed costs no more than this
# Seconds between two looks that find nothing. Whoever waits for an answer does not wait for us to rest.
REST = {Lane.ANSWER: 0.0, Lane.NOTICE: 0.2, Lane.BROADCAST: 1.0}
LANES = ((Lane.SPINNER, Lane.ANSWER), (Lane.NOTICE, Lane.NOTICE), (Lane.BROADCAST, Lane.BROADCAST))
FETCHED_BY = {lane: last for first, last in LANES for lane in Lane if first <= lane <= last}
BUSY = 0.05  # seconds until a lane whose calls are all under way looks again
LAST_CALLS = 6.0  # seconds for the calls under way when the program ends
RECOVER = 30.0  # seconds between two looks for claims of the dead, besides at once when one dies
CAREFUL = 3.0  # seconds after a death in which one answer leaves at a time, where one is to be said again
INTERRUPTED = "the process died"
COUNTED = timedelta(minutes=2)  # how far back a group's limit reaches, and a little more
KEPT = timedelta(days=7)
KEPT_TROUBLE = timedelta(days=30)


class Outbox:
    """`run` sends for ever; `send_due` sends what is due now and returns how many calls it made."""

    def __init__(
        self,
        database: Database,
        presence: Presence,
        clock: Clock,
        doors: Mapping[str, Door],
        paces: Mapping[str, Pace],
        packing: Packing,
        chance: random.Random,
        noted: Callable[[str, str, str], None] = lambda door, lane, verdict: None,
    ) -> None:
        """`noted` counts each call: its door, its lane, and the verdict over the answer."""
        self._noted = noted
        self._database = database
        self._presence = presence
        # Beside others `look` finds for all lanes of a door what is due by now; they need no clock of their own.
        self._idle = LOOK_AGAIN if database.dialect == "sqlite" else None
        self._clock = clock
        self._doors = doors
        self._paces = paces
        self._sending = Sending(clock, paces, packing, chance)
        self._settling = Settling(database, clock, doors)
        self._claims = claims.Claims(database.dialect)
        self._woken: dict[tuple[str, Lane], asyncio.Event] = {}
        self._recovered_at = float("-inf")
        self._careful_at: set[str] = set()
        self._stopping: set[str] = set()  # doors whose last calls are under way

    def wake(self, queued: Collection[tuple[str, int]] = ()) -> None:
        """Something was queued, in these lanes (door, lane), and committed; nobody knows where when none is named."""
        for (door, last), event in self._woken.items():
            if not queued or any(of == door and FETCHED_BY[Lane(lane)] is last for of, lane in queued):
                event.set()

    async def let_go(self, door: Door) -> None:
        """The door is heard again: what waits for its next try there leaves now, for somebody may wait for it."""
        if not self._sending.note_heard(door):
            return
        now = milliseconds(self._clock.now())
        async with self._database.write() as tx:
            await claims.let_go(tx, door.name, now)
        self.wake()

    def sends(self, door: str) -> bool:
        """Whether this process does, at this moment."""
        return any(of == door for of, _ in self._woken)

    def look_after_the_dead(self) -> None:
        """Somebody died: what was on its way there is looked after now."""
        self._recovered_at = float("-inf")
        self.wake()

    async def run(self, *names: str) -> None:
        """Through these doors, or all of them, until cancelled. Calls under way are finished and settled first, if
        the doors still answer."""
        names = names or tuple(self._doors)
        await self._recover_if_saved()
        loops = [
            asyncio.create_task(self._lane_loop(self._doors[name], first, last))
            for name in names
            for first, last in LANES
        ]
        try:
            # Not a TaskGroup: it would cancel a loop between a claim and its calls, and leave both uncertain.
            await asyncio.wait(loops, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._stopping |= set(names)
            self.wake()
            _, late = await asyncio.wait(loops, timeout=LAST_CALLS)
            for loop in late:
                loop.cancel()
            await asyncio.gather(*loops, return_exceptions=True)
            await self._settling.settle_waiting()
            self._stopping -= set(names)

    async def look(self, *names: str) -> None:
        """For one of several processes, until cancelled: wakes the lanes of these doors in which something is due,
        which nobody was woken for, since it was to wait, or since whoever was woken has died."""
        while True:
            try:
                await self._keep_house()
                now = milliseconds(self._clock.now())
                async with self._database.glance() as tx:
                    due = [lane for lane in await claims.lanes_due(tx, now) if lane[0] in names]
                if due:
                    self.wake(due)
            except NotSaved:
                log.warning("the outbox does not look: the database is away")
            except Exception:
                log.exception("the outbox cannot look")  # nothing may stop those who wait
            await asyncio.sleep(LOOK_AGAIN)

    async def take_up(self, name: str) -> None:
        """Expects to send alone through this door from now on: counts what whoever did so before has sent lately,
        and knows whether the door complained."""
        now = self._clock.now()
        async with self._database.read() as tx:
            sent = await claims.sent_lately(tx, name, milliseconds(now - COUNTED))
            closed_until = await claims.last_closed_until(tx, name)
        self._paces[name].take_up(
            [
                Sent(one.chat_id, max(0.0, (milliseconds(now) - one.at) / 1000), one.lane > Lane.ANSWER)
                for one in sent
                if is_message(one.method)
            ],
            None if closed_until is None else (milliseconds(now) - closed_until) / 1000,
        )

    @property
    def under_way(self) -> bool:
        """Whether the lanes are looked after here."""
        return bool(self._woken)

    def silent_doors(self) -> tuple[str, ...]:
        """Those whose last call had no answer."""
        return tuple(name for name, door in self._doors.items() if self._sending.doubtful(door))

    async def send_due(self) -> int:
        """One after another, without a loop: for tests and for the last words before the end."""
        calls = 0
        while True:
            claimed = [
                row
                for door in self._doors.values()
                for row in await self._claim_rows(door, Lane.SPINNER, Lane.BROADCAST, limit=50)
            ]
            if not claimed:
                return calls
            for row in claimed:
                door = self._doors[row.door]
                if not await self._put_off(door, row):
                    await self._send(door, row)
            calls += len(claimed)

    async def recover(self) -> None:
        """Rows that were on their way when a process died."""
        self._recovered_at = self._clock.monotonic()
        async with self._database.read() as tx:
            claimers = await self._claims.claimers(tx)
        dead = await self._presence.dead(claimers)
        async with self._database.write() as tx:
            rows = await self._claims.abandoned(tx, dead, self._clock.now())
            for row in rows:
                door = self._doors.get(row.door)
                again = repeatable(row.method) or (door is not None and door.repeats_safely)
                now = self._clock.now()
                if not again and await claims.renew(tx, row.id, INTERRUPTED, now, renewing.KILLED):
                    continue
                await claims.settle_abandoned(tx, row.id, State.WAITING if again else State.UNCERTAIN, now)
            # Sixteen at once would be cut off together again, and only so many times is one said again.
            self._careful_at = set(await claims.doors_to_renew(tx))
            for campaign in sorted({row.campaign for row in rows if row.campaign is not None}):
                await campaigns.take_back(tx, campaign)

    async def prune(self) -> None:
        """Forgets what was settled long ago; what went wrong stays a little longer."""
        now = self._clock.now()
        long_ago = milliseconds(now - KEPT_TROUBLE)
        async with self._database.write() as tx:
            complained = milliseconds(now - timedelta(seconds=STRICT_SECONDS))
            await ends.prune(tx, milliseconds(now - KEPT), long_ago, complained)
            await campaigns.forget_words(tx, long_ago)
            await campaigns.forget_people(tx, milliseconds(now - campaigns.PEOPLE_KEPT))

    # --- one lane

    async def _lane_loop(self, door: Door, first: Lane, last: Lane) -> None:
        woken = asyncio.Event()
        self._woken[door.name, last] = woken
        under_way: set[asyncio.Task[None]] = set()

        def finished(task: asyncio.Task[None]) -> None:
            under_way.discard(task)
            woken.set()

        try:
            while door.name not in self._stopping:
                woken.clear()
                try:
                    pause = await self._round(door, first, last, under_way, finished)
                except NotSaved:
                    log.warning("the outbox waits: the database does not save")
                    pause = LOOK_AGAIN
                except Exception:
                    # Nothing may stop the lane.
                    log.exception("the outbox stumbled")
                    pause = LOOK_AGAIN
                if pause != 0:
                    await self._rest(woken, pause, last)
        finally:
            del self._woken[door.name, last]
            if under_way:
                await asyncio.wait(under_way)

    async def _round(
        self,
        door: Door,
        first: Lane,
        last: Lane,
        under_way: set[asyncio.Task[None]],
        finished: Callable[[asyncio.Task[None]], None],
    ) -> float | None:
        """Starts the calls that may leave now. Returns how long to wait if there were none, None until woken; else
        nought."""
        await self._keep_house()
        shut = self._sending.wait_for_door(door)
        if shut > 0:
            return min(shut, LOOK_AGAIN)
        pace = self._paces[door.name]
        room, until = SLOTS[last] - len(under_way), last
        if last is Lane.ANSWER:
            wait = pace.wait_for_answer()
            if wait > 0:
                until = Lane.SPINNER  # which is no message, and so waits for none
            else:
                room = min(room, pace.answers_now())
        else:
            wait = pace.wait_for_bulk()
            if wait > 0:
                return min(wait, LOOK_AGAIN)
            if not door.repeats_safely:
                # What is claimed and not sent when the process is killed is uncertain: so no more than leaves now.
                room = min(room, 1)
        # A door that did not answer is asked by one call first.
        if self._sending.doubtful(door):
            room = min(room, 1)
        if last is Lane.ANSWER and door.name in self._careful_at:
            if self._clock.monotonic() - self._recovered_at < CAREFUL:
                room = min(room, 1 - len(under_way))
            else:
                self._careful_at.discard(door.name)
        if room <= 0:
            return BUSY
        rows = await self._claim_rows(door, first, until, room)
        if last is not Lane.ANSWER and (not rows or any(is_message(row.method) for row in rows)):
            pace.more_bulk(last, bool(rows))
        for row in rows:
            if not await self._put_off(door, row):
                task = asyncio.create_task(self._send(door, row))
                under_way.add(task)
                task.add_done_callback(finished)
        if rows:
            return 0.0
        if wait > 0 or self._settling.waits:
            return min(wait or LOOK_AGAIN, LOOK_AGAIN)
        return self._idle

    async def _rest(self, woken: asyncio.Event, pause: float | None, last: Lane) -> None:
        """Until something was queued or finished, but at least a moment and at most `pause` seconds."""
        rest = REST[last] if pause is None else min(REST[last], pause)
        began = asyncio.get_running_loop().time()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(pause):
                await woken.wait()
        rest -= asyncio.get_running_loop().time() - began
        if rest > 0 and not self._stopping:  # rest is over for all when any door is closed
            await asyncio.sleep(rest)

    async def _recover_if_saved(self) -> None:
        try:
            await self.recover()
        except NotSaved:
            self._recovered_at = float("-inf")  # `_keep_house` tries it again
            log.warning("the outbox waits: the database does not save")

    async def _keep_house(self) -> None:
        """What waits for the database to save again, and rows of a process that died."""
        await self._settling.settle_waiting()
        if self._database.dialect == "postgres" and self._clock.monotonic() - self._recovered_at > RECOVER:
            await self.recover()

    async def _claim_rows(self, door: Door, first: Lane, last: Lane, limit: int) -> list[Row]:
        async with self._database.write() as tx:
            by = self._presence.identity
            return await self._claims.claim(tx, by, door.name, first, last, limit, self._clock.now())

    # --- one row

    async def _put_off(self, door: Door, row: Row) -> bool:
        """Whether it waits, because its chat had enough for now."""
        waits = self._sending.put_off(door, row)
        if waits is not None:
            await self._settling.settle(waits)
        return waits is not None

    async def _send(self, door: Door, row: Row) -> None:
        done = await self._sending.attempt(door, row)
        self._noted(door.name, Lane(row.lane).name.lower(), done.answer.verdict.value)
        await self._settling.settle(done)
