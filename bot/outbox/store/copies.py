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
# The same on PostgreSQL, at the end of the transaction that puts a dump back: the fates come as a table of their own.
FATES_TABLE = (
    "CREATE TEMPORARY TABLE fates (state TEXT, message_id BIGINT, error TEXT, settled_at BIGINT, id BIGINT,"
    " queued_at BIGINT, chat_id BIGINT) ON COMMIT DROP"
)
FATES_ARE_KNOWN = (
    "UPDATE outbox o SET state = f.state, message_id = f.message_id, error = f.error, settled_at = f.settled_at"
    " FROM fates f WHERE o.id = f.id AND o.queued_at = f.queued_at AND o.chat_id IS NOT DISTINCT FROM f.chat_id"
    " AND o.door <> 'web' AND o.state IN ('waiting', 'sending') RETURNING 1"
)
FATE_IS_UNKNOWN = (
    "UPDATE outbox SET state = 'uncertain', error = 'a backup was restored', settled_at = ?"
    " WHERE door <> 'web' AND state IN (?, ?)"
)
