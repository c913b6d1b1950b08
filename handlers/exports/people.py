"""Who had an export made."""

from bot.dialogue.people import People
from bot.identity.columns import Fate, PersonColumn

PEOPLE = People(columns=(PersonColumn("exports", "made_by", Fate.CLEAR),))
