"""What names a person among the exports."""

from bot.identity.joined_rows import Meeting

MEETINGS = (Meeting("exports", "made_by"),)
