"""What becomes of thanks and certificates when somebody leaves, or two doors become one person."""

from collections.abc import Sequence

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity.columns import Fate, Leaving, PersonColumn
from handlers.thanks import store, withdrawing


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """What somebody holds in her hand goes on being valid: its address names nobody, and nothing else is left."""
    await store.people.forget(notices.tx, leaving.person_id)


async def put_right(notices: Notices, person_ids: Sequence[int]) -> None:
    """Nobody signs for herself, and nobody asks for two at once."""
    for person_id in person_ids:
        await store.people.keep_one_open(notices.tx, notices.place.id, person_id)
    for one in await store.certificates.signed_by_herself(notices.tx, notices.place.id):
        await withdrawing.self_signed(notices, one)


PEOPLE = People(
    columns=(
        PersonColumn("thanks", once_per=("place_id", "kind", "subject"), newest="ended_at"),
        PersonColumn("thanks", "written_by", Fate.CLEAR, words=("words",), export=False),
        PersonColumn("certificates", fate=Fate.CLEAR, words=("name", "credential")),
        PersonColumn("certificates", "signed_by", Fate.CLEAR, words=("signer",), export=False),
    ),
    forgets=forgets,
    changed=put_right,
)
