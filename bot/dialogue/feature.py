"""Feature, Job, Page, Command: the table of contents of one folder of the town."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from bot.dialogue.actions import Action, UnknownAddress, split_address
from bot.dialogue.incoming import Location, Photo, Voice
from bot.i18n.texts import Text
from bot.identity.joined_rows import OWN, Meeting
from bot.identity.personal import MACHINE, MACHINE_PICTURES, AboutPerson, AboutPicture, Leaving

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from starlette.requests import Request
    from starlette.responses import Response

    from bot.app import App
    from bot.database.db import Database, Tx
    from bot.dialogue.context import Context, Notices
    from bot.identity.groups import GroupWords
    from bot.identity.places import Place
    from bot.relay.sealing import Seal
    from bot.web.site import Site

Heard = str | Photo | Voice | Location


@dataclass(frozen=True)
class Job:
    """Wakes at least every `seconds`, and asks its own columns what is due at `notices.now`.

    Runs once a place, in a transaction of its own; a run that was missed is made up by the next one. A job that
    wakes often asks in `anything_due` first, which only reads and so makes no writer wait.
    """

    name: str
    run: Callable[["Notices"], Awaitable[None]]
    seconds: int = 20
    anything_due: Callable[["Tx"], Awaitable[bool]] | None = None


@dataclass(frozen=True)
class Page:
    """A page on the web. It reads the database itself; nothing on a page changes anything."""

    path: str
    answer: Callable[["Request", "Database"], Awaitable["Response"]]


@dataclass(frozen=True)
class SitePage:
    """The same for a page that also needs the clock, links or pictures."""

    path: str
    answer: Callable[["Request", "Site"], Awaitable["Response"]]


@dataclass(frozen=True)
class Command:
    """What an operator types after `python -m bot`: `run` returns the exit status, `arguments` adds its own.

    The database is open and the bot does not run in this process; in another one it may.
    """

    name: str
    help: str
    run: Callable[["App", "Namespace"], Awaitable[int]]
    arguments: Callable[["ArgumentParser"], object] | None = None


@dataclass(frozen=True)
class Decision:
    """Something that waits for one person's answer: `text` in a few words, `subject` the row it is about.

    `opens` is the address of the screen where the team looks after it. With `press`, which its button then says,
    `text` is the whole sentence.
    """

    feature: str
    subject: int
    label: str
    text: Text
    asked_at: int
    opens: str = ""
    press: Text | None = None
    # How the four answers are called: "say" (yes, but, try, later) or "trial" (keep, change, longer, undo).
    choices: str = "say"


@dataclass(frozen=True)
class DigestPart:
    """What one feature has to say in a digest. `new` is counted in the first line; `photos` are media ids
    with a short label each; `asides` stand below the lines, and alone are no reason to write."""

    new: int = 0
    decisions: tuple[Decision, ...] = ()
    lines: tuple[Text, ...] = ()
    photos: tuple[tuple[int, str], ...] = ()
    asides: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Total:
    """A number about a place, never about a person: `text` still wants its `count`, and small counts are not told.

    `average` is told in place of the count, when that is large enough.
    """

    text: Text
    count: int
    average: int | None = None


class Nearness(IntEnum):
    """Whose news it is for a resident; hers come first."""

    MINE = 0
    BACKED = 1
    OTHERS = 2


@dataclass(frozen=True)
class News:
    """What became of something, `at` when; `photo` is a media id with a short label."""

    nearness: Nearness
    text: Text
    at: int
    photo: tuple[int, str] | None = None


class Answer(StrEnum):
    """How a decision is answered. Every answer but a plain yes comes with a reason."""

    YES = "yes"
    BUT = "but"
    TRY = "try"
    LATER = "later"


# The bytes of a picture or a file, from what `Made.about` says. Raises LookupError when there is nothing to make.
Maker = Callable[["Site", str], Awaitable[bytes]]


@dataclass(frozen=True)
class Feature:
    """What one folder offers. `name` is the folder's; `sentence` says what people can do there."""

    name: str
    sentence: str
    actions: tuple[Action[...], ...]
    jobs: tuple[Job, ...] = ()
    pages: tuple[Page | SitePage, ...] = ()
    management_commands: tuple[Command, ...] = ()
    # What is behind a `/start` code: the prefix before its first "-", and the handler of the rest.
    links: Mapping[str, Callable[["Context", str], Awaitable[None]]] | None = None
    # The same, also for somebody who has not agreed yet and would otherwise be asked to first.
    newcomer_links: Mapping[str, Callable[["Context", str], Awaitable[None]]] | None = None
    # What names a person in this feature's tables, and told after two people became one, or one two again (both ids):
    # what is counted over people in this place is put right.
    meetings: tuple[Meeting, ...] = ()
    people_changed: Callable[["Notices", Sequence[int]], Awaitable[None]] | None = None
    # Takes a later photo of an album it already has the first one of; says whether it did.
    joins_album: Callable[["Context", Photo], Awaitable[bool]] | None = None
    # Takes what nobody asked for: words, a photo, a voice note, a location.
    hears: Callable[["Context", Heard], Awaitable[None]] | None = None
    # Takes `/27`, the number people say aloud.
    opens_number: Callable[["Context", int], Awaitable[None]] | None = None
    # Told when a picture was fetched and cleaned (`media_id`), or refused (`media_id`, reason).
    picture_ready: Callable[["Notices", int], Awaitable[None]] | None = None
    picture_refused: Callable[["Notices", int, str], Awaitable[None]] | None = None
    # What a digest may ask: everything since a moment, for the shopkeeper and for the volunteers.
    shopkeeper_digest: Callable[["Notices", datetime], Awaitable[DigestPart]] | None = None
    volunteer_digest: Callable[["Notices", datetime], Awaitable[DigestPart]] | None = None
    # Once a week: totals between two moments for the city's liaison, and what became of things for one resident.
    liaison_digest: Callable[["Notices", datetime, datetime], Awaitable[tuple[Total, ...]]] | None = None
    # What waits for the liaison's answer, in her digest: words about a thing, never about a person.
    liaison_decisions: Callable[["Notices"], Awaitable[tuple[Decision, ...]]] | None = None
    resident_digest: Callable[["Notices", datetime, int], Awaitable[tuple[News, ...]]] | None = None
    # Takes the answer to a Decision about `subject` with its reason; returns the sentence that says so.
    decide: Callable[["Context", int, Answer, str], Awaitable[Text]] | None = None
    # Told that a button was pressed which belongs to another place of the person.
    elsewhere: Callable[["Context", "Place"], Awaitable[None]] | None = None
    # Pictures and files that are made when a message leaves; the keys are what `Made.maker` says.
    makes: Mapping[str, Maker] | None = None
    # The screens that a footer leads to, and the first word to somebody who has not agreed yet.
    home: Action[[]] | None = None
    home_below: Action[[]] | None = None
    help: Action[[]] | None = None
    help_below: Action[[]] | None = None
    greets: Callable[["Context"], Awaitable[None]] | None = None
    # Asks what she is called, below a message that stays.
    asks_name: Action[[]] | None = None
    # What is answered in a group, by its command; nothing else that is said there is answered or kept.
    group_commands: Mapping[str, Callable[["Notices", "GroupWords"], Awaitable[Text]]] | None = None
    # What this feature's tables know of a person, and which of their columns point to pictures: identity/personal.py.
    about_people: tuple[AboutPerson, ...] = ()
    about_pictures: tuple[AboutPicture, ...] = ()
    # Asked in every place of somebody who is about to be forgotten, before her rows go: what must follow from it.
    forgets: Callable[["Notices", Leaving], Awaitable[None]] | None = None
    # For the command list of a phone: (command, key of its words in this feature's texts).
    menu: tuple[str, ...] = ()


@dataclass(frozen=True)
class Town:
    """All features together; refuses doubles when it is put together."""

    features: tuple[Feature, ...]
    # Closes what nobody who reads the database alone shall know.
    seal: "Seal | None" = None
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
    def links(self) -> dict[str, Callable[["Context", str], Awaitable[None]]]:
        return {prefix: handler for feature in self.features for prefix, handler in (feature.links or {}).items()}

    @cached_property
    def newcomer_links(self) -> dict[str, Callable[["Context", str], Awaitable[None]]]:
        found = [feature.newcomer_links or {} for feature in self.features]
        return {prefix: handler for links in found for prefix, handler in links.items()}

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        return (*OWN, *(meeting for feature in self.features for meeting in feature.meetings))

    @cached_property
    def group_commands(self) -> dict[str, Callable[["Notices", "GroupWords"], Awaitable[Text]]]:
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
    def about_people(self) -> tuple[AboutPerson, ...]:
        """Those of the machine last: what the features have hangs on them."""
        return (*(one for feature in self.features for one in feature.about_people), *MACHINE)

    @cached_property
    def about_pictures(self) -> tuple[AboutPicture, ...]:
        return (*(one for feature in self.features for one in feature.about_pictures), *MACHINE_PICTURES)

    @property
    def home(self) -> Action[[]]:
        return next(feature.home for feature in self.features if feature.home)

    @property
    def home_below(self) -> Action[[]]:
        return next(feature.home_below for feature in self.features if feature.home_below)

    @property
    def help(self) -> Action[[]]:
        return next(feature.help for feature in self.features if feature.help)

    @property
    def help_below(self) -> Action[[]]:
        return next(feature.help_below for feature in self.features if feature.help_below)

    @property
    def asks_name(self) -> Action[[]] | None:
        return next((feature.asks_name for feature in self.features if feature.asks_name), None)

    @property
    def greets(self) -> Callable[["Context"], Awaitable[None]]:
        return next(feature.greets for feature in self.features if feature.greets)

    @property
    def hears(self) -> Callable[["Context", Heard], Awaitable[None]]:
        return next(feature.hears for feature in self.features if feature.hears)
