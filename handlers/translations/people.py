"""What becomes of translations when their maker leaves, or when she does whose words they are."""

from collections.abc import Sequence

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity.columns import Fate, Leaving, PersonColumn, PictureColumn
from handlers.translations import guards, store


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """Her ideas were emptied just now, or stand as a neighbour's: what was said of the former goes with them.

    A machine read them with her yes, which is gone.
    """
    tx, place_id = notices.tx, notices.place.id
    await guards.forget_voices(notices, await store.said.drop_old_of(tx, place_id, leaving.person_id))
    await store.transcripts.drop_of(tx, place_id, leaving.person_id)
    await store.made.drop_of(tx, leaving.person_id)


async def ask_anew(notices: Notices, person_ids: Sequence[int]) -> None:
    """What she said last to the machine at either door counts: after a no, nothing of hers stays that it made."""
    await store.made.drop_unlet(notices.tx, notices.place.id, person_ids)


PEOPLE = People(
    columns=(
        PersonColumn("translations", once_per=("idea_id", "language"), newest="said_at"),
        PersonColumn("translations", "chosen_by", Fate.CLEAR),
        PersonColumn("translations", "hidden_by", Fate.CLEAR),
        PersonColumn("transcripts", key="idea_id"),
        PersonColumn("machine_places", "let_by", Fate.CLEAR, key="place_id"),
        PersonColumn("machine_consents", once_per=("host",), newest="said_at"),
    ),
    pictures=(PictureColumn("translations"),),
    forgets=forgets,
    changed=ask_anew,
)
