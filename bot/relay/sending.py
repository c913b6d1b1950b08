"""Posts on their way to services that are no door: claimed, sent one after another for each relay, settled.

A post that was on its way when the process died is `uncertain`, and is not sent again, but for Matrix, which takes a
transaction id: there it is repeated, and arrives once.
"""

import asyncio
import logging
import math
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock, milliseconds, to_its_end, woken
from bot.database.claims import UNNUMBERED, claimers, left_by
from bot.database.db import Database, NotSaved, Tx
from bot.database.presence import Presence, rest
from bot.relay import group_robots, mail, ntfy
from bot.relay.encryption import Seal, Unsealable
from bot.relay.matrix import Matrix
from bot.relay.public_http import Reach
from bot.relay.services import BadAddress, Service, Target, read
from bot.relay.verdicts import Outcome, Reason, Reply, refused, uncertain

log = logging.getLogger(__name__)

# To whom, a title, the words, the same word for the same post however often it is sent, and when.
Deliver = Callable[[Target, str, str, str, datetime], Awaitable[Reply]]

LOOK_AGAIN = 1.0  # seconds
AT_ONCE = 2  # posts under way
LAST_CALLS = 5.0  # seconds for them when the program ends
FIRST_RETRY, LONGEST_RETRY, HOURLY = 1.0, 60.0, 3600.0  # seconds
LONGEST_WISH = 86_400.0  # seconds; a service may ask us to leave it alone for a day
BEFORE_HOURLY = 8  # attempts, about five minutes
GIVE_UP = timedelta(hours=24)
MANY_REFUSALS = 3  # in a row, and the relay is paused
RECOVER = 60.0  # seconds between two looks for claims that were not settled
KEPT = timedelta(days=30)

CLAIM = """
UPDATE relay_posts SET state = 'sending', attempts = attempts + 1, claimed_at = ?, claimed_by = ?
WHERE id IN (
    SELECT due.id FROM relay_posts due
    WHERE due.state = 'waiting' AND due.not_before <= ?
    AND NOT EXISTS (
        SELECT 1 FROM relay_posts ahead
        WHERE ahead.relay_id = due.relay_id AND ahead.id <> due.id
        AND (ahead.state = 'sending'
             -- a test does not stand behind what cannot be sent
             OR (ahead.state = 'waiting' AND ahead.id < due.id AND due.asked_by IS NULL)))
    ORDER BY due.id LIMIT ?{skip_locked})
RETURNING id, relay_id, title, words, attempts, asked_by, made_at
"""


@dataclass(frozen=True)
class Post:
    id: int
    relay_id: int
    title: str
    words: str
    attempts: int
    asked_by: int | None
    made_at: int


def deliver_to(reach: Reach) -> Deliver:
    rooms = Matrix(reach)

    async def deliver(target: Target, title: str, words: str, txn: str, now: datetime) -> Reply:
        match target.service:
            case Service.MATRIX:
                return await rooms.send(target, title, words, txn)
            case Service.NTFY:
                return await ntfy.send(reach, target, title, words)
            case Service.EMAIL:
                return await mail.send(reach, target, title, words, txn, now)
        return await group_robots.send(reach, target, title, words, now)

    return deliver


class Relaying:
    """`run` sends for ever; `send_due` sends what is due now and returns how many posts it tried."""

    def __init__(
        self,
        database: Database,
        presence: Presence,
        clock: Clock,
        seal: Seal,
        deliver: Deliver,
        chance: random.Random,
        hosts: frozenset[tuple[str, int]] = frozenset(),
    ) -> None:
        self._database = database
        self._presence = presence
        self._clock = clock
        self._seal = seal
        self._deliver = deliver
        self._chance = chance
        self._hosts = hosts
        self._claim = CLAIM.format(skip_locked=" FOR UPDATE SKIP LOCKED" if database.dialect == "postgres" else "")
        self._woken = asyncio.Event()
        self._recovered_at = float("-inf")

    def wake(self) -> None:
        self._woken.set()

    async def run(self) -> None:
        await self.recover()
        while True:
            self._woken.clear()
            if not await to_its_end(self._round(), LAST_CALLS):
                await woken(self._woken, rest(self._database.dialect, LOOK_AGAIN))

    async def _round(self) -> int:
        try:
            if self._clock.monotonic() - self._recovered_at > RECOVER:
                await self.recover()
            return await self.send_due()
        except NotSaved:
            log.warning("relays wait: the database does not save")
        except Exception:
            # Nothing may stop the posts of others.
            log.exception("relays stumbled")
        return 0

    async def send_due(self) -> int:
        if not await self._anything_due():
            return 0
        async with self._database.write() as tx:
            now = milliseconds(self._clock.now())
            claimed = await tx.all(Post, self._claim, now, self._presence.identity, now, AT_ONCE)
        async with asyncio.TaskGroup() as group:
            for post in claimed:
                group.create_task(self._send(post))
        return len(claimed)

    async def recover(self) -> None:
        """Posts that were on their way when a process died. Expects that none is on its way here."""
        self._recovered_at = self._clock.monotonic()
        async with self._database.read() as tx:
            claimed_by = await claimers(tx, "relay_posts", "sending")
        gone = await self._presence.dead_or_ours(claimed_by)
        now = milliseconds(self._clock.now())
        unnumbered = now - UNNUMBERED[self._database.dialect]
        async with self._database.write() as tx:
            await tx.run(
                f"UPDATE relay_posts SET state = 'waiting' WHERE state = 'sending' AND {left_by(gone)}"  # noqa: S608
                " AND relay_id IN (SELECT id FROM relays WHERE service = ?)",
                *gone,
                unnumbered,
                Service.MATRIX.value,
            )
            await tx.run(
                "UPDATE relay_posts SET state = 'uncertain', reason = ?, settled_at = ?"  # noqa: S608
                f" WHERE state = 'sending' AND {left_by(gone)}",
                Reason.SILENT.value,
                now,
                *gone,
                unnumbered,
            )

    async def prune(self) -> None:
        async with self._database.write() as tx:
            before = milliseconds(self._clock.now() - KEPT)
            await tx.run("DELETE FROM relay_posts WHERE settled_at < ?", before)

    async def _anything_due(self) -> bool:
        """Only reads, so that a quiet place makes no writer wait."""
        async with self._database.glance() as tx:
            found = await tx.one(
                int,
                "SELECT id FROM relay_posts WHERE state = 'waiting' AND not_before <= ? LIMIT 1",
                milliseconds(self._clock.now()),
            )
        return found is not None

    async def _send(self, post: Post) -> None:
        target = await self._target(post)
        if target is None:
            reply = refused(Reason.KEY)
        else:
            reply = await self._answered(post, target)
        if reply.outcome is not Outcome.SENT:
            log.warning("relay post %s: %s %s %s", post.id, reply.outcome.value, reply.reason.value, reply.code)
        async with self._database.write() as tx:
            await self._settle(tx, post, reply)

    async def _answered(self, post: Post, target: Target) -> Reply:
        """Whatever one service makes of it, the posts of others go on, and this one is not tried for ever."""
        txn = f"nestbox-{post.id}-{post.made_at}"
        try:
            return await self._deliver(target, post.title, post.words, txn, self._clock.now())
        except Exception:
            log.exception("relay post %s broke", post.id)
            return uncertain(Reason.OTHER)

    async def _target(self, post: Post) -> Target | None:
        async with self._database.read() as tx:
            found = await tx.one(
                lambda *columns: columns, "SELECT service, secret FROM relays WHERE id = ?", post.relay_id
            )
        if found is None or found[1] is None:
            return None
        try:
            return read(Service(found[0]), self._seal.open(found[1]), self._hosts)
        except (Unsealable, BadAddress):
            return None

    async def _settle(self, tx: Tx, post: Post, reply: Reply) -> None:
        now = milliseconds(self._clock.now())
        # Somebody waits for the result of a test: it is tried once.
        old = now - post.made_at > GIVE_UP / timedelta(milliseconds=1)
        if reply.outcome is Outcome.LATER and post.asked_by is None and not old:
            # What a service wishes is its own word: it may be anything at all.
            wished = min(reply.seconds, LONGEST_WISH) if math.isfinite(reply.seconds) else 0.0
            pause = max(self._backoff(post.attempts), wished)
            await tx.run(
                "UPDATE relay_posts SET state = 'waiting', not_before = ?, reason = ?, code = ? WHERE id = ?",
                milliseconds(self._clock.now() + timedelta(seconds=pause)),
                reply.reason.value,
                reply.code,
                post.id,
            )
            return
        state = "refused" if reply.outcome is Outcome.LATER else reply.outcome.value
        await tx.run(
            "UPDATE relay_posts SET state = ?, reason = ?, code = ?, settled_at = ? WHERE id = ?",
            state,
            None if reply.outcome is Outcome.SENT else reply.reason.value,
            reply.code,
            now,
            post.id,
        )
        await _note(tx, post, reply, now)

    def _backoff(self, attempts: int) -> float:
        """One second, two, four … a minute, and then every hour."""
        whole = HOURLY if attempts > BEFORE_HOURLY else min(LONGEST_RETRY, FIRST_RETRY * 2.0 ** (attempts - 1))
        return whole * self._chance.uniform(0.75, 1.25)


async def _note(tx: Tx, post: Post, reply: Reply, now: int) -> None:
    """What a post that has come to its end says about its relay."""
    if reply.outcome is Outcome.SENT:
        sent = "UPDATE relays SET refusals = 0, reason = NULL WHERE id = ?"
        opened = "UPDATE relays SET state = 'active', refusals = 0, reason = NULL WHERE id = ?"
        await tx.run(opened if post.asked_by is not None else sent, post.relay_id)
    elif reply.outcome is Outcome.REFUSED and reply.reason is Reason.PRIVATE:
        # Not even kept: nobody shall call it another time.
        await tx.run(
            "UPDATE relays SET news = CASE WHEN state = 'checking' THEN news ELSE 'barred' END,"
            " state = 'barred', secret = NULL, reason = ? WHERE id = ?",
            reply.reason.value,
            post.relay_id,
        )
        await tx.run("DELETE FROM relay_posts WHERE relay_id = ? AND state = 'waiting'", post.relay_id)
    elif reply.outcome is Outcome.REFUSED:
        await tx.run(
            "UPDATE relays SET refusals = refusals + 1, reason = ? WHERE id = ?", reply.reason.value, post.relay_id
        )
        paused = await tx.run(
            "UPDATE relays SET state = 'paused', news = 'paused' WHERE id = ? AND state = 'active' AND refusals >= ?",
            post.relay_id,
            MANY_REFUSALS,
        )
        if paused:
            await tx.run(
                "UPDATE relay_posts SET state = 'refused', reason = ?, settled_at = ?"
                " WHERE relay_id = ? AND state = 'waiting' AND asked_by IS NULL",
                reply.reason.value,
                now,
                post.relay_id,
            )
