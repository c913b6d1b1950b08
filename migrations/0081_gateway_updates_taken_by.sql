-- why: an update of the web chat is handled by the process where it arrived; 0 is nobody, and everybody on SQLite.
ALTER TABLE gateway_updates ADD COLUMN taken_by INTEGER NOT NULL DEFAULT 0;
