"""What becomes of permits and of what was handed over when somebody leaves, or two doors become one person."""

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity.columns import Fate, Leaving, PersonColumn, PictureColumn
from handlers.permits import store


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """What she suggested and has not left yet does not leave any more; what the city has is with the city."""
    await store.requests.keep_back(notices.tx, notices.place.id, leaving.person_id)


PEOPLE = People(
    columns=(
        PersonColumn("permits", "begun_by", Fate.CLEAR),
        PersonColumn("permit_steps", "done_by", Fate.CLEAR),
        PersonColumn("permit_moves", "moved_by", Fate.CLEAR),
        PersonColumn("city_requests", "asked_by", Fate.CLEAR),
    ),
    pictures=(PictureColumn("permit_steps", keeps_row=True),),
    forgets=forgets,
)
