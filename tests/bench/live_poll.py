"""What 500 votes do to a live poll and to those who wait for an answer: `python -m tests.bench.live_poll`.

The whole bot with its real dispatch, outbox and database; the clock is ours, so that a second lasts as long as it
takes. Votes come in bursts of `A_SECOND`; after each the refresh job runs, as it does once a second.
"""

import argparse
import asyncio
import tempfile
import time
import warnings
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from bot.doors.door import TELEGRAM
from bot.identity.roles import Role
from handlers import FEATURES
from handlers.polls.ballot import live
from handlers.polls.store import live as live_store
from tests.street import Street, open_street
from tests.telegram_server import Control, Person, person

FIRST = 50_000  # the number of the first voter
A_SECOND = 50
LANGUAGES = ("zh", "ug", "en")


@dataclass
class Figures:
    """Milliseconds of processor time, since others share it; `shortest_gap` is in seconds."""

    votes: list[float] = field(default_factory=list)
    refreshes: list[float] = field(default_factory=list)
    edits: int = 0
    shortest_gap: float = float("inf")
    most_a_second: int = 0
    seconds_after: int = 0
    wrong: int = 0


async def populated(street: Street, count: int) -> None:
    """So many members at Telegram, without the walk there."""
    control = Control(street.telegram)
    now, place = milliseconds(street.clock.now()) - 1000, street.place.id
    control.people(FIRST, count)
    async with street.bot.database.write() as tx:
        ids = range(FIRST, FIRST + count)
        await tx.many(
            "INSERT INTO people (id, name, language, consented_at, place_id, created_at) VALUES (?, ?, ?, ?, ?, ?)",
            [(one, f"P{one}", LANGUAGES[one % 3], now, place, now) for one in ids],
        )
        await tx.many(
            "INSERT INTO identities (door, user_id, chat_id, person_id, spoke_at) VALUES (?, ?, ?, ?, ?)",
            [(TELEGRAM, one, one, one, now) for one in ids],
        )
        await tx.many(
            "INSERT INTO members (person_id, place_id, joined_at) VALUES (?, ?, ?)",
            [(one, place, now) for one in ids],
        )


async def publish(street: Street, count: str) -> None:
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    await volunteer.says("/newpoll Which colour?\nGreen\nBlue\nRed")
    for label in ("That’s all", "One option each", "In three days", count, "Send it to everybody"):
        await volunteer.presses(label)


async def refresh(street: Street) -> float:
    """One run of the job, as the scheduler makes it; returns how much work it was."""
    started = time.process_time()
    async with street.bot.database.write() as tx:
        now = street.clock.now()
        await live.refresh(Notices(tx, now, street.place, street.bot.town, street.bot.links))
    return (time.process_time() - started) * 1000


async def burst(street: Street, count: int) -> Figures:
    """Everybody votes once; then seconds pass until no message shows old numbers."""
    figures, seen = Figures(), len(street.telegram.calls)
    refreshed: dict[tuple[int, str], list[float]] = defaultdict(list)
    voters = [person(street.telegram, FIRST + number, f"P{number}", "zh") for number in range(count)]
    for start in range(0, count, A_SECOND):
        for number, one in enumerate(voters[start : start + A_SECOND], start=start):
            question = max(one.chat.messages)
            one.taps(one.chat.messages[question], f"polls.vote:1:{number % 3 + 1}")
        started = time.process_time()
        while await street.bot.pollings[TELEGRAM].poll(0):
            pass
        figures.votes.append((time.process_time() - started) * 1000 / A_SECOND)
        await street.settle()
        seen = await _a_second(street, figures, refreshed, seen)
    while await _stale(street):
        seen = await _a_second(street, figures, refreshed, seen)
        figures.seconds_after += 1
    for times in refreshed.values():
        gaps = [later - earlier for earlier, later in pairwise(times)]
        figures.shortest_gap = min([figures.shortest_gap, *gaps])
    if figures.edits:
        figures.wrong = _wrong(voters)
    return figures


def _wrong(voters: list[Person]) -> int:
    """How many do not read the right numbers in the message that asked them."""
    count, wrong = len(voters), 0
    expected = [str(sum(number % 3 == option for number in range(count))) for option in range(3)]
    for one in voters:
        lines = one.transcript()[-1].text.splitlines()
        counted = [line for line in lines if "–" in line]
        wrong += not all(number in line for number, line in zip(expected, counted, strict=True))
    return wrong


async def _a_second(
    street: Street, figures: Figures, refreshed: dict[tuple[int, str], list[float]], seen: int
) -> int:
    street.clock.advance(timedelta(seconds=1))
    seen = len(street.telegram.calls)
    figures.refreshes.append(await refresh(street))
    await street.settle()
    edits = [call for call in street.telegram.calls[seen:] if call.method == "editmessagetext"]
    figures.edits += len(edits)
    figures.most_a_second = max(figures.most_a_second, len(edits))
    for call in edits:
        refreshed[call.chat or 0, str(call.values["message_id"])].append(call.at)
    return len(street.telegram.calls)


async def _stale(street: Street) -> bool:
    async with street.bot.database.read() as tx:
        return await live_store.somewhere_stale(tx)


async def _measure(count: int, shown: str) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        async with open_street(Path(folder), FEATURES) as street:
            await populated(street, count)
            await publish(street, shown)
            return await burst(street, count)


def _row(what: str, value: str) -> None:
    print(f"  {what:<66}{value:>14}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="A burst of votes on a live poll, beside the same on a hidden one.")
    parser.add_argument("--votes", type=int, default=500)
    count = parser.parse_args().votes
    warnings.filterwarnings("ignore", "Please use")  # one call for every method is what the outbox wants
    hidden = asyncio.run(_measure(count, "Only after the close"))
    shown = asyncio.run(_measure(count, "Yes, all the time"))
    _row("votes and people asked", f"{count}")
    _row("a vote, hidden poll: processor time, slowest burst", f"{max(hidden.votes):.1f} ms")
    _row("a vote, live poll: processor time, slowest burst", f"{max(shown.votes):.1f} ms")
    _row("a vote, hidden poll: processor time, mean", f"{sum(hidden.votes) / len(hidden.votes):.1f} ms")
    _row("a vote, live poll: processor time, mean", f"{sum(shown.votes) / len(shown.votes):.1f} ms")
    _row("one refresh: processor time, mean", f"{sum(shown.refreshes) / len(shown.refreshes):.1f} ms")
    _row("one refresh: processor time, longest", f"{max(shown.refreshes):.1f} ms")
    _row("edits in place for live counts, all together", f"{shown.edits}")
    _row("edits in the fullest second", f"{shown.most_a_second}")
    _row("shortest time between two such edits of one message", f"{shown.shortest_gap:.1f} s")
    _row("seconds after the last vote until every message is right", f"{shown.seconds_after}")
    _row("messages that end with wrong numbers", f"{shown.wrong}")


if __name__ == "__main__":
    main()
