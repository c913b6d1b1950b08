"""What a press costs in a town of a hundred ideas, and in one of a hundred thousand ideas and a million votes.

Filled by SQL, walked through the real screens at the web door, in one process and on one clock that stands still.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from bot.identity.roles import Role
from handlers import FEATURES
from handlers.polls.store import polls
from tests.bench import grown
from tests.neighbour import Neighbour, OnTheWeb
from tests.street import Street, open_street

TIMES = 9
READERS = 3  # of a digest: what one has read is not told her again
SMALL = 100


@dataclass(frozen=True)
class Walk:
    """Milliseconds of processor time of each screen, by its name, in the order they were walked."""

    ideas: int
    took: dict[str, float]


def measure(sizes: list[int], folder: Path | None = None) -> list[Walk]:
    return [asyncio.run(_walked(size, folder)) for size in sizes]


async def _walked(ideas: int, kept: Path | None) -> Walk:
    with tempfile.TemporaryDirectory(prefix="nestbox-growth-", dir=kept) as folder:
        async with open_street(Path(folder), FEATURES) as street:
            people = [await street.arrives(f"R{number}", language="en") for number in range(2)]
            team = [
                await street.arrives(f"T{number}{role}", language="en", role=role)
                for number in range(READERS)
                for role in (Role.VOLUNTEER, Role.SHOPKEEPER)
            ]
            await grown.fill(street, ideas)
            return Walk(ideas, await _screens(street, people, team, ideas))


async def _screens(street: Street, people: list[Neighbour], team: list[Neighbour], ideas: int) -> dict[str, float]:
    reader, writer = people
    took = {
        "vote, hidden poll": await _votes(street, reader, grown.HIDDEN),
        "vote, live poll": await _votes(street, reader, grown.LIVE),
        "suggest, with look-alikes": await _suggests(writer, grown.more_words(ideas, TIMES)),
        "public page": await _median(lambda: _reads(street, reader, "")),
        "public page, one status": await _median(lambda: _reads(street, reader, "?status=agreed")),
        "feed": await _median(lambda: _reads(street, reader, "/feed.atom")),
        "board, newest": await _median(lambda: reader.says("/ideas")),
        "board, by support": await _supported(reader),
        "desk": await _median(lambda: team[0].says("/desk")),
        "/polls": await _median(lambda: reader.says("/polls")),
    }
    for name, readers in (("digest of the team", team[::2]), ("digest of the shop", team[1::2])):
        took[name] = statistics.median([await _timed(one.says("/digest")) for one in readers])
    return took


async def _votes(street: Street, one: Neighbour, question: str) -> float:
    """Chooses and takes back by turns, on the screen of the poll itself."""
    async with street.bot.database.read() as tx:
        poll_id = await tx.one(int, "SELECT id FROM polls WHERE question = ?", question)
        first = (await polls.options(tx, poll_id or 0))[0]
    await one.says("/polls")
    await _presses(one, f"polls.open_poll:{poll_id}")
    address = f"polls.vote:{poll_id}:{first.id}"
    return statistics.median([await _presses(one, address) for _ in range(TIMES)])


async def _suggests(one: Neighbour, wishes: list[str]) -> float:
    """Her words and the press on their place, where look-alikes are looked for."""
    took = []
    for words in wishes:
        await one.says("/suggest")
        said = await _timed(one.says(words))
        took.append(said + await _presses(one, "ideas.at_spot:"))
        if any(data.startswith("ideas.mine_is_different") for data in await _addresses(one)):
            await _presses(one, "ideas.mine_is_different")
    return statistics.median(took)


async def _supported(one: Neighbour) -> float:
    took = []
    for _ in range(TIMES):
        await one.says("/ideas")
        await _presses(one, "ideas.narrow:")
        took.append(await _presses(one, "ideas.show_view:top"))
    return statistics.median(took)


async def _reads(street: Street, one: Neighbour, path: str) -> None:
    assert isinstance(one, OnTheWeb)
    answer = await one.client.get(f"/p/{street.place.code}{path}")
    assert answer.status_code == 200, path


async def _presses(one: Neighbour, address: str) -> float:
    """The newest button that leads there; how long the answer took."""
    for message in reversed(await one.screen()):
        for row in message.buttons:
            for _, data in row:
                if data == address or data.startswith(address):
                    return await _timed(one.taps(message.id, data))
    raise RuntimeError(f"nobody sees {address}")


async def _addresses(one: Neighbour) -> list[str]:
    return [data for row in (await one.last()).buttons for _, data in row]


async def _median(walk: Callable[[], Awaitable[object]]) -> float:
    await walk()  # templates and statements are read once
    return statistics.median([await _timed(walk()) for _ in range(TIMES)])


async def _timed(walk: Awaitable[object]) -> float:
    began = time.process_time()  # others share the machine
    await walk
    return (time.process_time() - began) * 1000
