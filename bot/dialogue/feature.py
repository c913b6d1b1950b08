"""Feature, Job, Page, Command: the table of contents of one folder of the town."""

from argparse import ArgumentParser, Namespace
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response

from bot.config import Settings
from bot.database.db import Database, Tx
from bot.dialogue.actions import Action, UnknownAddress
from bot.dialogue.context import Context
from bot.dialogue.incoming import Location, Photo, Voice
from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.i18n.texts import Text
from bot.identity.columns import JOINED_BY_HAND, MACHINE, MACHINE_PICTURES, PersonColumn, PictureColumn
from bot.identity.groups import GroupWords
from bot.identity.places import Place
from bot.outbox.message import split_address
from bot.relay.encryption import Seal
from bot.services import Maker, Site

T = TypeVar("T")
Heard = str | Photo | Voice | Location


@dataclass(frozen=True)
class Job:
    """Wakes at least every `seconds`, and asks its own columns what is due at `notices.now`.

    Runs once a place, in a transaction of its own; a run that was missed is made up by the next one. A job that
    wakes often asks in `anything_due` first, which only reads and so makes no writer wait.
    """

    name: str
    run: Callable[[Notices], Awaitable[None]]
    seconds: int = 20
    anything_due: Callable[[Tx], Awaitable[bool]] | None = None


@dataclass(frozen=True)
class Page:
    """A page on the web. It reads the database itself; nothing on a page changes anything."""

    path: str
    answer: Callable[[Request, Database], Awaitable[Response]]


@dataclass(frozen=True)
class SitePage:
    """The same for a page that also needs the clock, links or pictures."""

    path: str
    answer: Callable[[Request, Site], Awaitable[Response]]


@dataclass(frozen=True)
class Opened:
    """A town whose database is open, without its doors: what an operator's command works with."""

    settings: Settings
    site: Site
    town: "Town"


@dataclass(frozen=True)
class Command:
    """What an operator types after `python -m bot`: `run` returns the exit status, `arguments` adds its own.

    The database is open and the bot does not run in this process; in another one it may.
    """

    name: str
    help: str
    run: Callable[[Opened, Namespace], Awaitable[int]]
    arguments: Callable[[ArgumentParser], object] | None = None


@dataclass(frozen=True)
class Link:
    """What a `/start` code opens, given what stands behind its prefix and first "-"."""

    open: Callable[[Context, str], Awaitable[None]]
    # Also for somebody who has not agreed yet, and would otherwise be asked to first.
    for_newcomers: bool = False


@dataclass(frozen=True)
class Front:
    """The screens that a footer leads to, in the place of one and below a message that stays; and how a newcomer is
    led on to the next step."""

    home: Action[[]]
    home_below: Action[[]]
    help: Action[[]]
    help_below: Action[[]]
    greets: Callable[[Context], Awaitable[None]]


@dataclass(frozen=True)
class FileReader:
    """What becomes of a file that somebody was asked for (`Context.fetch_file`).

    `read` makes sense of its bytes in a thread, outside any transaction, and never raises for what strangers may
    write; `came` is told for whom and what was read, or None where the file could not be had.
    """

    read: Callable[[bytes], object]
    came: Callable[[Notices, int, object | None], Awaitable[None]]


@dataclass(frozen=True)
class Feature:
    """What one folder offers. `name` is the folder's; `sentence` says what people can do there."""

    name: str
    sentence: str
    actions: tuple[Action[...], ...]
    jobs: tuple[Job, ...] = ()
    pages: tuple[Page | SitePage, ...] = ()
    management_commands: tuple[Command, ...] = ()
    # What is behind a `/start` code, by its prefix.
    links: Mapping[str, Link] | None = None
    # What its tables know of people, and what it does when one of them leaves or two become one: its `people.py`.
    people: People = field(default_factory=People)
    # Takes a later photo of an album it already has the first one of; says whether it did.
    joins_album: Callable[[Context, Photo], Awaitable[bool]] | None = None
    # Takes what nobody asked for: words, a photo, a voice note, a location.
    hears: Callable[[Context, Heard], Awaitable[None]] | None = None
    # Takes `/27`, the number people say aloud.
    opens_number: Callable[[Context, int], Awaitable[None]] | None = None
    # Told when a picture was fetched and cleaned (`media_id`), or refused (`media_id`, reason).
    picture_ready: Callable[[Notices, int], Awaitable[None]] | None = None
    picture_refused: Callable[[Notices, int, str], Awaitable[None]] | None = None
    # Reads the files it asks for; their bytes are kept nowhere.
    file_reader: FileReader | None = None
    # What another feature asks of all that have something for it, found by its type: see `Town.offered`.
    offers: tuple[object, ...] = ()
    # Told that a button was pressed which belongs to another place of the person.
    of_another_place: Callable[[Context, Place], Awaitable[None]] | None = None
    # Pictures and files that are made when a message leaves; the keys are what `Made.maker` says.
    makes: Mapping[str, Maker] | None = None
    front: Front | None = None
    # Asks what she is called, below a message that stays.
    asks_name: Action[[]] | None = None
    # What is answered in a group, by its command; nothing else that is said there is answered or kept.
    group_commands: Mapping[str, Callable[[Notices, GroupWords], Awaitable[Text]]] | None = None
    # For the command list of a phone: commands, whose words are `menu-…` in this feature's texts.
    menu: tuple[str, ...] = ()


@dataclass(frozen=True)
class Town:
    """All features together; refuses doubles when it is put together."""

    features: tuple[Feature, ...]
    # Closes what nobody who reads the database alone shall know.
    seal: Seal | None = None
    # Names and ports inside the operator's own network that relays may lead to.
    relay_hosts: frozenset[tuple[str, int]] = frozenset()

    @cached_property
    def actions(self) -> dict[str, Action[...]]:
        found: dict[str, Action[...]] = {}
        for feature in self.features:
            for one in feature.actions:
                if one.name in found:
                    raise ValueError(f"two actions are called {one.name}")
                found[one.name] = one
        return found

    @cached_property
    def aliases(self) -> dict[str, Action[...]]:
        """What actions were called before."""
        found: dict[str, Action[...]] = {}
        for one in self.actions.values():
            for alias in one.aliases:
                if alias in found or alias in self.actions:
                    raise ValueError(f"two actions are called {alias}")
                found[alias] = one
        return found

    @cached_property
    def commands(self) -> dict[str, Action[...]]:
        found: dict[str, Action[...]] = {}
        for one in self.actions.values():
            if one.command:
                if one.command in found:
                    raise ValueError(f"two actions answer /{one.command}")
                found[one.command] = one
        return found

    @cached_property
    def links(self) -> dict[str, Link]:
        return {prefix: link for feature in self.features for prefix, link in (feature.links or {}).items()}

    def offered(self, kind: type[T]) -> list[tuple[str, T]]:
        """What the features offer of this kind, each with the name of the feature."""
        return [(feature.name, one) for feature in self.features for one in feature.offers if isinstance(one, kind)]

    @cached_property
    def joined_columns(self) -> tuple[PersonColumn, ...]:
        """Those whose rows change hands as declared, when two people become one."""
        return tuple(one for one in self.person_columns if one.table not in JOINED_BY_HAND)

    @cached_property
    def group_commands(self) -> dict[str, Callable[[Notices, GroupWords], Awaitable[Text]]]:
        return {
            name: handler for feature in self.features for name, handler in (feature.group_commands or {}).items()
        }

    def find(self, address: str) -> tuple[Action[...], list[str]]:
        """Raises UnknownAddress."""
        name, words = split_address(address)
        found = self.actions.get(name) or self.aliases.get(name)
        if found is None:
            raise UnknownAddress(name)
        return found, words

    @cached_property
    def makers(self) -> dict[str, Maker]:
        return {name: maker for feature in self.features for name, maker in (feature.makes or {}).items()}

    @cached_property
    def person_columns(self) -> tuple[PersonColumn, ...]:
        """Those of the machine last: what the features have hangs on them."""
        return (*(one for feature in self.features for one in feature.people.columns), *MACHINE)

    @cached_property
    def picture_columns(self) -> tuple[PictureColumn, ...]:
        return (*(one for feature in self.features for one in feature.people.pictures), *MACHINE_PICTURES)

    @cached_property
    def front(self) -> Front:
        return next(feature.front for feature in self.features if feature.front)

    @property
    def home(self) -> Action[[]]:
        return self.front.home

    @property
    def home_below(self) -> Action[[]]:
        return self.front.home_below

    @property
    def help(self) -> Action[[]]:
        return self.front.help

    @property
    def help_below(self) -> Action[[]]:
        return self.front.help_below

    @property
    def asks_name(self) -> Action[[]] | None:
        return next((feature.asks_name for feature in self.features if feature.asks_name), None)

    @property
    def greets(self) -> Callable[[Context], Awaitable[None]]:
        return self.front.greets

    @property
    def hears(self) -> Callable[[Context, Heard], Awaitable[None]]:
        return next(feature.hears for feature in self.features if feature.hears)


def town_of(notices: Notices) -> Town:
    """All features, for what looks after people in each of them; `Notices` itself knows their screens only."""
    if not isinstance(notices.town, Town):
        raise TypeError(f"{type(notices.town).__name__} has no features")
    return notices.town
