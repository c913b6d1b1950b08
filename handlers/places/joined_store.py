"""What names a person among the settings of a place."""

from bot.identity.joined_rows import Meeting

MEETINGS = (Meeting("place_changes"),)
