-- why: SQLite gave the id of a pruned row to the next one. The web chat knows a send by that id for a month, and so took
-- the first messages after a quiet week for ones it had shown long ago: they reached nobody. PostgreSQL never did that.
ALTER TABLE outbox RENAME TO outbox_before;
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    door TEXT NOT NULL,
    queue TEXT NOT NULL,
    chat_id INTEGER,
    person_id INTEGER,
    method TEXT NOT NULL,
    params TEXT NOT NULL,
    lane INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'refused', 'uncertain')),
    attempts INTEGER NOT NULL DEFAULT 0,
    edits TEXT,
    campaign TEXT,
    message_id INTEGER,
    error TEXT,
    queued_at INTEGER NOT NULL,
    claimed_at INTEGER,
    settled_at INTEGER,
    unasked_in INTEGER,
    renewals INTEGER NOT NULL DEFAULT 0
);
INSERT INTO outbox SELECT id, door, queue, chat_id, person_id, method, params, lane, not_before, state, attempts, edits,
    campaign, message_id, error, queued_at, claimed_at, settled_at, unasked_in, renewals FROM outbox_before;
DROP TABLE outbox_before;
CREATE INDEX outbox_due ON outbox (door, lane, id) WHERE state = 'waiting';
CREATE INDEX outbox_in_order ON outbox (door, queue, lane, id) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_by_campaign ON outbox (campaign, state) WHERE campaign IS NOT NULL;
CREATE INDEX outbox_by_edited ON outbox (door, edits) WHERE edits IS NOT NULL;
CREATE INDEX outbox_by_age ON outbox (settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX outbox_unasked ON outbox (unasked_in, person_id) WHERE unasked_in IS NOT NULL;
CREATE INDEX outbox_by_message ON outbox (door, chat_id, message_id);
-- Beyond every id that anybody still remembers.
DELETE FROM sqlite_sequence WHERE name = 'outbox';
INSERT INTO sqlite_sequence (name, seq) SELECT 'outbox', max(last) FROM (
    SELECT coalesce(max(id), 0) AS last FROM outbox
    UNION ALL SELECT coalesce(max(CAST(substr(key, 5) AS INTEGER)), 0) FROM gateway_keys WHERE key LIKE 'row-%'
    UNION ALL SELECT coalesce(max(outbox_id), 0) FROM digests
    UNION ALL SELECT coalesce(max(row_id), 0) FROM poll_messages
    UNION ALL SELECT coalesce(max(row_id), 0) FROM takeaways);
