"""How fast a door may be spoken to: Telegram's limits, kept on a clock that never jumps.

https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: about 30 messages a second
overall, one a second in one chat with short bursts, 20 a minute in a group. Answers to people are not the target
of the overall limit, so they are held to it only while a broadcast runs or after the door complained.

A broadcast takes 29 of the 30 while nobody speaks; beside the answers of the last second it leaves room for as many
again, up to five. What is under way counts until a second after its answer: so the door can never have counted more
than we did, however long a call takes on its way.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from bot.clock import Clock

OVERALL = 30  # messages a second
BULK = 29  # messages a second for notices and broadcasts; one stays free for the first answer
CAREFUL_BULK = 25  # the same after the door complained
ROOM = 5  # messages a second that a broadcast gives up at most, on top of what answers take themselves
BULK_LATE = 2  # messages; so much of a moment's hold-up is made good afterwards
SECOND = 1.0
CHAT_SECOND = 1.05  # a second in one chat as we count it, so that jitter does not make two out of one
QUIET_BURST = 20  # messages one chat may get at once while nothing else is going on
STRICT_BURST = 3
GROUP_LIMIT, GROUP_SECONDS = 20, 61.0
STRICT_SECONDS = 600.0  # how long we stay careful after a 429
BULK_MEMORY = 2.0  # seconds for which bulk messages count as a broadcast under way
A_FEW = 15  # bulk messages within that time; fewer are notices to one or another, which put nobody on his guard
UNLIMITED = 1000
A_MOMENT = 0.01  # seconds until a call that is under way may be answered
MANY_CHATS = 4096  # chats remembered before the silent ones are forgotten


@dataclass(frozen=True)
class Sent:
    """A message that another process has sent, so many seconds ago."""

    chat_id: int
    ago: float
    bulk: bool


class Pace:
    """Says whether a call may leave now. Seconds are monotonic."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._under_way = 0
        self._overall: deque[float] = deque()
        self._answers: deque[float] = deque()
        self._chats: dict[int, deque[float]] = {}
        self._bulk: deque[float] = deque(maxlen=A_FEW)
        self._rounds_of_bulk: dict[int, int] = {}
        self._next_bulk = float("-inf")
        self._complained = float("-inf")

    def wait_for_answer(self) -> float:
        """Seconds until an answer may leave, whatever its chat."""
        return self._wait_overall(OVERALL) if self._strict() else 0.0

    def answers_now(self) -> int:
        """How many answers may leave at this moment."""
        if not self._strict():
            return UNLIMITED
        return max(0, OVERALL - self._count())

    def wait_for_bulk(self) -> float:
        """Seconds until a notice or a broadcast message may leave."""
        gap = self._next_bulk - self._clock.monotonic()
        self._count()
        room = min(len(self._answers), ROOM)
        return max(gap, self._wait_overall(self._bulk_a_second() - room), 0.0)

    def wait_for_chat(self, chat_id: int) -> float:
        """Seconds until this chat may get one more message."""
        sent = self._chats.get(chat_id)
        if not sent:
            return 0.0
        if chat_id < 0:
            limit, window = GROUP_LIMIT, GROUP_SECONDS
        else:
            limit = STRICT_BURST if self._strict() else QUIET_BURST
            window = limit * CHAT_SECOND
        return _wait(sent, limit, window, self._clock.monotonic())

    def note(self, chat_id: int, bulk: bool) -> None:
        """Counts a message that leaves now; `note_answer` must follow."""
        now = self._clock.monotonic()
        self._under_way += 1
        self._chats.setdefault(chat_id, deque(maxlen=GROUP_LIMIT)).append(now)
        if bulk:
            # Counted from when it was due, so that a claim that takes a moment does not slow down the whole.
            gap = 1.0 / self._bulk_a_second()
            self._next_bulk = gap + max(self._next_bulk, now - BULK_LATE * gap)
            self._bulk.append(now)
        else:
            self._answers.append(now)
        if len(self._chats) > MANY_CHATS:
            self._forget_silent_chats(now)

    def note_answer(self) -> None:
        """The door may have counted it as late as now: after a hold-up, calls that left apart arrive together."""
        self._under_way -= 1
        self._overall.append(self._clock.monotonic())

    def take_up(self, sent: Sequence[Sent], open_for: float | None) -> None:
        """As if we had sent these, the oldest first. `open_for`: seconds since the door would hear something again,
        after it had complained; less than nought while it would not."""
        now = self._clock.monotonic()
        for one in sent:
            at = now - one.ago
            self._chats.setdefault(one.chat_id, deque(maxlen=GROUP_LIMIT)).append(at)
            self._overall.append(at)
            (self._bulk if one.bulk else self._answers).append(at)
            if one.bulk:
                self._next_bulk = at + 1.0 / self._bulk_a_second()
        if open_for is not None:
            self._complained = max(self._complained, now - max(open_for, 0.0))

    def more_bulk(self, lane: int, more: bool) -> None:
        """Whether there was something to send in this lane. As long as there is again and again, answers stay
        careful, also when they are so many that nothing else leaves."""
        self._rounds_of_bulk[lane] = self._rounds_of_bulk.get(lane, 0) + 1 if more else 0

    def complain(self) -> None:
        """The door answered 429: careful for a while."""
        self._complained = self._clock.monotonic()

    def _strict(self) -> bool:
        now = self._clock.monotonic()
        lately = len(self._bulk) == A_FEW and now - self._bulk[0] < BULK_MEMORY
        return lately or max(self._rounds_of_bulk.values(), default=0) >= A_FEW or self._was_told_off(now)

    def _was_told_off(self, now: float) -> bool:
        return now - self._complained < STRICT_SECONDS

    def _bulk_a_second(self) -> int:
        return CAREFUL_BULK if self._was_told_off(self._clock.monotonic()) else BULK

    def _wait_overall(self, limit: int) -> float:
        too_many = self._count() - limit
        if too_many < 0:
            return 0.0
        if too_many >= len(self._overall):
            return A_MOMENT  # all of them are still under way
        return max(0.0, self._overall[too_many] + SECOND - self._clock.monotonic())

    def _count(self) -> int:
        """Messages of the last second, and those under way."""
        now = self._clock.monotonic()
        for sent in (self._overall, self._answers):
            while sent and sent[0] <= now - SECOND:
                sent.popleft()
        return len(self._overall) + self._under_way

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

    def note(self, chat_id: int, bulk: bool) -> None:
        pass

    def note_answer(self) -> None:
        pass

    def take_up(self, sent: Sequence[Sent], open_for: float | None) -> None:
        pass


def _wait(sent: deque[float], limit: int, window: float, now: float) -> float:
    """Seconds until fewer than `limit` of these lie within the last `window`."""
    if len(sent) < limit:
        return 0.0
    return max(0.0, sent[-limit] + window - now)
