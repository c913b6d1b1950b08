"""Who took her own data along. Consent itself is the machine's (bot/identity/columns.py)."""

from bot.dialogue.people import People
from bot.identity.columns import PersonColumn

PEOPLE = People(columns=(PersonColumn("takeaways", export=False, once_per=(), newest="asked_at"),))
