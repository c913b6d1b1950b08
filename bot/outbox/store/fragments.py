"""Conditions about outbox rows for the SQL of others, who name their own columns in them; never a person's words."""

UNDER_WAY = "'waiting', 'sending'"


def message_of(row_id: str) -> str:
    """What the door calls the message of this row; NULL until it was sent."""
    return f"(SELECT o.message_id FROM outbox o WHERE o.id = {row_id})"  # noqa: S608 a column


def door_of(row_id: str) -> str:
    return f"(SELECT o.door FROM outbox o WHERE o.id = {row_id})"  # noqa: S608 a column


def chat_of(row_id: str) -> str:
    """NULL when whoever lived there has left for good."""
    return f"(SELECT o.chat_id FROM outbox o WHERE o.id = {row_id})"  # noqa: S608 a column


def state_of(row_id: str) -> str:
    """NULL when the row is forgotten."""
    return f"(SELECT o.state FROM outbox o WHERE o.id = {row_id})"  # noqa: S608 a column


def not_sent(campaign_id: str, person_id: str) -> str:
    """That this person's message of the campaign waits, or could not be sent."""
    return (
        f"EXISTS (SELECT 1 FROM outbox o WHERE o.campaign = CAST({campaign_id} AS TEXT)"  # noqa: S608 columns
        f" AND o.person_id = {person_id} AND o.state IN ('waiting', 'refused'))"
    )


def any_row(campaign_id: str) -> str:
    return f"EXISTS (SELECT 1 FROM outbox o WHERE o.campaign = CAST({campaign_id} AS TEXT))"  # noqa: S608 a column


def any_under_way(campaign_id: str, settled_since: str) -> str:
    """That something of the campaign is to leave still, or has settled since that moment."""
    return (
        f"EXISTS (SELECT 1 FROM outbox o WHERE o.campaign = CAST({campaign_id} AS TEXT)"  # noqa: S608 columns
        f" AND (o.state IN ({UNDER_WAY}) OR o.settled_at > {settled_since}))"
    )


def carried_unless(campaign_id: str, noted: str) -> str:
    """That a row of the campaign goes to somebody with a door who is not among the `noted`, a SELECT of people."""
    return (
        f"EXISTS (SELECT 1 FROM outbox o WHERE o.campaign = CAST({campaign_id} AS TEXT)"  # noqa: S608 columns
        f" AND o.person_id NOT IN ({noted})"
        " AND EXISTS (SELECT 1 FROM identities i WHERE i.person_id = o.person_id))"
    )


def change_under_way(edits: str) -> str:
    """That a change of this name has not settled yet."""
    return f"EXISTS (SELECT 1 FROM outbox o WHERE o.edits = {edits} AND o.state IN ({UNDER_WAY}))"  # noqa: S608


# Rows of people who have had so many unasked messages, and when the one was that must be a week old first; the values
# are the place, since when they count, and how many.
FULL = (
    "SELECT person_id, spent_at FROM ("
    "SELECT o.person_id, coalesce(o.settled_at, o.not_before) AS spent_at, row_number() OVER"
    " (PARTITION BY o.person_id ORDER BY coalesce(o.settled_at, o.not_before) DESC, o.id DESC) AS nth"
    " FROM outbox o WHERE o.unasked_in = ? AND o.state IN ('waiting', 'sending', 'sent', 'uncertain')"
    " AND coalesce(o.settled_at, o.not_before) > ?) spent WHERE nth = ?"
)
