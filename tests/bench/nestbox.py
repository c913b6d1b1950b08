"""Everything the bench knows of Nestbox itself: how it starts, what to say to it, who is in its database."""

import asyncio
from pathlib import Path

from bot.clock import SystemClock, milliseconds
from bot.database import connecting
from bot.database.db import Database
from bot.database.migrations import migrate
from bot.doors.door import TELEGRAM
from bot.identity import people, places
from bot.outbox.message import Address, Lane
from bot.outbox.queue import queue_call
from tests.bench.programs import Fake

COMMAND = ("-m", "bot")
HEALTH = "/healthz"
TEXT = "/help"  # one reply for each, and the same words the echo bot gets
HOME = "/start"  # what brings up a message with buttons for somebody who has agreed before
LANGUAGE = "en"
NEWS = "The wall will be painted on Saturday at four. Bring old clothes."
SETTLE = 60.0  # seconds to wait for the answers of a preparation
BATCH = 500  # rows in one transaction of the seeding


def settings(folder: Path) -> dict[str, str]:
    return {"DATA_DIR": str(folder), "WEB_HOST": "127.0.0.1", "LOG_LEVEL": "WARNING"}


def seed_people(where: Path | str, first_id: int, count: int) -> None:
    """People who have chosen a language and agreed, so that rounds measure answers and not first meetings.

    `where` is the bot's folder, or the URL of its database.
    """
    if isinstance(where, Path):
        where.mkdir(parents=True, exist_ok=True)
    asyncio.run(_seed_people(where, first_id, count))


def seed_broadcast(where: Path | str, first_id: int, count: int) -> None:
    """A message to each, queued as a broadcast queues it; expects seeded people."""
    asyncio.run(_seed_broadcast(where, first_id, count))


def warm_up(fake: Fake, first_id: int, count: int) -> None:
    """One answer to each, so that imports and connections are not measured."""
    _say(fake, TEXT, first_id, count)


def open_home(fake: Fake, first_id: int, count: int) -> None:
    """Everybody gets a message with buttons."""
    _say(fake, HOME, first_id, count)


def _say(fake: Fake, text: str, first_id: int, count: int) -> None:
    before = fake.does("burst", texts=[text], count=count, chats=count, first_id=first_id)
    fake.does("replies", count=before + count, within=SETTLE)
    fake.does("quiet", for_seconds=0.5, within=SETTLE)


async def open_database(where: Path | str) -> Database:
    url = where if isinstance(where, str) else f"sqlite:///{(where / 'nestbox.db').absolute()}"
    database = connecting.connect(url)
    await database.open()
    await migrate(database)
    return database


async def _seed_people(where: Path | str, first_id: int, count: int) -> None:
    database, now = await open_database(where), milliseconds(SystemClock().now())
    try:
        async with database.write() as tx:
            known = await places.all_places(tx)
            place = (
                known[0] if known else await places.make_place(tx, "Shop L", "Asia/Urumqi", ("zh", "ug", "en"), now)
            )
        for start in range(first_id, first_id + count, BATCH):
            async with database.write() as tx:
                for user_id in range(start, min(start + BATCH, first_id + count)):
                    await people.add_stranger(tx, TELEGRAM, user_id, user_id, f"P{user_id}", place.id, now)
                    speaker = await people.find_speaker(tx, TELEGRAM, user_id)
                    if speaker is None:
                        raise LookupError(user_id)
                    await people.choose_language(tx, speaker.person.id, LANGUAGE)
                    await people.agree(tx, speaker.person.id, now)
    finally:
        await database.close()


async def _seed_broadcast(where: Path | str, first_id: int, count: int) -> None:
    database, now = await open_database(where), SystemClock().now()
    try:
        for start in range(first_id, first_id + count, BATCH):
            async with database.write() as tx:
                for user_id in range(start, min(start + BATCH, first_id + count)):
                    speaker = await people.find_speaker(tx, TELEGRAM, user_id)
                    if speaker is None:
                        raise LookupError(user_id)
                    to = Address(TELEGRAM, user_id, LANGUAGE, speaker.person.id)
                    words = {"text": NEWS}
                    await queue_call(tx, to, "sendMessage", words, Lane.BROADCAST, now, campaign="bench")
    finally:
        await database.close()
