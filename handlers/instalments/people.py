"""What becomes of the instalments when one of the two leaves, or two doors become one person."""

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity import names
from bot.identity.columns import Fate, Leaving, PersonColumn
from handlers.instalments import cards, store
from handlers.instalments.words import t


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """Whoever remains hears that she is alone with it, or that it is over."""
    for one in await store.helpers.with_(notices.tx, notices.place.id, leaving.person_id):
        if not one.accepted:
            continue
        if one.helper_id == leaving.person_id:
            await notices.answer(one.person_id, t.helper_left, cards.see_all())
        else:
            await notices.answer(one.helper_id, t.help_is_over(name=names.called(one.owner)), cards.see_all())


PEOPLE = People(
    columns=(
        PersonColumn("private_dates"),
        PersonColumn("private_plans", sealed=("sealed",)),
        PersonColumn("private_helpers", once_per=("place_id",), newest="asked_at", own="helper_id = {keeper}"),
        # Nobody helps herself.
        PersonColumn("private_helpers", "helper_id", Fate.DELETE, once_per=("id",), own="person_id = {keeper}"),
        PersonColumn("private_signs", once_per=("place_id",), newest="said_at"),
    ),
    forgets=forgets,
)
