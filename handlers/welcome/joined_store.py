"""What names a person among the questions to a human being."""

from bot.joined_rows import Meeting

MEETINGS = (Meeting("human_questions"), Meeting("human_questions", "answered_by"))
