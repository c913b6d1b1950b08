"""What becomes of experts, questions and how-to cards when somebody leaves, or two doors become one person."""

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity.columns import Fate, Leaving, PersonColumn, PictureColumn
from handlers.experts import store, telling


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """What waits with her goes to somebody else, and her name stands nowhere; what she asked goes, unless others
    were shown it."""
    for one in await store.experts.of_person(notices.tx, notices.place.id, leaving.person_id):
        await telling.stop(notices, one)
    hers = await store.pictures.of_asker(notices.tx, notices.place.id, leaving.person_id)
    await telling.forget_pictures(notices, hers)
    await store.talk.forget_asker(notices.tx, notices.place.id, leaving.person_id)


PEOPLE = People(
    columns=(
        PersonColumn("experts", "person_id", Fate.CLEAR),
        PersonColumn("experts", "invited_by", Fate.CLEAR, export=False),
        PersonColumn("expert_questions", "asked_by", Fate.CLEAR),
        PersonColumn("expert_questions", "looked_by", Fate.CLEAR, export=False),
        # It helped somebody, whoever that was.
        PersonColumn("expert_helped", "person_id", Fate.NAMELESS, once_per=("question_id",), newest="said_at"),
        PersonColumn("howto_cards", "made_by", Fate.CLEAR),
        PersonColumn("howto_reads", "person_id", once_per=("card_id",), newest="shown_at"),
    ),
    pictures=(
        PictureColumn("expert_questions", keeps_row=True),
        PictureColumn("expert_questions", "answer_media_id", keeps_row=True),
        PictureColumn("howto_cards", keeps_row=True),
        PictureColumn("howto_cards", "voice_id", keeps_row=True),
    ),
    forgets=forgets,
)
