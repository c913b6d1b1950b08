"""What names a person among the settings of a place."""

from bot.joined_rows import Meeting

MEETINGS = (Meeting("place_changes"),)
