"""What names a person among the broadcasts."""

from bot.identity.joined_rows import Meeting

MEETINGS = (
    # A second draft would not be found: it waits aside.
    Meeting(
        "broadcasts",
        "made_by",
        stays="state = 'draft' AND EXISTS (SELECT 1 FROM broadcasts d WHERE d.state = 'draft'"
        " AND d.place_id = broadcasts.place_id AND d.made_by = {keeper})",
    ),
    Meeting("broadcasts", "approved_by"),
)
