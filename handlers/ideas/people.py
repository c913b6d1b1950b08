"""What becomes of ideas when their author or a supporter leaves, or becomes one with somebody."""

from collections.abc import Sequence

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity.columns import Fate, Leaving, PersonColumn, PictureColumn
from handlers.ideas import store

# A voice belongs to what its idea was merged into: counted anew, it is still one.
ITS_IDEA = "(SELECT coalesce(i.merged_into, i.id) FROM ideas i WHERE i.id = idea_voices.idea_id)"
# Nobody supports her own idea, unless it was written down for somebody else.
OWN_IDEA = (
    "EXISTS (SELECT 1 FROM ideas i WHERE i.id = idea_voices.idea_id AND i.person_id = {keeper}"
    " AND NOT EXISTS (SELECT 1 FROM idea_behalf b WHERE b.idea_id = i.id))"
)


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """All of her words go, or those stay that others stand behind. Numbers stay taken.

    Whatever others said before it was merged into hers goes on in their words.
    """
    tx, place_id = notices.tx, notices.place.id
    await store.people.drop_comments(tx, place_id, leaving.person_id)
    for idea in await store.people.written_by(tx, place_id, leaving.person_id):
        if leaving.leaves_ideas and idea.supported:
            continue
        words = await store.people.first_words_merged_in(tx, idea.id, leaving.person_id)
        await store.people.empty(tx, idea.id, words, withdrawn=words is None)
        await store.lookalikes.file_words(tx, idea.id, words or "")


async def count_anew(notices: Notices, person_ids: Sequence[int]) -> None:
    for idea_id in await store.people.with_voices_of(notices.tx, notices.place.id, *person_ids[:2]):
        await store.support.gather_voices(notices.tx, idea_id)


PEOPLE = People(
    columns=(
        # The idea and her voice for what it was merged into belong to one nameless person: counted once, as before.
        PersonColumn("ideas", fate=Fate.NAMELESS, together=("idea", "coalesce(merged_into, id)")),
        PersonColumn(
            "idea_voices",
            fate=Fate.NAMELESS,
            together=("idea", ITS_IDEA),
            once_per=("idea_id",),
            newest="given_at",
            # Voices that a merged idea brought along are gathered anew.
            derived="via IS NOT NULL",
            own=OWN_IDEA,
        ),
        PersonColumn("idea_followers", once_per=("idea_id",)),
        PersonColumn("idea_flags", once_per=("idea_id",)),
        PersonColumn("idea_changes"),
        PersonColumn("idea_changes", "settled_by", Fate.CLEAR),
        PersonColumn("idea_comments"),
        PersonColumn("idea_questions", "asked_by", Fate.NAMELESS),
        PersonColumn("idea_costs", fate=Fate.NAMELESS),
        PersonColumn("idea_steps", fate=Fate.NAMELESS),
        PersonColumn("comment_hidings", fate=Fate.NAMELESS),
        PersonColumn("comment_hidings", "undone_by", Fate.CLEAR),
        PersonColumn("comment_ears", once_per=("place_id",), newest="heard_until"),
        PersonColumn("idea_boundaries", fate=Fate.NAMELESS),
        PersonColumn("idea_answers", fate=Fate.NAMELESS),
        PersonColumn("idea_behalf", "noted_by", Fate.NAMELESS, together=("behalf", "idea_id"), key="idea_id"),
        PersonColumn("idea_paper_voices", "noted_by", Fate.NAMELESS),
    ),
    pictures=(
        PictureColumn("idea_media"),
        PictureColumn("idea_changes", keeps_row=True),
        PictureColumn("idea_steps", "after_media_id", keeps_row=True),
    ),
    forgets=forgets,
    changed=count_anew,
)
