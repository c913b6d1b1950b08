"""Calendars that a phone subscribes to: events and tasks of a place, and what one person comes to or does."""

from bot.dialogue.feature import Feature
from handlers.calendars import pages

FEATURE = Feature(
    name="calendars",
    sentence="Have events and tasks in one's own calendar.",
    actions=(),
    pages=pages.PAGES,
)
