"""What becomes of the busy curve when somebody leaves: it stays, and nobody stands beside it."""

from bot.dialogue.people import People
from bot.identity.columns import Fate, PersonColumn

PEOPLE = People(
    columns=(
        PersonColumn("busy_weeks", "told_by", Fate.CLEAR),
        PersonColumn("busy_counts", "counted_by", Fate.CLEAR),
    )
)
