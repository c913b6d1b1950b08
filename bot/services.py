"""What is at hand for pages, makers and commands of an operator: database, clock, links, pictures, no machinery."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.clock import Clock
from bot.database.db import Database
from bot.doors.door import TELEGRAM, WEB
from bot.gateway.files import Shelf
from bot.identity.columns import PersonColumn
from bot.media.pictures import Pictures

PUBLIC_PAGES = "/p/"  # of all places; behind it, by its code, that of one


@dataclass
class Links:
    """The addresses under which people reach this bot. `telegram` is its name there, known once Telegram said."""

    web: str
    telegram: str | None = None

    def at(self, door: str, code: str) -> str:
        """A link that opens the bot with `/start code`, through the given door."""
        if door == TELEGRAM and self.telegram:
            return f"https://t.me/{self.telegram}?start={code}"
        return f"{self.web}/#{code}"

    def page(self, place_code: str, number: int | None = None) -> str:
        """The public page of a place, or of the idea with this number in it."""
        return f"{self.web}{PUBLIC_PAGES}{place_code}" + (f"/{number}" if number is not None else "")

    @property
    def only_here(self) -> bool:
        """Whether the web address means this very machine, so that it is no use to anybody else."""
        return any(here in self.web for here in ("://localhost", "://127."))

    def each(self, code: str) -> list[str]:
        """To pass on: through the web chat, and through Telegram where that is open."""
        return [self.at(WEB, code), *([self.at(TELEGRAM, code)] if self.telegram else [])]

    def anywhere(self, code: str) -> str:
        """For a poster or a message to somebody else: the web chat needs no app."""
        return self.at(WEB, code)


@dataclass(frozen=True)
class Site:
    """What a page may use."""

    database: Database
    clock: Clock
    links: Links
    pictures: Pictures
    # The files of the web chat, for whoever takes her own along.
    shelf: Shelf
    # What the tables know of a person, for whoever makes a file of it.
    person_columns: tuple[PersonColumn, ...] = ()
    # Opens what is sealed, for its own person; None where its key is gone.
    opens: Callable[[str], str | None] | None = None


# The bytes of a picture or a file, from what `Made.about` says. Raises LookupError when there is nothing to make.
Maker = Callable[[Site, str], Awaitable[bytes]]
