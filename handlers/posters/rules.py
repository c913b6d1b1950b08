"""Which news belong on a poster, and since when."""

from datetime import datetime, time, timedelta

from bot.i18n.clocks import Clocks
from handlers.ideas.rules import Status

LATELY = timedelta(days=7)
MOST = 3  # outcomes
# What is finished first. A "not now" is told to those concerned with its reason, for which a poster has no room.
OUTCOMES = (
    Status.DONE,
    Status.LOOKED_AGAIN,
    Status.UNDER_WAY,
    Status.PLANNED,
    Status.AGREED,
    Status.AGREED_BUT,
    Status.TRIAL,
)


def since(now: datetime, clocks: Clocks) -> datetime:
    """Midnight a week ago, by the clock the place shows first."""
    zone = clocks.first_shown
    return datetime.combine((now.astimezone(zone) - LATELY).date(), time(), zone)
