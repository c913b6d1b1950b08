"""What becomes of the pages of a kit when somebody leaves: what she said herself goes out of it."""

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity.columns import Fate, Leaving, PersonColumn, PictureColumn
from handlers.kit import store


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """A kit that was made is gone already, with nobody in it; the next one is without her words."""
    await store.sheets.forget_words(notices.tx, notices.place.id, leaving.person_id)


PEOPLE = People(
    columns=(
        PersonColumn("kit_pages", "looked_by", Fate.CLEAR, export=False),
        PersonColumn("kits", "made_by", Fate.CLEAR),
        PersonColumn("kits_brought", "brought_by", Fate.CLEAR),
        PersonColumn("kit_templates", "decided_by", Fate.CLEAR, export=False),
    ),
    pictures=(PictureColumn("kit_pictures"),),
    forgets=forgets,
)
