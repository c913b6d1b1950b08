"""What a feature tells in digests: hand a DigestSource over in `Feature.offers`, and every digest asks it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text
from bot.outbox.message import Button


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
    with a short label each; `asides` stand below the lines: alone they are no reason to write, and are not told."""

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


@dataclass(frozen=True)
class Question:
    """What one tap in a digest answers: up to three `choices`, each a value and its label, none once it is answered.
    Then `text` says how, and `rows` lead on. A new one (`asked_at`, ms) is a reason to write."""

    subject: int
    text: Text
    asked_at: int
    choices: tuple[tuple[str, Text], ...] = ()
    rows: tuple[Button, ...] = ()


class Answer(StrEnum):
    """How a decision is answered. Every answer but a plain yes comes with a reason."""

    YES = "yes"
    BUT = "but"
    TRY = "try"
    LATER = "later"


@dataclass(frozen=True)
class DigestSource:
    """What one feature has to say, and to whom; whom it has nothing for, it leaves out."""

    # Everything since a moment.
    shopkeeper: Callable[[Notices, datetime], Awaitable[DigestPart]] | None = None
    volunteers: Callable[[Notices, datetime], Awaitable[DigestPart]] | None = None
    # Once a week: totals between two moments for the city's liaison, and what became of things for one resident.
    liaison: Callable[[Notices, datetime, datetime], Awaitable[tuple[Total, ...]]] | None = None
    resident: Callable[[Notices, datetime, int], Awaitable[tuple[News, ...]]] | None = None
    # What waits for the liaison's answer, in her digest: words about a thing, never about a person.
    liaison_decides: Callable[[Notices], Awaitable[tuple[Decision, ...]]] | None = None
    # Takes the answer to a Decision about `subject` with its reason; returns the sentence that says so.
    decide: Callable[[Context, int, Answer, str], Awaitable[Text]] | None = None
    # What else the liaison looks after, line by line, above her totals: things and their days, never a person.
    liaison_list: Callable[[Notices], Awaitable[tuple[Text, ...]]] | None = None
    # What the shopkeeper's digest of a moment asks, as it stands now; and the value of a Question about `subject`.
    shopkeeper_asks: Callable[[Notices, datetime], Awaitable[tuple[Question, ...]]] | None = None
    hears: Callable[[Context, int, str], Awaitable[Text]] | None = None
    # Everything in the shared yard since a moment, for those who manage it.
    property_manager: Callable[[Notices, datetime], Awaitable[DigestPart]] | None = None
