"""What may stand in a sheet at this moment: nothing without the yes of whose it is, and nobody's name."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity.places import Place
from handlers.kit import rules as kit
from handlers.kit import store as kits
from handlers.press import rules, store
from handlers.press.rules import Kind, Length, Number
from handlers.press.store.pieces import Piece

Words = dict[tuple[Length, str], str]


@dataclass(frozen=True)
class Change:
    """How one was and how it is, each with its yes or missing."""

    number: int
    before: Piece | None
    after: Piece | None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(one for one in (self.before, self.after) if one is not None)


@dataclass(frozen=True)
class Gathered:
    """`words` are the team's, by length and language; `somebody_in` whose names something was left out for."""

    words: Words
    quotes: tuple[Piece, ...]
    changes: tuple[Change, ...]
    numbers: tuple[Number, ...]
    somebody_in: tuple[str, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return (*self.quotes, *(piece for one in self.changes for piece in one.pieces))


async def gather(tx: Tx, place: Place, now: int) -> Gathered:
    """Somebody may have come since it was written, so names are searched for each time."""
    known = await kits.people.names(tx, place.id)
    written = await store.stories.of(tx, place.id)
    named = {key: kit.people_in(said, known) for key, said in written.items()}
    words = {key: said for key, said in written.items() if not named[key]}
    agreed = await store.pieces.agreed(tx, place.id)
    said = [(one, kit.people_in(one.words, known)) for one in agreed if one.kind is not Kind.PICTURE]
    quotes = [one for one, found in said if not found]
    numbers = rules.tellable(await store.numbers.all_of(tx, place.id, now))
    somebody = dict.fromkeys(name for found in (*named.values(), *(found for _, found in said)) for name in found)
    return Gathered(words, tuple(quotes[: rules.MOST_QUOTES]), _changes(agreed), numbers, tuple(somebody))


def _changes(agreed: Sequence[Piece]) -> tuple[Change, ...]:
    pictures = [one for one in agreed if one.kind is Kind.PICTURE]
    found = []
    for idea_id in list(dict.fromkeys(one.idea_id for one in pictures))[: rules.MOST_CHANGES]:
        both = [one for one in pictures if one.idea_id == idea_id]
        before = next((one for one in both if not one.after), None)
        after = next((one for one in reversed(both) if one.after), None)
        found.append(Change(both[0].number, before, after))
    return tuple(found)
