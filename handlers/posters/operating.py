"""`python -m bot poster`: the poster as a file, for whoever runs the bot."""

import argparse
from pathlib import Path

from bot.cli import opening, operating
from bot.dialogue.feature import Command, Opened
from handlers.posters import making


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="where to write it, as a PDF")
    operating.add_place(parser)
    parser.add_argument("--png", action="store_true", help="as a picture instead")


async def _poster(opened: Opened, options: argparse.Namespace) -> int:
    place = await operating.find_place(opened, options)
    if place is None:
        return opening.BAD_SETTINGS
    draw = making.picture_for if options.png else making.pdf_for
    if not operating.write(options.file, await draw(opened.site, str(place.id))):
        return opening.BAD_SETTINGS
    if opened.site.links.only_here:
        opening.complain("Its code opens on this machine only: set WEB_URL before you print it.")
    return 0


POSTER = Command("poster", "draw the poster with a place's QR code", _poster, _arguments)
