"""`python -m bot kit`: brings the kit of another shop to a place, where its lead takes it page by page."""

import argparse
import asyncio
from pathlib import Path

from bot.cli import opening, operating
from bot.clock import milliseconds
from bot.dialogue.feature import Command, Opened
from bot.i18n.texts import FALLBACK, render_plain
from handlers.kit import bringing, reading
from handlers.kit.reading import Fault
from handlers.kit.words import t


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the kit: a zip, or its kit.json")
    operating.add_place(parser)


async def _bring(opened: Opened, options: argparse.Namespace) -> int:
    place = await operating.find_place(opened, options)
    if place is None:
        return opening.BAD_SETTINGS
    try:
        data = await asyncio.to_thread(options.file.read_bytes)
    except OSError as error:
        opening.complain(f"{options.file} cannot be read: {error.strerror}.")
        return opening.BAD_SETTINGS
    kit = await asyncio.to_thread(reading.read, data)
    if isinstance(kit, Fault):
        opening.complain(render_plain(bringing.fault(kit), FALLBACK))
        return opening.BAD_SETTINGS
    async with opened.site.database.write() as tx:
        now = milliseconds(opened.site.clock.now())
        refused = await bringing.take_in(tx, place.id, kit, None, now)
    if refused is not None:
        opening.complain(render_plain(refused, FALLBACK))
        return opening.BAD_SETTINGS
    print(render_plain(t.came(place=kit.place, count=len(kit.sheets)), FALLBACK))
    return 0


KIT = Command("kit", "bring the kit of another shop, for a lead to take page by page", _bring, _arguments)
