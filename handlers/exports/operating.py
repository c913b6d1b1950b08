"""`python -m bot export`: what happened in a place as a file, for whoever runs the bot."""

import argparse
from pathlib import Path

from bot.app import App
from bot.cli import opening, operating
from bot.clock import milliseconds
from bot.dialogue.feature import Command
from handlers.exports import making, store


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="where to write it, as a zip")
    operating.add_place(parser)


async def _export(app: App, options: argparse.Namespace) -> int:
    """On record like every other one."""
    place = await operating.find_place(app, options)
    if place is None:
        return opening.BAD_SETTINGS
    async with app.database.write() as tx:
        export_id = await store.note(tx, place.id, None, milliseconds(app.clock.now()))
    if not operating.write(options.file, await making.zip_for(app.site, str(export_id))):
        return opening.BAD_SETTINGS
    return 0


EXPORT = Command("export", "write what happened in a place as CSV and JSON", _export, _arguments)
