"""How fast we speak: 30 a second in all while something goes to many, one a second to one, 20 a minute to a group."""

import random
from datetime import timedelta

import pytest

from bot.pace import Pace
from tests.street import FakeClock

STEP = 0.002  # seconds


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def run(pace: Pace, clock: FakeClock, seconds: float, bulk: bool, answers: int = 0) -> list[float]:
    """Sends whenever it may, for so long: bulk to ever new people, and so many answers waiting at any time."""
    pace.more_bulk(3, more=bulk)
    sent, chat, end = [], 0, clock.monotonic() + seconds
    while clock.monotonic() < end:
        for _ in range(answers):
            if pace.wait_for_answer() <= 0 and pace.answers_now() > 0:
                chat += 1
                pace.note(chat, bulk=False)
                sent.append(clock.monotonic())
        while bulk and pace.wait_for_bulk() <= 0:
            chat += 1
            pace.note(chat, bulk=True)
            sent.append(clock.monotonic())
        clock.advance(timedelta(seconds=STEP))
    return sent


def most_in(seconds: float, sent: list[float]) -> int:
    return max(sum(1 for at in sent if begin <= at < begin + seconds) for begin in sent)


def test_a_broadcast_keeps_to_25_a_second_and_reaches_nearly_that(clock: FakeClock) -> None:
    sent = run(Pace(clock), clock, 20, bulk=True)
    assert most_in(1.0, sent) <= 26  # 25 and one at either end
    assert 24.5 < len(sent) / 20 <= 25.1


def test_a_broadcast_that_is_held_up_again_and_again_makes_up_for_it(clock: FakeClock) -> None:
    pace, chance, sent = Pace(clock), random.Random(1), []
    end = clock.monotonic() + 60
    while clock.monotonic() < end:
        if pace.wait_for_bulk() <= 0:
            pace.note(len(sent), bulk=True)
            sent.append(clock.monotonic())
        clock.advance(timedelta(seconds=max(pace.wait_for_bulk(), STEP) + chance.uniform(0, 0.06)))
    assert most_in(1.0, sent) <= 28
    assert len(sent) / 60 > 23


def test_what_was_held_up_on_its_way_counts_from_its_answer(clock: FakeClock) -> None:
    """Eight calls hang for a second, arrive together, and those that follow must leave room for them."""
    pace = Pace(clock)
    run(pace, clock, 3, bulk=True)
    hanging = [pace.note(number, bulk=True) for number in range(8)]
    clock.advance(timedelta(seconds=1.5))
    arrived = clock.monotonic()
    for left_at in hanging:
        pace.note_answer(left_at)
    sent = run(pace, clock, 3, bulk=True, answers=1)
    assert most_in(1.0, [arrived] * 8 + sent) <= 30


def test_answers_beside_a_broadcast_stay_below_30_a_second_together(clock: FakeClock) -> None:
    pace = Pace(clock)
    run(pace, clock, 2, bulk=True)
    sent = run(pace, clock, 10, bulk=True, answers=5)
    assert most_in(1.0, sent) <= 30
    assert len(sent) / 10 > 27


def test_a_tap_now_and_then_does_not_slow_a_broadcast_down(clock: FakeClock) -> None:
    pace, sent = Pace(clock), []
    end = clock.monotonic() + 30
    while clock.monotonic() < end:
        if clock.monotonic() % 1 < STEP:
            pace.note(1_000_000, bulk=False)
        if pace.wait_for_bulk() <= 0:
            pace.note(len(sent), bulk=True)
            sent.append(clock.monotonic())
        clock.advance(timedelta(seconds=STEP))
    assert len(sent) / 30 > 24.5


def test_answers_alone_are_not_held_back(clock: FakeClock) -> None:
    assert len(run(Pace(clock), clock, 1, bulk=False, answers=1)) > 400


def test_after_a_complaint_answers_are_held_to_30_a_second_for_a_while(clock: FakeClock) -> None:
    pace = Pace(clock)
    pace.complain()
    assert most_in(1.0, run(pace, clock, 3, bulk=False, answers=5)) <= 30
    clock.advance(timedelta(minutes=11))
    assert pace.wait_for_answer() == 0


def _to_one(pace: Pace, clock: FakeClock, chat: int, seconds: float) -> list[float]:
    sent, end = [], clock.monotonic() + seconds
    while clock.monotonic() < end:
        if pace.wait_for_chat(chat) <= 0:
            pace.note(chat, bulk=False)
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
        pace.note(chat, bulk=False)
        clock.advance(timedelta(seconds=0.1))
    assert len(pace._chats) < 6_000
