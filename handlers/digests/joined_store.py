"""What names a person among the digests."""

from bot.identity.joined_rows import Meeting

MEETINGS = (
    Meeting("digest_readers", once_per=("place_id", "kind")),
    # Two of one day stay two; their buttons are asked for by whoever holds the first.
    Meeting(
        "digests",
        stays="EXISTS (SELECT 1 FROM digests d WHERE d.person_id = {keeper} AND d.place_id = digests.place_id"
        " AND d.kind = digests.kind AND d.day = digests.day)",
    ),
    Meeting("digest_items", "answered_by"),
    Meeting("digest_asks", once_per=("place_id", "feature", "subject"), newest="asked_at"),
    Meeting("digest_handovers", "volunteer_id", once_per=("place_id", "feature", "subject")),
    Meeting("total_looks"),
)
