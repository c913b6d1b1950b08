"""What a machine is asked for: claimed, asked, checked, settled; within what is spent a day, and never in a hurry."""

import asyncio
import logging
import random
from datetime import timedelta

from bot.clock import Clock, milliseconds, to_its_end, woken
from bot.database.claims import UNNUMBERED, claimers
from bot.database.db import Database, NotSaved
from bot.database.presence import Presence
from bot.relay.public_http import Reach
from bot.translating import store
from bot.translating.checking import Garbled
from bot.translating.client import LONGEST_WORDS, Client, Machine, NoAnswer
from bot.translating.scripts import mark
from bot.translating.store import Claimed

log = logging.getLogger(__name__)

LAST_CALLS = 5.0  # seconds for a call under way when the program ends
LOOK_AGAIN = 5.0  # seconds
RECOVER = timedelta(minutes=5)  # between two looks for claims that were not settled
FIRST_RETRY, LONGEST_RETRY = timedelta(seconds=30), timedelta(hours=1)
MOST_TRIES = 6  # in a row; then it is tried once in a while, for the day that a key is right again
ONCE_IN_A_WHILE = timedelta(days=7)
NOTHING_TO_DO = timedelta(minutes=1)
LARGEST_WISH = 86_400.0  # seconds that a machine is left alone at most
A_DAY = 24 * 3_600_000  # ms


class Translating:
    """`run` works for ever; `work_due` does what is due now and returns how much that was."""

    def __init__(
        self,
        database: Database,
        presence: Presence,
        clock: Clock,
        machine: Machine | None,
        reach: Reach,
        chance: random.Random,
    ) -> None:
        self._database = database
        self._presence = presence
        self._clock = clock
        self._client = Client(machine, reach) if machine else None
        self._chance = chance
        self._woken = asyncio.Event()
        self._rests_until = clock.now()
        self._recovered_at = clock.now()
        self._failures = 0
        self._known = False
        self._unsettled = False

    def wake(self) -> None:
        self._woken.set()

    async def run(self) -> None:
        self._known = False  # another process may have led since, and died
        while True:
            self._woken.clear()
            try:
                busy = await to_its_end(self.work_due(), LAST_CALLS)
            except NotSaved:
                log.warning("translating waits: the database does not save")
                busy = 0
            except Exception:
                log.exception("translating stumbled")
                busy = 0
            if not busy:
                await woken(self._woken, LOOK_AGAIN if self._client or not self._known else None)

    async def work_due(self) -> int:
        lapsed = self._clock.now() - self._recovered_at > RECOVER
        if not self._known or self._unsettled or lapsed:
            await self._recover()
        if self._client is None or self._clock.now() < self._rests_until:
            return 0
        async with self._database.glance() as tx:
            due = await store.anything_due(tx, milliseconds(self._clock.now()))
        return await self._ask_one(self._client) if due else 0

    async def _recover(self) -> None:
        """Says whom the operator names, and asks again for what was being asked for when a process died."""
        machine = self._client.machine if self._client else None
        self._recovered_at = self._clock.now()
        async with self._database.read() as tx:
            claimed_by = await claimers(tx, "machine_translations", "asking")
        gone = await self._presence.dead_or_ours(claimed_by)
        unnumbered = milliseconds(self._clock.now()) - UNNUMBERED[self._database.dialect]
        async with self._database.write() as tx:
            pairs = ",".join(f"{before}-{after}" for before, after in machine.pairs) if machine else ""
            await store.note_machine(tx, machine.host if machine else "", pairs)
            await store.abandoned(tx, gone, unnumbered)
        self._known, self._unsettled = True, False

    async def _ask_one(self, client: Client) -> int:
        now = milliseconds(self._clock.now())
        async with self._database.write() as tx:
            # A place alone may use all of it; of several none uses more than half.
            places = await tx.one(int, "SELECT count(*) FROM machine_places") or 0
            whole = client.machine.a_day
            share = whole if places <= 1 else max(1, whole // 2)
            one = await store.claim(
                tx, self._presence.identity, now, now // A_DAY, share, whole, self._database.dialect
            )
        if one is None:  # enough for today, or nothing that is still wanted
            self._rests_until = self._clock.now() + NOTHING_TO_DO
            return 0
        try:
            await self._settle(client, one)
        except Exception:
            self._unsettled = True
            raise
        return 1

    async def _settle(self, client: Client, one: Claimed) -> None:
        """What cannot be the translation is dropped without a word to anybody; the log has a number and a reason."""
        words = ""
        not_before: int | None = None
        try:
            if mark(one.words) != one.of_words or not 0 < len(one.words) <= LONGEST_WORDS:
                raise Garbled("changed")
            words = await client.translate(one.words, one.before, one.after)
            self._failures = 0
        except Garbled as error:
            log.info("translation %s is dropped: %s", one.id, error)
        except NoAnswer as error:
            log.info("translation %s has no answer: %s", one.id, error)
            not_before = self._rest(error.seconds)
        async with self._database.write() as tx:
            if words:
                await store.made(tx, one, words, milliseconds(self._clock.now()))
            elif not_before is not None:
                if one.attempts >= MOST_TRIES:
                    not_before = max(not_before, milliseconds(self._clock.now() + ONCE_IN_A_WHILE))
                await store.later(tx, one, not_before)
            else:
                await store.dropped(tx, one)

    def _rest(self, seconds: float) -> int:
        """A machine that fails is left alone, longer each time. Returns until when, in ms."""
        doubled = FIRST_RETRY.total_seconds() * 2.0 ** min(self._failures, 12)
        pause = min(doubled, LONGEST_RETRY.total_seconds()) * self._chance.uniform(0.8, 1.2)
        self._failures += 1
        self._rests_until = self._clock.now() + timedelta(seconds=max(pause, min(seconds, LARGEST_WISH)))
        return milliseconds(self._rests_until)
