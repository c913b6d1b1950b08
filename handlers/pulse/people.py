"""What becomes of answers and stories when somebody leaves, or two doors become one person.

Faces of a round that is over have no person any more: they stay as they were counted.
"""

from bot.dialogue.people import People
from bot.identity.columns import Fate, PersonColumn, PictureColumn

# Whoever was asked together and parts again after that was counted as one.
CLOSED = "round_id IN (SELECT id FROM pulse_rounds WHERE closed_at IS NOT NULL)"

PEOPLE = People(
    columns=(
        PersonColumn("pulse_answers", once_per=("round_id", "question"), newest="answered_at", stays=CLOSED),
        PersonColumn("pulse_stories", once_per=("round_id",), newest="told_at"),
        PersonColumn("pulse_stories", "read_by", Fate.CLEAR, export=False),
        PersonColumn("pulse_counts", "noted_by", Fate.CLEAR, export=False),
    ),
    pictures=(PictureColumn("pulse_stories"),),
)
