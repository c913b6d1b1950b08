"""Who pasted which list: it goes with her, and its neighbours keep their seats."""

from bot.dialogue.people import People
from bot.identity.columns import PersonColumn

# The words of a list are other people's names, and no part of what she takes along.
PEOPLE = People(columns=(PersonColumn("sign_up_pastes", export=False),))
