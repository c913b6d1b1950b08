-- why: one phone with two hundred cookies made "201 neighbours"; a crowd is noticed, and counted apart until somebody looked.

-- For a day at most. `origin` is the gateway's word for an address, and means nothing the day after.
CREATE TABLE crowd_visits (
    kind TEXT NOT NULL,
    thing_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES people (id),
    origin TEXT NOT NULL,
    newcomer INTEGER NOT NULL,
    apart INTEGER NOT NULL,
    came_at INTEGER NOT NULL,
    PRIMARY KEY (kind, thing_id, person_id)
);
CREATE INDEX crowd_visits_by_age ON crowd_visits (came_at);

CREATE TABLE crowd_alarms (
    kind TEXT NOT NULL,
    thing_id INTEGER NOT NULL,
    alarmed_at INTEGER NOT NULL,
    PRIMARY KEY (kind, thing_id)
);

-- 1: beyond the share of her address, not counted; 2: as well, and let in by the team.
ALTER TABLE idea_voices ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;
-- 1: in no line until the team lets her in.
ALTER TABLE event_answers ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;
