"""What names a person in the record of roles."""

from bot.identity.joined_rows import Meeting

MEETINGS = (Meeting("role_changes"), Meeting("role_changes", "by_person"))
