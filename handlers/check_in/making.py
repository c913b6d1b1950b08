"""The picture with the code, made when the message leaves; the code itself is kept nowhere."""

import asyncio
from io import BytesIO

from bot.identity import places
from bot.services import Site
from handlers.check_in import rules, store

DOTS, QUIET = 12, 4  # a module, in dots; around the code, in modules (ISO/IEC 18004, 6.3.8)


async def picture_for(site: Site, about: str) -> bytes:
    """`about` is the place, kind, id, window and door. Raises LookupError for what has no secret."""
    place_id, kind, thing_id, window, door = about.split(":")
    async with site.database.read() as tx:
        place = await places.place(tx, int(place_id))
        secret = await store.find(tx, place.id, kind, int(thing_id))
    if secret is None:
        raise LookupError("nobody arrives here")
    code = rules.code(place.code, kind[0], int(thing_id), secret, int(window))
    return await asyncio.to_thread(_drawn, site.links.at(door, code))


def _drawn(address: str) -> bytes:
    """Blocks."""
    import segno  # late: a start draws no code

    file = BytesIO()
    segno.make(address, error="m", micro=False).save(file, kind="png", scale=DOTS, border=QUIET)
    return file.getvalue()
