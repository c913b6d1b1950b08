"""Who sees what of the day's list, and for how long what was said about it holds; pure."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.clock import milliseconds
from handlers.today.source import Waiting
from handlers.today.store import Mark

GIVEN_FOR = timedelta(days=5)  # nobody is alone with it: after that it is everybody's again
KEPT = timedelta(days=90)  # what was said about a thing
LATER_DAYS = (1, 3, 7)
LONGEST_NOTE = 300


def is_mine(mark: Mark | None, person_id: int, now: datetime) -> bool:
    """Hers to see: given to nobody, to her, or too long ago."""
    if mark is None or mark.given_to is None or mark.given_to == person_id:
        return True
    return mark.given_at <= milliseconds(now - GIVEN_FOR)


def seen(
    waiting: list[Waiting], marks: Mapping[str, Mark], later: frozenset[str], person_id: int, now: datetime
) -> list[Waiting]:
    return [one for one in waiting if one.subject not in later and is_mine(marks.get(one.subject), person_id, now)]
