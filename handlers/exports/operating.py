"""`python -m bot export`: what happened in a place as a file, for whoever runs the bot."""

import argparse
from pathlib import Path

from bot.cli import opening, operating
from bot.clock import milliseconds
from bot.dialogue.feature import Command, Opened
from handlers.exports import making, store


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="where to write it, as a zip")
    operating.add_place(parser)


async def _export(opened: Opened, options: argparse.Namespace) -> int:
    """On record like every other one."""
    place = await operating.find_place(opened, options)
    if place is None:
        return opening.BAD_SETTINGS
    async with opened.site.database.write() as tx:
        export_id = await store.record.note(tx, place.id, None, milliseconds(opened.site.clock.now()))
    if not operating.write(options.file, await making.zip_for(opened.site, str(export_id))):
        return opening.BAD_SETTINGS
    return 0


EXPORT = Command("export", "write what happened in a place as CSV and JSON", _export, _arguments)
