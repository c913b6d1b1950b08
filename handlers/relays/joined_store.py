"""What names a person among the places where news goes."""

from bot.identity.joined_rows import Meeting

MEETINGS = (Meeting("relay_posts", "asked_by"),)
