"""Whether the place gets better, as people said it, beside photos from the same spot before and after."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.database.db import Tx
from bot.i18n.texts import Text, clean
from handlers.board import rules, showing, store
from handlers.board.showing import Here, Pair
from handlers.board.store import Photo
from handlers.pulse import store as pulse
from handlers.pulse.rules import MOST_ON_PAGE
from handlers.pulse.words import public_lines, result_head


@dataclass(frozen=True)
class Quarter:
    """`stories` as people wrote them, who agreed to that."""

    head: Text
    lines: list[Text]
    stories: list[str]


@dataclass(frozen=True)
class Pulse:
    quarters: list[Quarter]
    pairs: list[tuple[str, Pair]]  # each with the address of its idea


async def of(tx: Tx, here: Here) -> Pulse | None:
    """None before five have answered a round that is over."""
    place = here.place
    quarters = []
    for one in await pulse.rounds.closed(tx, place.id, rules.MOST_QUARTERS):
        lines = public_lines(one, await pulse.counts.of(tx, one.id))
        if lines:
            told = await pulse.stories.on_page(tx, one.id, MOST_ON_PAGE)
            head = result_head(one, place.clocks)
            quarters.append(Quarter(head, lines, [clean(each) for each in told]))
    return Pulse(quarters, await _pairs(tx, here)) if quarters else None


async def _pairs(tx: Tx, here: Here) -> list[tuple[str, Pair]]:
    newest = await store.with_before_and_after(tx, here.place.id, rules.MOST_PAIRS)
    photos = await store.photos(tx, [idea_id for idea_id, _ in newest])
    found = []
    for idea_id, number in newest:
        pair = _side_by_side(here, number, [one for one in photos if one.idea_id == idea_id])
        if pair is not None:
            found.append((here.idea(number), pair))
    return found


def _side_by_side(here: Here, number: int, photos: Sequence[Photo]) -> Pair | None:
    """The first one and the newest of how it is now, small."""
    before = next((one for one in photos if not one.after), None)
    after = next((one for one in reversed(photos) if one.after), None)
    if before is None or after is None:
        return None
    return Pair(*(showing.picture(here, number, one, small=True) for one in (before, after)))
