"""What names a person among the ideas, and which ideas' voices change when two people become one."""

from bot.database.db import Tx
from bot.identity.joined_rows import Meeting

MEETINGS = (
    Meeting("ideas"),
    # Voices that a merged idea brought along are gathered anew, and nobody supports her own idea.
    Meeting(
        "idea_voices",
        once_per=("idea_id",),
        newest="given_at",
        derived="via IS NOT NULL",
        own="EXISTS (SELECT 1 FROM ideas i WHERE i.id = idea_voices.idea_id AND i.person_id = {keeper}"
        " AND NOT EXISTS (SELECT 1 FROM idea_behalf b WHERE b.idea_id = i.id))",
    ),
    Meeting("idea_followers", once_per=("idea_id",)),
    Meeting("idea_flags", once_per=("idea_id",)),
    Meeting("idea_changes"),
    Meeting("idea_changes", "settled_by"),
    Meeting("idea_comments"),
    Meeting("idea_questions", "asked_by"),
    Meeting("idea_steps"),
    Meeting("comment_hidings"),
    Meeting("comment_hidings", "undone_by"),
    Meeting("comment_ears", once_per=("place_id",), newest="heard_until"),
    Meeting("idea_boundaries"),
    Meeting("idea_answers"),
    Meeting("idea_behalf", "noted_by", key="idea_id"),
    Meeting("idea_paper_voices", "noted_by"),
)


async def with_voices_of(tx: Tx, place_id: int, one: int, other: int) -> list[int]:
    """What either wrote or supports, and what that was merged into; merged ones before what they belong to."""
    return await tx.all(
        int,
        "WITH RECURSIVE up (id, high) AS (SELECT i.id, 0 FROM ideas i WHERE i.place_id = ? AND (i.person_id IN (?, ?)"
        " OR EXISTS (SELECT 1 FROM idea_voices v WHERE v.idea_id = i.id AND v.person_id IN (?, ?)))"
        " UNION SELECT i.merged_into, u.high + 1 FROM ideas i JOIN up u ON u.id = i.id"
        " WHERE i.merged_into IS NOT NULL)"
        " SELECT id FROM up GROUP BY id ORDER BY max(high), id",
        place_id,
        one,
        other,
        one,
        other,
    )
