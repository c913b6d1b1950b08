"""How fast a door may be spoken to: Telegram's limits, kept on a clock that never jumps.

https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: about 30 messages a second
overall, one a second in one chat with short bursts, 20 a minute in a group. Answers to people are not the target
of the overall limit, so they are held to it only while a broadcast runs or after the door complained.
"""

import contextlib
from collections import deque

from bot.clock import Clock

OVERALL = 30  # messages a second
BULK = 25  # messages a second for notices and broadcasts; the rest stays free for answers
BULK_BESIDE = 28  # messages a second, answers and bulk together, above which bulk steps back
BULK_GAP = 1.0 / BULK
BULK_LATE = 2 * BULK_GAP  # so much of a moment's hold-up is made good afterwards
SECOND = 1.05  # a second as we count it, so that jitter on the way does not make 31 out of 30
QUIET_BURST = 20  # messages one chat may get at once while nothing else is going on
STRICT_BURST = 3
GROUP_LIMIT, GROUP_SECONDS = 20, 61.0
STRICT_SECONDS = 600.0  # how long we stay careful after a 429
BULK_MEMORY = 2.0  # seconds for which a bulk send counts as a broadcast under way
UNLIMITED = 1000
MANY_CHATS = 4096  # chats remembered before the silent ones are forgotten


class Pace:
    """Says whether a call may leave now. Seconds are monotonic."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._overall: deque[float] = deque()
        self._chats: dict[int, deque[float]] = {}
        self._bulk_under_way: set[int] = set()
        self._last_bulk = self._next_bulk = float("-inf")
        self._complained = float("-inf")

    def wait_for_answer(self) -> float:
        """Seconds until an answer may leave, whatever its chat."""
        return self._wait_overall(OVERALL) if self._strict() else 0.0

    def answers_now(self) -> int:
        """How many answers may leave at this moment."""
        if not self._strict():
            return UNLIMITED
        self._forget_older_than_a_second()
        return max(0, OVERALL - len(self._overall))

    def wait_for_bulk(self) -> float:
        """Seconds until a notice or a broadcast message may leave."""
        gap = self._next_bulk - self._clock.monotonic()
        return max(gap, self._wait_overall(BULK_BESIDE), 0.0)

    def wait_for_chat(self, chat_id: int) -> float:
        """Seconds until this chat may get one more message."""
        sent = self._chats.get(chat_id)
        if not sent:
            return 0.0
        if chat_id < 0:
            limit, window = GROUP_LIMIT, GROUP_SECONDS
        else:
            limit = STRICT_BURST if self._strict() else QUIET_BURST
            window = limit * SECOND
        return _wait(sent, limit, window, self._clock.monotonic())

    def note(self, chat_id: int, bulk: bool) -> float:
        """Counts a call that leaves now; returns the moment, for `note_answer`."""
        now = self._clock.monotonic()
        self._overall.append(now)
        self._chats.setdefault(chat_id, deque(maxlen=GROUP_LIMIT)).append(now)
        if bulk:
            # Counted from when it was due, so that a claim that takes a moment does not slow down the whole.
            begins = now - self._last_bulk > BULK_MEMORY
            self._next_bulk = BULK_GAP + (now if begins else max(self._next_bulk, now - BULK_LATE))
            self._last_bulk = now
        if len(self._chats) > MANY_CHATS:
            self._forget_silent_chats(now)
        return now

    def note_answer(self, left_at: float) -> None:
        """The door may have counted it as late as now: after a hold-up, calls that left apart arrive together."""
        with contextlib.suppress(ValueError):
            self._overall.remove(left_at)
        self._overall.append(self._clock.monotonic())

    def more_bulk(self, lane: int, more: bool) -> None:
        """Whether there was something to send in this lane. As long as there is, answers stay careful, also when
        they are so many that nothing else leaves."""
        if more:
            self._bulk_under_way.add(lane)
        else:
            self._bulk_under_way.discard(lane)

    def complain(self) -> None:
        """The door answered 429: careful for a while."""
        self._complained = self._clock.monotonic()

    def _strict(self) -> bool:
        now = self._clock.monotonic()
        lately = now - self._last_bulk < BULK_MEMORY
        return lately or bool(self._bulk_under_way) or now - self._complained < STRICT_SECONDS

    def _wait_overall(self, limit: int) -> float:
        self._forget_older_than_a_second()
        return _wait(self._overall, limit, SECOND, self._clock.monotonic())

    def _forget_older_than_a_second(self) -> None:
        now = self._clock.monotonic()
        while self._overall and self._overall[0] <= now - SECOND:
            self._overall.popleft()

    def _forget_silent_chats(self, now: float) -> None:
        silent = [chat for chat, sent in self._chats.items() if sent[-1] < now - GROUP_SECONDS]
        for chat in silent:
            del self._chats[chat]


class NoPace(Pace):
    """For a server of our own, which has no limits."""

    def wait_for_answer(self) -> float:
        return 0.0

    def answers_now(self) -> int:
        return UNLIMITED

    def wait_for_bulk(self) -> float:
        return 0.0

    def wait_for_chat(self, chat_id: int) -> float:
        return 0.0

    def note(self, chat_id: int, bulk: bool) -> float:
        return 0.0

    def note_answer(self, left_at: float) -> None:
        pass


def _wait(sent: deque[float], limit: int, window: float, now: float) -> float:
    """Seconds until fewer than `limit` of these lie within the last `window`."""
    if len(sent) < limit:
        return 0.0
    return max(0.0, sent[-limit] + window - now)
