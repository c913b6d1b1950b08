"""What names a person among the questions to a human being."""

from bot.identity.joined_rows import Meeting

MEETINGS = (Meeting("human_questions"), Meeting("human_questions", "answered_by"))
