"""The rows of a copy of the database that is to be put back: what may have left since does not leave again."""

FATES = (
    "SELECT state, message_id, error, settled_at, id, queued_at, chat_id FROM outbox"
    " WHERE state IN ('sent', 'refused', 'uncertain')"
)
# A message of the same moment to the same chat, since numbers are given out anew after a restore.
FATE_IS_KNOWN = (
    "UPDATE outbox SET state = ?, message_id = ?, error = ?, settled_at = ?"
    " WHERE id = ? AND queued_at = ? AND chat_id IS ? AND door <> 'web' AND state IN ('waiting', 'sending')"
)
FATE_IS_UNKNOWN = (
    "UPDATE outbox SET state = 'uncertain', error = 'a backup was restored', settled_at = ?"
    " WHERE door <> 'web' AND state IN (?, ?)"
)
