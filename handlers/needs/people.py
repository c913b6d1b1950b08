"""What becomes of needs, promises and money when somebody leaves, or two doors become one person."""

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity import roles
from bot.identity.columns import Fate, Leaving, PersonColumn, PictureColumn
from handlers.needs import store
from handlers.needs.rules import Pledged
from handlers.needs.words import pledge_called, t


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """What she only promised is promised no more; what she lent goes back to her before she is gone from here."""
    for one in await store.pledges.open_of(notices.tx, notices.place.id, leaving.person_id):
        if one.state is Pledged.PROMISED:
            await store.pledges.withdraw(notices.tx, one.id, notices.now_ms)
            continue
        told = t.lender_left(what=pledge_called(one))
        for person_id in await roles.team(notices.tx, notices.place.id):
            if person_id == one.received_by != leaving.person_id:
                await notices.answer(person_id, told)
            elif person_id != leaving.person_id:
                await notices.tell(person_id, told)


PEOPLE = People(
    columns=(
        PersonColumn("need_pledges", "received_by", Fate.CLEAR),
        PersonColumn(
            "need_pledges",
            "person_id",
            Fate.NAMELESS,
            words=("words",),
            once_per=("need_id",),
            newest="promised_at",
            strongest=("state", ("here", "given_back", "promised")),
        ),
        PersonColumn("needs", "asked_by", Fate.CLEAR),
        # Nobody is the second of two with herself.
        PersonColumn(
            "money_agreements",
            "person_id",
            Fate.CLEAR,
            once_per=("line_id",),
            own="line_id IN (SELECT l.id FROM money_lines l WHERE l.noted_by = {keeper})",
        ),
        PersonColumn("money_lines", "noted_by", Fate.CLEAR),
        PersonColumn("money_receipts"),
    ),
    pictures=(PictureColumn("need_pledges", keeps_row=True), PictureColumn("money_receipts")),
    forgets=forgets,
)
