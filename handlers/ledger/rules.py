"""Who decided, from what stands on record; what may be told of it, and when an answer is owed. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from statistics import median_low

from bot.i18n.clocks import Clocks
from bot.identity.roles import LIAISONS, PROPERTY_MANAGERS, SHOPKEEPERS, Role

FEWEST = 5  # a smaller number is not told
SILENCE = timedelta(days=30)  # without an answer, where the place promises none
SLIDE_PERCENT = 80  # of the decisions; more of them by owner and team alone is a slide
LOOKS_BACK = 12  # months that are written when a place has none yet
MONTHS_A_YEAR = 12


class By(StrEnum):
    OWNER = "owner"
    TEAM = "team"
    VOTE = "vote"
    CITY = "city"
    YARD = "yard"
    SEVERAL = "several"


@dataclass(frozen=True)
class Decision:
    """`roles` are those whose answer it was. `backed`: a vote had been for it; `agrees`: it was a yes of some kind.
    `days` since the idea was published, where it is its first answer."""

    step_id: int
    roles: frozenset[Role]
    backed: bool
    agrees: bool
    days: int | None


@dataclass(frozen=True)
class Counts:
    """One month in numbers."""

    by_owner: int
    by_team: int
    by_vote: int
    by_city: int
    by_yard: int
    by_several: int
    by_silence: int
    answered: int
    median_days: int | None
    oldest_days: int | None
    voices: int
    first_voices: int
    undone: int
    hidden: int

    @property
    def decided(self) -> int:
        return self.by_owner + self.by_team + self.by_vote + self.by_city + self.by_yard + self.by_several

    def by(self, who: By) -> int:
        shares = (self.by_owner, self.by_team, self.by_vote, self.by_city, self.by_yard, self.by_several)
        return dict(zip(By, shares, strict=True))[who]


def month_of(now: datetime, clocks: Clocks) -> int:
    day = now.astimezone(clocks.first_shown)
    return day.year * MONTHS_A_YEAR + day.month - 1


def begins(month: int, clocks: Clocks) -> datetime:
    """Its first moment (UTC)."""
    year, number = divmod(month, MONTHS_A_YEAR)
    return datetime(year, number + 1, 1, tzinfo=clocks.first_shown).astimezone(UTC)


def decided_by(one: Decision) -> By:
    """A vote that was followed decided; else those whose answer it was."""
    if one.backed and one.agrees:
        return By.VOTE
    parties = {_party(role) for role in one.roles}
    return parties.pop() if len(parties) == 1 else By.SEVERAL


def against(one: Decision) -> bool:
    """The neighbours voted for it, and the answer was no."""
    return one.backed and not one.agrees


def _party(role: Role) -> By:
    if role in SHOPKEEPERS.roles:
        return By.OWNER
    if role in PROPERTY_MANAGERS.roles:
        return By.YARD
    return By.CITY if role in LIAISONS.roles else By.TEAM


def counted(
    decisions: Collection[Decision], silent: int, voices: int, first_voices: int, undone: int, hidden: int
) -> Counts:
    who = [decided_by(one) for one in decisions]
    days = sorted(one.days for one in decisions if one.days is not None)
    return Counts(
        by_owner=who.count(By.OWNER),
        by_team=who.count(By.TEAM),
        by_vote=who.count(By.VOTE),
        by_city=who.count(By.CITY),
        by_yard=who.count(By.YARD),
        by_several=who.count(By.SEVERAL),
        by_silence=silent,
        answered=len(days),
        median_days=median_low(days) if days else None,
        oldest_days=days[-1] if days else None,
        voices=voices,
        first_voices=first_voices,
        undone=undone,
        hidden=hidden,
    )


def slides(months: Sequence[Counts]) -> bool:
    """Two months running, each with enough decisions to speak of, in which owner and team alone decided."""
    return len(months) == 2 and all(
        one.decided >= FEWEST and 100 * (one.by_owner + one.by_team) > SLIDE_PERCENT * one.decided for one in months
    )


def told(count: int) -> int | None:
    return count if count >= FEWEST else None


def owed_at(since: int | None, days: int) -> int | None:
    """Since when an idea has enough voices (ms), and when its answer is due."""
    return None if since is None or not days else since + days * 24 * 3_600_000
