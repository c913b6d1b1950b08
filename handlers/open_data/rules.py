"""What is in the open data, column by column, under which licences, and which numbers are not told. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from handlers.ledger.rules import told

# Names of columns are Decidim's where it has the same thing (`proposals`, `meetings`), otherwise our own.
SHEETS: dict[str, tuple[str, ...]] = {
    "ideas": (
        "id", "url", "body", "state", "space", "spot", "votes", "published_at", "answer", "answered_at",
    ),
    "polls": (
        "id", "question", "kind", "state", "opened_at", "closes_at", "voters", "option", "idea", "votes", "points",
    ),
    "events": ("id", "title", "description", "start_time", "end_time", "location", "state", "capacity", "attendees"),
    "decisions": ("id", "idea", "url", "state", "answer", "decided_by", "answered_at"),
    "made": (
        "id", "idea", "url", "event", "space", "spot", "state", "wish", "wish_until_at", "makers", "registered_at",
    ),
    "care": ("idea", "url", "done_at", "due_at", "found", "found_at", "ended"),
}  # fmt: skip
DAY, MOMENT = "_at", "_time"  # columns whose names end so are a day, or a day with its hour


class Licence(StrEnum):
    """What everybody may do with them, from the most that is asked in return to nothing."""

    ODBL = "odbl"
    BY = "by"
    CC0 = "cc0"

    @property
    def name_(self) -> str:
        """As https://spdx.org/licenses/ writes it."""
        return {"odbl": "ODbL-1.0", "by": "CC-BY-4.0", "cc0": "CC0-1.0"}[self.value]

    @property
    def address(self) -> str:
        return {
            "odbl": "https://opendatacommons.org/licenses/odbl/1-0/",
            "by": "https://creativecommons.org/licenses/by/4.0/",
            "cc0": "https://creativecommons.org/publicdomain/zero/1.0/",
        }[self.value]


@dataclass(frozen=True)
class Option:
    """One option of a poll with the poll it belongs to; times are ms. `idea` is the number of a public one, and the
    words of one that nobody sees any more are empty."""

    id: int
    question: str
    kind: str
    state: str
    opened_at: int
    closes_at: int
    voters: int | None
    option: str
    idea: int | None
    votes: int | None
    points: int | None


def told_options(options: Iterable[Option]) -> list[Option]:
    """As they may be read. A poll that runs shows no numbers at all. Where an option had fewer than five, or fewer
    than five did not choose it, its poll's voters are left out with it: the rest could be subtracted from them."""
    found = list(options)
    small = {one.id for one in found if told(one.votes or 0) is None or _few_others(one)}
    return [_told(one, one.id in small) for one in found]


def _few_others(one: Option) -> bool:
    others = (one.voters or 0) - (one.votes or 0)
    return others > 0 and told(others) is None


def _told(one: Option, small: bool) -> Option:
    if one.state != "closed":
        return replace(one, voters=None, votes=None, points=None)
    votes = told(one.votes or 0)
    return replace(
        one,
        voters=None if small else told(one.voters or 0),
        votes=votes,
        points=None if votes is None else one.points,
    )


def read_name(name: str) -> tuple[str, str] | None:
    """`ideas.csv` is the sheet and its form."""
    sheet, _, form = name.partition(".")
    return (sheet, form) if sheet in SHEETS and form in ("csv", "json") else None


def columns(sheets: Sequence[str] = tuple(SHEETS)) -> list[str]:
    """Each once, in the order in which a reader meets them."""
    return list(dict.fromkeys(name for sheet in sheets for name in SHEETS[sheet]))
