"""How long a picture is held back, and where one is looked for."""

from datetime import datetime, timedelta
from enum import StrEnum

from bot.clock import moment

WAITS = timedelta(days=7)
SOON = timedelta(days=2)  # then the team's digest speaks of it


class Source(StrEnum):
    """What a picture is looked for in: an idea, an event with its album, one picture, or all of the place."""

    IDEA = "idea"
    EVENT = "event"
    PICTURE = "picture"
    PLACE = "place"


def goes_at(held_at: int) -> datetime:
    """When it is removed unless a guardian agrees."""
    return moment(held_at) + WAITS
