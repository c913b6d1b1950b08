"""`python -m bot digest`: today's and this week's digests now, or only what would be in them."""

import argparse
from collections import Counter

from bot.dialogue.feature import Command, Opened
from bot.dialogue.notices import Notices
from bot.i18n.texts import render_plain
from bot.identity import places
from handlers.digests import jobs
from handlers.digests.rules import Kind


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--show", action="store_true", help="say what would be sent of each kind, and send nothing")


async def _digest(opened: Opened, options: argparse.Namespace) -> int:
    """Queues them; the running bot sends."""
    queued: Counter[Kind] = Counter()
    async with opened.site.database.write() as tx:
        for place in await places.all_places(tx):
            notices = Notices(tx, opened.site.clock.now(), place, opened.town, opened.site.links)
            if options.show:
                await _show(notices)
            else:
                queued += await jobs.send_now(notices)
    if not options.show:
        kinds = ", ".join(f"{kind} {queued[kind]}" for kind in Kind)
        print(f"Digests queued: {queued.total()} ({kinds})")
    return 0


async def _show(notices: Notices) -> None:
    for kind in Kind:
        readers, text = await jobs.preview(notices, kind)
        print(f"{notices.place.name}, {kind}: {readers} to write to")
        if text is not None:
            print(render_plain(text, notices.place.languages[0]))


DIGEST = Command("digest", "send today's and this week's digests now", _digest, _arguments)
