"""What names a person among the held pictures."""

from bot.identity.joined_rows import Meeting

MEETINGS = (
    Meeting("held_pictures", "held_by", key="media_id"),
    Meeting("held_pictures", "released_by", key="media_id"),
)
