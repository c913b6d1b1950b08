"""How fast we speak: 30 a second in all while something goes to many, one a second to one, 20 a minute to a group."""

import random
from datetime import timedelta

import pytest

from bot.outbox.rate_limits import Pace, Sent
from tests.street import FakeClock

STEP = 0.002  # seconds


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def run(pace: Pace, clock: FakeClock, seconds: float, bulk: bool, answers: int = 0) -> list[float]:
    """Sends whenever it may, for so long: bulk to ever new people, and so many answers waiting at any time."""
    sent, chat, end = [], 0, clock.monotonic() + seconds
    while clock.monotonic() < end:
        for _ in range(answers):
            if pace.wait_for_answer() <= 0 and pace.answers_now() > 0:
                chat += 1
                arrives(pace, chat, bulk=False)
                sent.append(clock.monotonic())
        while bulk and pace.wait_for_bulk() <= 0:
            chat += 1
            pace.more_bulk(3, more=True)
            arrives(pace, chat, bulk=True)
            sent.append(clock.monotonic())
        clock.advance(timedelta(seconds=STEP))
    return sent


def arrives(pace: Pace, chat: int, bulk: bool) -> None:
    """At once."""
    pace.note(chat, bulk)
    pace.note_answer()


def most_in(seconds: float, sent: list[float]) -> int:
    return max(sum(1 for at in sent if begin <= at < begin + seconds) for begin in sent)


def test_a_broadcast_takes_29_a_second_while_nobody_speaks(clock: FakeClock) -> None:
    sent = run(Pace(clock), clock, 20, bulk=True)
    assert most_in(1.0, sent) <= 29
    assert 28.5 < len(sent) / 20 <= 29.1


def test_a_broadcast_that_is_held_up_again_and_again_makes_up_for_it(clock: FakeClock) -> None:
    pace, chance, sent = Pace(clock), random.Random(1), []
    end = clock.monotonic() + 60
    while clock.monotonic() < end:
        if pace.wait_for_bulk() <= 0:
            arrives(pace, len(sent), bulk=True)
            sent.append(clock.monotonic())
        clock.advance(timedelta(seconds=max(pace.wait_for_bulk(), STEP) + chance.uniform(0, 0.05)))
    assert most_in(1.0, sent) <= 29
    assert len(sent) / 60 > 26


def test_what_hangs_on_its_way_counts_until_a_second_after_its_answer(clock: FakeClock) -> None:
    """Eight calls hang for longer than a second; whenever they arrive, they find room."""
    pace = Pace(clock)
    run(pace, clock, 3, bulk=True)
    for number in range(8):
        pace.note(number, bulk=True)
    meanwhile = run(pace, clock, 1.5, bulk=True)
    arrived = clock.monotonic()
    for _ in range(8):
        pace.note_answer()
    sent = run(pace, clock, 3, bulk=True, answers=1)
    assert most_in(1.0, [*meanwhile, *[arrived] * 8, *sent]) <= 30


def test_nothing_of_what_happens_on_the_way_makes_31_of_30(clock: FakeClock) -> None:
    """Calls take from a moment to two seconds and arrive at any time meanwhile; the door counts what arrives."""
    pace, chance, arrived = Pace(clock), random.Random(2), []
    on_the_way: list[float] = []
    end = clock.monotonic() + 60
    while clock.monotonic() < end:
        now = clock.monotonic()
        for _ in [one for one in on_the_way if one <= now]:
            pace.note_answer()
        on_the_way = [one for one in on_the_way if one > now]
        for bulk in (False, True):
            free = pace.wait_for_bulk() <= 0 if bulk else chance.random() < 0.1 and pace.answers_now() > 0
            if free:
                takes = chance.choice((0.01, 0.05, 0.3, 2.0))
                pace.note(chance.randrange(10**6), bulk)
                on_the_way.append(now + takes)
                arrived.append(now + chance.uniform(0, takes))
        clock.advance(timedelta(seconds=STEP * 5))
    assert most_in(1.0, arrived) <= 30
    assert len(arrived) > 60 * 10


def test_answers_beside_a_broadcast_take_as_much_as_they_need_of_the_30(clock: FakeClock) -> None:
    pace = Pace(clock)
    run(pace, clock, 2, bulk=True)
    sent = run(pace, clock, 10, bulk=True, answers=5)
    assert most_in(1.0, sent) <= 30
    assert len(sent) / 10 > 29


@pytest.mark.parametrize("taps", [1, 5, 10, 15])
def test_a_broadcast_gives_way_at_once(clock: FakeClock, taps: int) -> None:
    """So many people press something at the same moment, once a second; each is answered as soon as the 30 allow."""
    pace, waits, told, waiting = Pace(clock), [], 0, [0.0] * 0
    run(pace, clock, 2, bulk=True)
    begins = clock.monotonic()
    for second in range(10):
        waiting += [begins + second] * taps
        while clock.monotonic() < begins + second + 1:
            while waiting and pace.answers_now() > 0:
                arrives(pace, 10**6 + len(waits), bulk=False)
                waits.append(clock.monotonic() - waiting.pop(0))
            if pace.wait_for_bulk() <= 0:
                arrives(pace, told, bulk=True)
                told += 1
            clock.advance(timedelta(seconds=STEP))
    print(f"{taps} taps a second at once: longest wait {max(waits) * 1000:.0f} ms, {told / 10:.1f} told a second")
    assert len(waits) == 10 * taps
    assert max(waits) < 0.04 * taps
    assert told / 10 > 27.5 - 2 * taps


def test_a_tap_now_and_then_hardly_slows_a_broadcast_down(clock: FakeClock) -> None:
    pace, sent = Pace(clock), []
    end = clock.monotonic() + 30
    while clock.monotonic() < end:
        if clock.monotonic() % 1 < STEP:
            arrives(pace, 1_000_000, bulk=False)
        if pace.wait_for_bulk() <= 0:
            arrives(pace, len(sent), bulk=True)
            sent.append(clock.monotonic())
        clock.advance(timedelta(seconds=STEP))
    assert len(sent) / 30 > 26.5


def test_a_notice_to_one_or_another_puts_nobody_on_his_guard(clock: FakeClock) -> None:
    pace = Pace(clock)
    _to_one(pace, clock, 7, 10)
    for notice in range(7):
        pace.more_bulk(2, more=True)
        arrives(pace, notice, bulk=True)
        pace.more_bulk(2, more=False)
    assert pace.wait_for_answer() == 0
    assert [arrives(pace, 8, bulk=False) for _ in range(10) if pace.wait_for_chat(8) == 0] == [None] * 10


def test_answers_alone_are_not_held_back(clock: FakeClock) -> None:
    assert len(run(Pace(clock), clock, 1, bulk=False, answers=1)) > 400


def test_after_a_complaint_answers_are_held_to_30_a_second_for_a_while(clock: FakeClock) -> None:
    pace = Pace(clock)
    pace.complain()
    assert most_in(1.0, run(pace, clock, 3, bulk=False, answers=5)) <= 30
    assert most_in(1.0, run(pace, clock, 5, bulk=True)[60:]) <= 26  # a broadcast steps back, too
    clock.advance(timedelta(minutes=11))
    assert pace.wait_for_answer() == 0


def _to_one(pace: Pace, clock: FakeClock, chat: int, seconds: float) -> list[float]:
    sent, end = [], clock.monotonic() + seconds
    while clock.monotonic() < end:
        if pace.wait_for_chat(chat) <= 0:
            arrives(pace, chat, bulk=False)
            sent.append(clock.monotonic())
        clock.advance(timedelta(seconds=0.05))
    return sent


def test_one_person_gets_one_a_second_after_a_small_burst(clock: FakeClock) -> None:
    pace = Pace(clock)
    pace.complain()
    sent = _to_one(pace, clock, 7, 60)
    assert most_in(1.0, sent) <= 3
    assert 55 <= len(sent) <= 62


def test_a_group_gets_20_a_minute(clock: FakeClock) -> None:
    sent = _to_one(Pace(clock), clock, -7, 300)
    assert most_in(60.0, sent) <= 20
    assert len(sent) >= 95


def test_silent_chats_are_forgotten(clock: FakeClock) -> None:
    pace = Pace(clock)
    for chat in range(10_000):
        arrives(pace, chat, bulk=False)
        clock.advance(timedelta(seconds=0.1))
    assert len(pace._chats) < 6_000


def test_a_successor_counts_what_the_dead_one_sent_as_its_own(clock: FakeClock) -> None:
    """Wherever within a second it died: together they never send thirty in one."""
    for ago in (0.0, 0.3, 0.95):
        dead, before = Pace(clock), clock.monotonic()
        sent = run(dead, clock, 3, bulk=True)
        clock.advance(timedelta(seconds=ago))
        now, successor = clock.monotonic(), Pace(clock)
        successor.take_up([Sent(number, now - at, bulk=True) for number, at in enumerate(sent)], open_for=None)
        sent += run(successor, clock, 3, bulk=True)
        assert most_in(1.0, sent) <= 29, ago
        assert len(sent) > 28 * (clock.monotonic() - before - ago - 0.2)


def test_a_successor_leaves_a_group_and_a_chat_alone_that_had_enough(clock: FakeClock) -> None:
    successor = Pace(clock)
    group = [Sent(-7, 30.0, bulk=False)] * 20
    chat = [Sent(7, 0.5, bulk=False)] * 20
    successor.take_up([*group, *chat], open_for=None)
    assert 30.0 < successor.wait_for_chat(-7) <= 31.0
    assert 20.0 < successor.wait_for_chat(7) <= 20.5
    assert successor.wait_for_chat(8) == 0.0


@pytest.mark.parametrize(("open_for", "careful"), [(None, False), (-30.0, True), (599.0, True), (601.0, False)])
def test_a_successor_knows_that_the_door_complained(clock: FakeClock, open_for: float | None, careful: bool) -> None:
    successor = Pace(clock)
    successor.take_up([], open_for)
    for _ in range(3):
        arrives(successor, 7, bulk=False)
    assert (successor.wait_for_chat(7) > 0) is careful
