"""Who opened or closed the data of a place."""

from bot.dialogue.people import People
from bot.identity.columns import Fate, PersonColumn

PEOPLE = People(columns=(PersonColumn("open_data_changes", "changed_by", Fate.CLEAR),))
