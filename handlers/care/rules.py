"""When something that was done is looked at again, whose turn it is, and what follows from what was found. Pure."""

from datetime import timedelta
from enum import StrEnum

from bot.i18n.texts import clean, short
from bot.identity.places import Space
from bot.identity.roles import LIAISONS, PROPERTY_MANAGERS, SHOPKEEPERS, TEAM, Audience
from handlers.ideas.rules import PARTIES

DAY = 24 * 3_600_000  # ms
FIRST = (30, 90, 180)  # days after it was done
YEAR = 365
PATIENCE = timedelta(days=5)  # silent days until it is the next one's turn
SOON = timedelta(days=14)  # whoever looks so early has looked for the next time
NOTICE = timedelta(days=7)  # before what was done long ago is asked about
PHOTO_PATIENCE = timedelta(minutes=15)  # how long the news waits for its photo
SHOW_PATIENCE = timedelta(days=5)  # how long a neighbour's words and photo wait for somebody of the team
EARLY_PAUSE = 7  # days after a look until a neighbour may look by herself
MOST_A_DAY = 1  # looks that begin in one place at what nobody looks after; whoever took it on is asked on its day
MOST_EARLY = (
    2  # looks that neighbours begin by themselves at one thing in that time: one, and one more after a wrong press
)
NO_NEWS = 0  # in place of the time when it was told: there was nothing to tell
MOST_HELD = 5  # what a neighbour looks after at one time
MOST_PUT_OFF = 2
MOST_PHOTOS = 5  # of one look
MOST_LAPSED = 2  # looks in a row that nobody came to
LONGEST = 200  # letters of what good means, of tools, of what is to be done
RHYTHMS = (1, 2, 4)  # weeks
SMALL = 10  # below, no percentages


class Stage(StrEnum):
    """Whose turn it is."""

    STEWARD = "steward"
    DEPUTY = "deputy"
    TEAM = "team"
    LAST = "last"


class Found(StrEnum):
    """How it is."""

    GOOD = "good"
    PARTLY = "partly"
    GONE = "gone"


class Outcome(StrEnum):
    """Why nobody looks any more."""

    GONE = "gone"
    ENOUGH = "enough"
    LAPSED = "lapsed"
    UNDONE = "undone"


def first_due(done_at: int, now: int) -> int:
    """What was done long ago is not asked about at once, and not all of it on one day."""
    regular = done_at + FIRST[0] * DAY
    return regular if regular > now else next_due(done_at, now + int(NOTICE.total_seconds() * 1000))


def next_due(done_at: int, after: int) -> int:
    """Days 30, 90 and 180, and then every year."""
    for days in FIRST:
        if done_at + days * DAY > after:
            return done_at + days * DAY
    years = max((after - done_at) // (YEAR * DAY), 0) + 1
    return done_at + years * YEAR * DAY


def days_since(done_at: int, due_at: int) -> int:
    return max(0, (due_at - done_at) // DAY)


def asks_whether_enough(done_at: int, next_at: int | None) -> bool:
    """From half a year on it may be enough."""
    return next_at is not None and next_at - done_at > FIRST[-1] * DAY


def last_ones(space: Space) -> tuple[Audience, ...]:
    """Whoever's space it is; where that is the team's, the owner or the liaison. Of several the first that somebody
    is: not every yard is managed by anybody."""
    hers = frozenset(role for party in PARTIES[space] for role in party.roles) - TEAM.roles
    if space is Space.YARD:
        return PROPERTY_MANAGERS, SHOPKEEPERS | LIAISONS
    return (Audience(hers) if hers else SHOPKEEPERS | LIAISONS,)


def may_answer(space: Space) -> Audience:
    """Beside its steward and deputy."""
    found = TEAM
    for one in last_ones(space):
        found |= one
    return found


def read_words(words: str) -> str:
    """Cleaned and cut; empty when nothing is left."""
    return short(" ".join(clean(words).split()), LONGEST)
