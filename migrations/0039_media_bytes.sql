-- why: what is fetched for one person on a day has a limit, so what she sent is counted.
ALTER TABLE media ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
CREATE INDEX media_by_person ON media (person_id, created_at);
