"""Files that were made a moment ago, so that whoever asks in a loop costs the town nothing but their sending."""

import asyncio
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from bot.clock import milliseconds
from bot.database.db import Database
from bot.identity.places import Place
from bot.services import Site
from handlers.open_data import making
from handlers.open_data.making import File
from handlers.open_data.rules import Licence

FRESH = 30.0  # seconds; what was hidden is gone from the files after them
MOST = 24  # sheets that are kept at once; of all places together


@dataclass(frozen=True)
class Kept:
    """`made_at` is on the clock that never jumps, `changed_at` ms: since when the files read as they do."""

    files: dict[str, File]
    licence: Licence
    made_at: float
    changed_at: int


class Shelf:
    """What is kept of one database. One sheet is made at a time, however many ask."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, str], Kept] = {}
        self._making = asyncio.Lock()

    async def get(self, site: Site, place: Place, licence: Licence, name: str) -> Kept:
        key = place.id, name
        if (found := self._fresh(site, key, licence)) is not None:
            return found
        async with self._making:
            # Somebody who waited here as well may have made it meanwhile.
            if (found := self._fresh(site, key, licence)) is not None:
                return found
            async with site.database.read() as tx:
                sheet = await making.read(tx, place, licence, site.links, name)
            made = await asyncio.to_thread(making.made, sheet, place, site.links)
            before = self._kept.pop(key, None)
            same = before is not None and all(made[form].etag == before.files[form].etag for form in made)
            changed_at = before.changed_at if before is not None and same else milliseconds(site.clock.now())
            self._kept[key] = Kept(made, licence, site.clock.monotonic(), changed_at)
            while len(self._kept) > MOST:
                self._kept.pop(next(iter(self._kept)))
            return self._kept[key]

    def _fresh(self, site: Site, key: tuple[int, str], licence: Licence) -> Kept | None:
        found = self._kept.get(key)
        if found is None or found.licence is not licence or site.clock.monotonic() - found.made_at >= FRESH:
            return None
        return found


_SHELVES: WeakKeyDictionary[Database, Shelf] = WeakKeyDictionary()


def shelf_of(site: Site) -> Shelf:
    """Each database has one, which goes with it."""
    return _SHELVES.setdefault(site.database, Shelf())
