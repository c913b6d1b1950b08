-- why: an author mends her words or her photo; what was read before stays on record, and what nobody has looked at waits.
CREATE TABLE idea_changes (
    id INTEGER PRIMARY KEY,
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    -- The new words and how it was before; or the new photo.
    words TEXT,
    before TEXT,
    media_id INTEGER UNIQUE REFERENCES media (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'made', 'refused')),
    -- 1: it stands on the record. 0: within the first minutes, when hardly anybody has read it.
    noted INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    settled_by INTEGER REFERENCES people (id),
    settled_at INTEGER
);
CREATE INDEX idea_changes_by_idea ON idea_changes (idea_id, id);
