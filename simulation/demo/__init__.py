"""The story of L 店 for `python -m bot --demo`: invented neighbours who use every feature.

They speak to the web chat as phones do, so whatever the demo shows the bot itself has done.
"""

import logging
import random
from collections.abc import Sequence
from dataclasses import replace

from bot import app as machine
from bot.clock import clock_of, milliseconds
from bot.config import Settings
from bot.dialogue.feature import Feature
from simulation import one_thread
from simulation.demo import store, story
from simulation.web_phones import StoryClock, Town

FOLDER = "./data-demo"
PLACE = "L 店"


class NotOurs(Exception):
    """The database holds a real town, or a demo that was interrupted; the words say what to do."""


def settings_for_demo(settings: Settings) -> Settings:
    """The story has its own place, and strangers who write to a real bot must not meet it."""
    return replace(
        settings,
        telegram_token="",
        telegram_webhook_url="",
        telegram_webhook_secret="",
        bucket=None,
        place_name=PLACE,
        place_timezone="Asia/Urumqi",
        place_languages=("zh", "ug", "en"),
    )


async def fill(settings: Settings, features: Sequence[Feature]) -> None:
    """Once; a database that holds the story already is left as it is. Raises NotOurs, and what `build` raises."""
    present = clock_of(settings.clock_file).now()
    clock = StoryClock(present - story.BEFORE, present)
    # Hundreds of lines about people who do not exist.
    logging.disable(logging.INFO)
    # Nobody is served meanwhile, and whoever loses power here deletes the folder: no thread, no wait for the disk.
    app = await machine.build(settings, clock, features, random.SystemRandom(), connect=one_thread.connect)
    try:
        if await _may_tell(app):
            place, _ = await machine.ensure_place(app)
            for name, door in app.doors.items():
                await machine.introduce(app, name, door)
            await story.tell(Town(app, place, clock))
            await _note(app, store.TOLD)
    finally:
        logging.disable(logging.NOTSET)
        await app.close()


async def _may_tell(app: machine.App) -> bool:
    """Whether the story has still to be told; from here on it has begun."""
    async with app.database.read() as tx:
        told, empty = await store.chapters(tx), await store.is_empty(tx)
    if store.TOLD in told:
        return False
    if store.BEGUN in told:
        raise NotOurs(f"The demo in {app.settings.data_dir} was interrupted while it was made. Delete that folder.")
    if not empty:
        raise NotOurs("A real town lives in this database; the demo will not move in. Set DATA_DIR to a new folder.")
    await _note(app, store.BEGUN)
    return True


async def _note(app: machine.App, chapter: str) -> None:
    async with app.database.write() as tx:
        await store.note(tx, chapter, milliseconds(app.clock.now()))
