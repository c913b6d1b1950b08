-- why: an answer that nobody knows to have arrived is said once more, and it must be known that it was.
ALTER TABLE outbox ADD COLUMN renewals INTEGER NOT NULL DEFAULT 0;
