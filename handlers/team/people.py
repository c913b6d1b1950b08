"""Whose roles changed, and who changed them."""

from bot.dialogue.people import People
from bot.identity.columns import Fate, PersonColumn

PEOPLE = People(
    columns=(
        PersonColumn("role_changes", fate=Fate.NAMELESS),
        PersonColumn("role_changes", "by_person", Fate.CLEAR),
    )
)
