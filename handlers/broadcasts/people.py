"""What becomes of broadcasts when their writer leaves, or becomes one with somebody."""

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity.columns import Fate, Leaving, PersonColumn, PictureColumn
from handlers.broadcasts import store


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """What was sent stays on record without her name; what was not goes."""
    await store.people.drop_unsent(notices.tx, notices.place.id, leaving.person_id)


PEOPLE = People(
    columns=(
        PersonColumn(
            "broadcasts",
            "made_by",
            Fate.NAMELESS,
            # A second draft would not be found: it waits aside.
            stays="state = 'draft' AND EXISTS (SELECT 1 FROM broadcasts d WHERE d.state = 'draft'"
            " AND d.place_id = broadcasts.place_id AND d.made_by = {keeper})",
        ),
        PersonColumn("broadcasts", "approved_by", Fate.CLEAR),
    ),
    pictures=(PictureColumn("broadcasts", keeps_row=True),),
    forgets=forgets,
)
