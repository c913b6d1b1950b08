"""One row on its way: packed, called, and the answer judged. Knows which doors do not answer at present."""

import logging
import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import telegram
import telegram.error

from bot.clock import Clock, milliseconds
from bot.doors.door import Door
from bot.outbox.calls import Call
from bot.outbox.message import Lane
from bot.outbox.packing import NoLongerUseful, NoLongerWanted, NotYet, Packing, Parcel, as_new, without_formatting
from bot.outbox.rate_limits import Pace
from bot.outbox.settling import Settled
from bot.outbox.store.claims import Row
from bot.outbox.verdicts import Answer, Verdict, failure, is_message, success

log = logging.getLogger(__name__)

FIRST_RETRY, LONGEST_RETRY = 1.0, 60.0  # seconds
TYPING = Call("sendChatAction")
A_MOMENT = 0.001  # seconds; the finest a row can wait


class Sending:
    def __init__(self, clock: Clock, paces: Mapping[str, Pace], packing: Packing, chance: random.Random) -> None:
        self._clock = clock
        self._paces = paces
        self._packing = packing
        self._chance = chance
        self._counted: set[int] = set()  # rows under way that the pace counts
        self._failures: dict[str, int] = dict.fromkeys(paces, 0)
        self._shut_until: dict[str, float] = dict.fromkeys(paces, float("-inf"))

    def wait_for_door(self, door: Door) -> float:
        """Seconds until a door that did not answer is to be tried again."""
        return max(0.0, self._shut_until[door.name] - self._clock.monotonic())

    def doubtful(self, door: Door) -> bool:
        """Whether its last call failed, so that one call should ask before many do."""
        return self._failures[door.name] > 0

    def note_heard(self, door: Door) -> bool:
        """It answered something else. Returns whether its last call had failed."""
        self._shut_until[door.name] = float("-inf")
        return self.doubtful(door)

    def put_off(self, door: Door, row: Row) -> Settled | None:
        """Counts the call, or says until when it waits because its chat had enough for now."""
        pace = self._paces[door.name]
        if not is_message(row.method):
            return None
        wait = pace.wait_for_chat(row.chat_id)
        if wait > 0:
            return Settled(row, Answer(Verdict.LATER, "pace"), retry_at=self._in(wait))
        pace.note(row.chat_id, bulk=row.lane > Lane.ANSWER)
        self._counted.add(row.id)
        return None

    async def attempt(self, door: Door, row: Row) -> Settled:
        """Never raises: whatever happens to one row, the others go on."""
        try:
            return await self._settled(door, row)
        finally:
            if row.id in self._counted:
                self._counted.discard(row.id)
                self._paces[door.name].note_answer()

    async def _settled(self, door: Door, row: Row) -> Settled:
        try:
            await self._packing.check_wanted(row, self._clock.now())
            parcel = await self._packing.pack(row)
        except NotYet:
            return Settled(row, Answer(Verdict.LATER, "not yet"), retry_at=self._in(FIRST_RETRY))
        except (NoLongerUseful, NoLongerWanted) as error:
            return Settled(row, Answer(Verdict.NEEDLESS, str(error)))
        except Exception as error:
            log.exception("outbox row %s cannot be packed", row.id)
            return Settled(row, Answer(Verdict.REFUSED, type(error).__name__))
        if row.renewals:
            asked = await self._ask_whether_it_answers(door, row)
            if asked.verdict not in (Verdict.SENT, Verdict.REFUSED):
                return self._judged(door, row, asked, parcel)
        answer = await self._call(door, row, parcel)
        if answer.verdict is Verdict.PLAIN:
            log.error("outbox row %s could not be parsed: sent as plain text", row.id)
            parcel = without_formatting(parcel)
            answer = await self._call(door, row, parcel)
        if answer.verdict is Verdict.UPLOAD:
            parcel, answer = await self._again_with_bytes(door, row, parcel)
        replaces = None
        if answer.verdict is Verdict.ANEW:
            anew = None if parcel.call.in_place_only else as_new(parcel)
            answer = await self._call(door, row, anew) if anew else Answer(Verdict.SENT)
            replaces = parcel.call.message_of if anew else None
        return replace(self._judged(door, row, answer, parcel), replaces=replaces)

    async def _ask_whether_it_answers(self, door: Door, row: Row) -> Answer:
        """By a call that is no message and may be repeated: said again into the same trouble, it would be lost."""
        return await self._call(
            door, row, Parcel("sendChatAction", {"chat_id": row.chat_id, "action": "typing"}, TYPING)
        )

    async def _again_with_bytes(self, door: Door, row: Row, parcel: Parcel) -> tuple[Parcel, Answer]:
        try:
            parcel = await self._packing.pack_afresh(row)
        except Exception as error:
            log.exception("outbox row %s cannot be packed afresh", row.id)
            return parcel, Answer(Verdict.REFUSED, type(error).__name__)
        return parcel, await self._call(door, row, parcel)

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
        # Rounded to nothing, a wait would have the row claimed again at the same moment, for ever.
        return milliseconds(self._clock.now() + timedelta(seconds=max(seconds, A_MOMENT)))
