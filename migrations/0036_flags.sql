-- why: a neighbour who sees what should not be here can say so with one tap; it holds nothing back, and is looked at first.
CREATE TABLE idea_flags (
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    flagged_at INTEGER NOT NULL,
    -- When the team looked at it because of this, and let it stand.
    looked_at INTEGER,
    PRIMARY KEY (idea_id, person_id)
);
CREATE INDEX idea_flags_open ON idea_flags (idea_id) WHERE looked_at IS NULL;
CREATE INDEX idea_flags_by_person ON idea_flags (person_id, flagged_at);
