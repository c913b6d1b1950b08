"""Who asked for news to go somewhere."""

from bot.dialogue.people import People
from bot.identity.columns import Fate, PersonColumn

PEOPLE = People(columns=(PersonColumn("relay_posts", "asked_by", Fate.CLEAR, export=False),))
