"""What becomes of digests when their reader, or somebody they spoke of, leaves or becomes one with somebody."""

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity.columns import Fate, Leaving, PersonColumn, PictureColumn
from handlers.digests import store

SUBJECT = ("place_id", "feature", "subject")


async def forgets(notices: Notices, leaving: Leaving) -> None:
    place_id = notices.place.id
    await store.people.drop_hers(notices.tx, place_id, leaving.person_id)
    await store.people.drop_occurrences(notices.tx, place_id, leaving.person_id)
    await store.people.drop_words_about(notices.tx, place_id, leaving.person_id, leaving.leaves_ideas)


PEOPLE = People(
    columns=(
        PersonColumn("digest_readers", once_per=("place_id", "kind")),
        PersonColumn(
            "digests",
            # Two of one day stay two; their buttons are asked for by whoever holds the first.
            stays="EXISTS (SELECT 1 FROM digests d WHERE d.person_id = {keeper} AND d.place_id = digests.place_id"
            " AND d.kind = digests.kind AND d.day = digests.day)",
        ),
        PersonColumn("digest_items", "answered_by", Fate.CLEAR, export=False),
        PersonColumn("digest_asks", export=False, once_per=SUBJECT, newest="asked_at"),
        PersonColumn("digest_handovers", "volunteer_id", Fate.CLEAR, export=False, once_per=SUBJECT),
        PersonColumn("total_looks", fate=Fate.NAMELESS),
    ),
    pictures=(PictureColumn("digest_photos"),),
    forgets=forgets,
)
