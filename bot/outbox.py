"""What leaves after the commit: claims rows, sends them, settles what became of them.

One row is on its way per chat, lanes go before one another, and a row that was on its way when the process
died is `uncertain`, unless sending it again is harmless.
"""

import asyncio
import contextlib
import logging
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

import telegram.error

from bot import people
from bot.answers import Answer, Verdict, failure, repeatable, success
from bot.clock import Clock, milliseconds
from bot.db import Database, NotSaved, Tx
from bot.doors import Door
from bot.outgoing import Lane
from bot.pace import Pace
from bot.parcels import NoLongerUseful, NotYet, Packing, Parcel, Row, without_formatting

log = logging.getLogger(__name__)

SLOTS = {Lane.ANSWER: 16, Lane.NOTICE: 8, Lane.BROADCAST: 8}  # calls under way at once
LOOK_AGAIN = 1.0  # seconds; a wake-up that was missed costs no more than this
# Seconds between two looks that find nothing: an update that has nothing to say here costs almost nothing.
REST = {Lane.ANSWER: 0.02, Lane.NOTICE: 0.2, Lane.BROADCAST: 1.0}
LANES = ((Lane.SPINNER, Lane.ANSWER), (Lane.NOTICE, Lane.NOTICE), (Lane.BROADCAST, Lane.BROADCAST))
BUSY = 0.05  # seconds until a lane whose calls are all under way looks again
LAST_CALLS = 5.0  # seconds for the calls under way when the program ends
FIRST_RETRY, LONGEST_RETRY = 1.0, 60.0  # seconds
MANY_CLOSED = 3  # so many chats told to wait within CLOSED_TOGETHER: it is the whole door
CLOSED_TOGETHER = 10.0  # seconds
LEASE = timedelta(minutes=2)  # after this a claim by another process counts as abandoned
RECOVER = 30.0  # seconds between two looks for such claims
KEPT = timedelta(days=7)
KEPT_TROUBLE = timedelta(days=30)
WHOLE_DOOR = "*"

CLAIM = """
UPDATE outbox SET state = 'sending', attempts = attempts + 1, claimed_at = ? WHERE id IN (
    SELECT due.id FROM outbox due
    WHERE due.state = 'waiting' AND due.door = ? AND due.lane BETWEEN ? AND ? AND due.not_before <= ?
    AND NOT EXISTS (
        SELECT 1 FROM outbox ahead
        WHERE ahead.door = due.door AND ahead.queue = due.queue AND ahead.id <> due.id
        AND ahead.state IN ('waiting', 'sending')  -- else SQLite does not see that its partial index fits
        AND (ahead.state = 'sending'
             OR (ahead.state = 'waiting' AND (ahead.not_before <= ? OR ahead.attempts > 0)
                 AND (ahead.lane < due.lane OR (ahead.lane = due.lane AND ahead.id < due.id)))))
    AND NOT EXISTS (
        SELECT 1 FROM closed_until closed
        WHERE closed.door = due.door AND closed.queue IN (due.queue, '*') AND closed.until > ?)
    ORDER BY due.lane, due.id LIMIT ?{skip_locked})
RETURNING id, door, queue, chat_id, method, params, lane, attempts, campaign
"""


@dataclass(frozen=True)
class Settled:
    row: Row
    answer: Answer
    uploads: tuple[int, ...] = ()
    retry_at: int = 0
    # The row whose message was gone, so that later edits of it change the new one.
    replaces: int | None = None


class Outbox:
    """`run` sends for ever; `send_due` sends what is due now and returns how many calls it made."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        doors: Mapping[str, Door],
        paces: Mapping[str, Pace],
        packing: Packing,
        chance: random.Random,
    ) -> None:
        self._database = database
        self._clock = clock
        self._doors = doors
        self._paces = paces
        self._packing = packing
        self._chance = chance
        self._claim = CLAIM.format(skip_locked=" FOR UPDATE SKIP LOCKED" if database.dialect == "postgres" else "")
        self._woken: list[asyncio.Event] = []
        self._to_settle: list[Settled] = []
        self._settling = asyncio.Lock()
        self._closed_lately: dict[str, dict[str, float]] = {door: {} for door in doors}
        self._failures: dict[str, int] = dict.fromkeys(doors, 0)
        self._shut_until: dict[str, float] = dict.fromkeys(doors, float("-inf"))
        self._recovered_at = float("-inf")
        self._stopping = False

    def wake(self) -> None:
        """Something was queued and committed."""
        for event in self._woken:
            event.set()

    async def run(self) -> None:
        """Until cancelled. Calls under way are finished and settled first, if the doors still answer."""
        await self.recover()
        loops = [
            asyncio.create_task(self._lane_loop(door, first, last))
            for door in self._doors.values()
            for first, last in LANES
        ]
        try:
            # Not a TaskGroup: it would cancel a loop between a claim and its calls, and leave both uncertain.
            await asyncio.wait(loops, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._stopping = True
            self.wake()
            _, late = await asyncio.wait(loops, timeout=LAST_CALLS)
            for loop in late:
                loop.cancel()
            await asyncio.gather(*loops, return_exceptions=True)
            await self._settle_all()
            self._stopping = False

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
        lease = LEASE if self._database.dialect == "postgres" else timedelta(0)
        before = milliseconds(self._clock.now() - lease)
        async with self._database.write() as tx:
            rows = await tx.all(
                lambda *columns: columns,
                "SELECT id, door, method FROM outbox WHERE state = 'sending' AND claimed_at <= ?",
                before,
            )
            for row_id, door_name, method in rows:
                door = self._doors.get(door_name)
                again = repeatable(method) or (door is not None and door.repeats_safely)
                await tx.run(
                    "UPDATE outbox SET state = ?, settled_at = ? WHERE id = ?",
                    "waiting" if again else "uncertain",
                    None if again else milliseconds(self._clock.now()),
                    row_id,
                )

    async def prune(self) -> None:
        """Forgets what was settled long ago; what went wrong stays a little longer."""
        now = self._clock.now()
        async with self._database.write() as tx:
            await tx.run("DELETE FROM outbox WHERE settled_at < ? AND state = 'sent'", milliseconds(now - KEPT))
            await tx.run("DELETE FROM outbox WHERE settled_at < ?", milliseconds(now - KEPT_TROUBLE))
            await tx.run("DELETE FROM closed_until WHERE until < ?", milliseconds(now))

    # --- one lane

    async def _lane_loop(self, door: Door, first: Lane, last: Lane) -> None:
        woken = asyncio.Event()
        self._woken.append(woken)
        under_way: set[asyncio.Task[None]] = set()

        def finished(task: asyncio.Task[None]) -> None:
            under_way.discard(task)
            woken.set()

        try:
            while not self._stopping:
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
                if pause:
                    await self._rest(woken, pause, last)
        finally:
            self._woken.remove(woken)
            if under_way:
                await asyncio.wait(under_way)

    async def _round(
        self,
        door: Door,
        first: Lane,
        last: Lane,
        under_way: set[asyncio.Task[None]],
        finished: Callable[[asyncio.Task[None]], None],
    ) -> float:
        """Starts the calls that may leave now. Returns how long to wait if there were none, else nought."""
        await self._keep_house()
        pace = self._paces[door.name]
        wait = pace.wait_for_answer() if last is Lane.ANSWER else pace.wait_for_bulk()
        wait = max(wait, self._shut_until[door.name] - self._clock.monotonic())
        if wait > 0:
            return min(wait, LOOK_AGAIN)
        room = SLOTS[last] - len(under_way)
        # A door that did not answer is asked by one call first.
        if self._failures[door.name]:
            room = min(room, 1)
        elif last is Lane.ANSWER:
            room = min(room, pace.answers_now())
        elif not door.repeats_safely:
            # What is claimed and not sent when the process is killed is uncertain: so no more than leaves now.
            room = min(room, 1)
        if room <= 0:
            return BUSY
        rows = await self._claim_rows(door, first, last, room)
        if last is not Lane.ANSWER:
            pace.more_bulk(last, bool(rows))
        for row in rows:
            if not await self._put_off(door, row):
                task = asyncio.create_task(self._send(door, row))
                under_way.add(task)
                task.add_done_callback(finished)
        return 0.0 if rows else LOOK_AGAIN

    async def _rest(self, woken: asyncio.Event, pause: float, last: Lane) -> None:
        """Until something was queued or finished, but at least a moment and at most `pause` seconds."""
        rest = min(REST[last], pause)
        began = asyncio.get_running_loop().time()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(pause):
                await woken.wait()
        rest -= asyncio.get_running_loop().time() - began
        if rest > 0 and not self._stopping:
            await asyncio.sleep(rest)

    async def _keep_house(self) -> None:
        """What waits for the database to save again, and rows of a process that died."""
        if self._to_settle:
            await self._settle_all()
        if self._database.dialect == "postgres" and self._clock.monotonic() - self._recovered_at > RECOVER:
            await self.recover()

    async def _claim_rows(self, door: Door, first: Lane, last: Lane, limit: int) -> list[Row]:
        now = milliseconds(self._clock.now())
        values = (now, door.name, int(first), int(last), now, now, now, limit)
        async with self._database.write() as tx:
            rows = await tx.all(Row, self._claim, *values)
        return sorted(rows, key=lambda row: (row.lane, row.id))

    # --- one row

    async def _put_off(self, door: Door, row: Row) -> bool:
        """Counts the call, or lets it wait when its chat had enough for now; says whether it waits."""
        pace = self._paces[door.name]
        if row.lane == Lane.SPINNER:
            return False
        wait = pace.wait_for_chat(row.chat_id)
        if wait > 0:
            self._to_settle.append(Settled(row, Answer(Verdict.LATER, "pace"), retry_at=self._in(wait)))
            await self._settle_all()
            return True
        pace.note(row.chat_id, bulk=row.lane > Lane.ANSWER)
        return False

    async def _send(self, door: Door, row: Row) -> None:
        settled = await self._attempt(door, row)
        # Not in one line: the list would be looked up before the wait, and be another one after it.
        self._to_settle.append(settled)
        await self._settle_all()

    async def _attempt(self, door: Door, row: Row) -> Settled:
        """Never raises: whatever happens to one row, the others go on."""
        try:
            parcel = await self._packing.pack(row)
        except NotYet:
            return Settled(row, Answer(Verdict.LATER, "not yet"), retry_at=self._in(FIRST_RETRY))
        except NoLongerUseful as error:
            return Settled(row, Answer(Verdict.REFUSED, str(error)))
        except Exception as error:
            log.exception("outbox row %s cannot be packed", row.id)
            return Settled(row, Answer(Verdict.REFUSED, type(error).__name__))
        answer = await self._call(door, row, parcel)
        if answer.verdict is Verdict.PLAIN:
            log.error("outbox row %s could not be parsed: sent as plain text", row.id)
            parcel.params = without_formatting(parcel.params)
            answer = await self._call(door, row, parcel)
        replaces = None
        if answer.verdict is Verdict.ANEW:
            anew = _as_new(parcel)
            answer = await self._call(door, row, anew) if anew else Answer(Verdict.SENT)
            replaces = row.params.get("message_of") if anew else None
        return replace(self._judged(door, row, answer, parcel), replaces=replaces)

    async def _call(self, door: Door, row: Row, parcel: Parcel) -> Answer:
        params = parcel.params
        if door.repeats_safely and parcel.method.startswith(("send", "copy")):
            params = params | {"idempotency_key": f"row-{row.id}"}
        try:
            return success(await door.bot.do_api_request(parcel.method, api_kwargs=params))
        except telegram.error.TelegramError as error:
            return failure(error, parcel.method, door.repeats_safely)
        except Exception:
            # Nothing may stop the lane; what we cannot explain may have been delivered.
            log.exception("outbox row %s broke", row.id)
            return Answer(Verdict.UNCERTAIN, "unexpected")

    def _judged(self, door: Door, row: Row, answer: Answer, parcel: Parcel) -> Settled:
        """Adds when to try again, and remembers what the answer says about the whole door."""
        retry_at = 0
        if answer.verdict is Verdict.CLOSED:
            self._paces[door.name].complain()
            retry_at = self._in(answer.seconds)
        elif answer.verdict is Verdict.LATER:
            retry_at = self._in(self._backoff(row.attempts))
        elif answer.verdict is Verdict.DOOR_SHUT:
            retry_at = self._in(self._shut(door))
        else:
            self._failures[door.name] = 0
        return Settled(row, answer, tuple(parcel.uploads), retry_at)

    def _shut(self, door: Door) -> float:
        """Seconds for which nothing is tried there. Calls that were under way together fail as one."""
        pause = self._shut_until[door.name] - self._clock.monotonic()
        if pause <= 0:
            self._failures[door.name] += 1
            pause = self._backoff(self._failures[door.name])
            self._shut_until[door.name] = self._clock.monotonic() + pause
            log.warning("door %s does not answer, next try in %.0f s", door.name, pause)
        return pause

    def _backoff(self, failures: int) -> float:
        whole = min(LONGEST_RETRY, FIRST_RETRY * 2.0 ** min(failures - 1, 10))
        return whole * self._chance.uniform(0.75, 1.25)

    def _in(self, seconds: float) -> int:
        return milliseconds(self._clock.now() + timedelta(seconds=seconds))

    # --- settling

    async def _settle_all(self) -> None:
        """Writes down what became of the rows; whoever comes while this is going on is taken along next."""
        async with self._settling:
            batch, self._to_settle = self._to_settle, []
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
                self._to_settle += batch
                if not isinstance(error, NotSaved):
                    raise
                log.warning("%s settled rows wait for the database", len(batch))

    async def _settle_sent(self, tx: Tx, batch: list[Settled]) -> None:
        now = milliseconds(self._clock.now())
        if batch:
            await tx.many(
                "UPDATE outbox SET state = 'sent', message_id = ?, settled_at = ? WHERE id = ?",
                [(one.answer.message_id, now, one.row.id) for one in batch],
            )
        for one in batch:
            if len(one.uploads) == 1 and one.answer.file_id:
                await tx.run(
                    "INSERT INTO media_at_door (door, media_id, file_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    one.row.door,
                    one.uploads[0],
                    one.answer.file_id,
                )
            if one.replaces is not None:
                await tx.run("UPDATE outbox SET message_id = ? WHERE id = ?", one.answer.message_id, one.replaces)

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
            await _end(tx, one.row, "refused", type(error).__name__, now)

    async def _settle(self, tx: Tx, one: Settled) -> None:
        now, row, answer = self._clock.now(), one.row, one.answer
        match answer.verdict:
            case Verdict.LATER | Verdict.DOOR_SHUT:
                await _wait_until(tx, row, one.retry_at)
            case Verdict.CLOSED:
                await _wait_until(tx, row, one.retry_at)
                await self._close(tx, row, one.retry_at)
            case Verdict.MOVED:
                await _move(tx, row, answer.chat_id)
            case Verdict.GONE:
                await people.note_unreachable(tx, row.door, row.chat_id, milliseconds(now))
                await _end(tx, row, "refused", answer.error, milliseconds(now))
                await tx.run(
                    "UPDATE outbox SET state = 'refused', error = ?, settled_at = ?"
                    " WHERE door = ? AND chat_id = ? AND state = 'waiting'",
                    answer.error,
                    milliseconds(now),
                    row.door,
                    row.chat_id,
                )
            case Verdict.UNCERTAIN:
                log.warning("outbox row %s: nobody answered, it is uncertain", row.id)
                await _end(tx, row, "uncertain", answer.error, milliseconds(now))
            case _:
                log.error("outbox row %s (%s) refused: %s", row.id, row.method, answer.error)
                await _end(tx, row, "refused", answer.error, milliseconds(now))

    async def _close(self, tx: Tx, row: Row, until: int) -> None:
        """No call to this chat before `until`; to nobody, when several chats said so together."""
        lately = self._closed_lately[row.door]
        now = self._clock.monotonic()
        lately[row.queue] = now
        for queue in [queue for queue, at in lately.items() if now - at >= CLOSED_TOGETHER]:
            del lately[queue]
        queue = WHOLE_DOOR if len(lately) >= MANY_CLOSED else row.queue
        await tx.run(
            "INSERT INTO closed_until (door, queue, until) VALUES (?, ?, ?)"
            " ON CONFLICT (door, queue) DO UPDATE SET until ="
            " CASE WHEN excluded.until > closed_until.until THEN excluded.until ELSE closed_until.until END",
            row.door,
            queue,
            until,
        )


async def _wait_until(tx: Tx, row: Row, moment: int) -> None:
    await tx.run("UPDATE outbox SET state = 'waiting', not_before = ? WHERE id = ?", moment, row.id)


async def _end(tx: Tx, row: Row, state: str, error: str, now: int) -> None:
    await tx.run("UPDATE outbox SET state = ?, error = ?, settled_at = ? WHERE id = ?", state, error, now, row.id)


async def _move(tx: Tx, row: Row, chat_id: int) -> None:
    """The group became a supergroup: its new id everywhere, and the row once more."""
    rows = await tx.all(
        lambda *columns: columns,
        "SELECT id, params FROM outbox WHERE door = ? AND chat_id = ? AND state IN ('waiting', 'sending')",
        row.door,
        row.chat_id,
    )
    for row_id, params in rows:
        moved = params.replace(f'"chat_id": {row.chat_id}', f'"chat_id": {chat_id}')
        await tx.run(
            "UPDATE outbox SET chat_id = ?, queue = ?, params = ?, state = 'waiting' WHERE id = ?",
            chat_id,
            str(chat_id),
            moved,
            row_id,
        )
    await tx.run("UPDATE identities SET chat_id = ? WHERE door = ? AND chat_id = ?", chat_id, row.door, row.chat_id)


def _as_new(parcel: Parcel) -> Parcel | None:
    """The edited message is gone: the same words as a new one. None for an edit of buttons alone."""
    params = {name: value for name, value in parcel.params.items() if name != "message_id"}
    if parcel.method == "editMessageText":
        return replace(parcel, method="sendMessage", params=params)
    if parcel.method == "editMessageMedia":
        media: telegram.InputMediaPhoto = params.pop("media")
        words = {"photo": media.media, "caption": media.caption or "", "parse_mode": media.parse_mode}
        return replace(parcel, method="sendPhoto", params=params | words)
    return None
