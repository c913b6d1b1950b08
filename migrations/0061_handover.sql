-- why: volunteers stopped one after another without a word, and nobody knew who held what: a place outlives its founders.

-- Since when it has had an owner or a lead; NULL until somebody took up the first invitation.
ALTER TABLE places ADD COLUMN begun_at INTEGER;
UPDATE places SET begun_at = (SELECT min(r.since) FROM roles r WHERE r.place_id = places.id
    AND r.role IN ('lead', 'shopkeeper'));
-- Keeper mode: since when it rests, without a team; NULL while it is awake.
ALTER TABLE places ADD COLUMN rests_since INTEGER;

-- 1: whoever organised it gave it back to the team.
ALTER TABLE events ADD COLUMN with_team INTEGER NOT NULL DEFAULT 0 CHECK (with_team IN (0, 1));
UPDATE events SET with_team = 1 WHERE status = 'announced' AND NOT EXISTS (SELECT 1 FROM roles r
    WHERE r.person_id = events.maker_id AND r.place_id = events.place_id AND r.role IN ('volunteer', 'lead'));

-- Whoever holds something and was silent for long is asked once in that silence whether she is still with us.
CREATE TABLE silence_asks (
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    -- When she had spoken last.
    silent_since INTEGER NOT NULL,
    asked_at INTEGER NOT NULL,
    -- 0: she wants no messages, or can be reached nowhere.
    reached INTEGER NOT NULL DEFAULT 1 CHECK (reached IN (0, 1)),
    answer TEXT CHECK (answer IN ('still', 'pause', 'hand_over')),
    paused_until INTEGER,
    -- When others were told that she did not answer.
    told_at INTEGER,
    PRIMARY KEY (place_id, person_id),
    CHECK ((answer = 'pause') = (paused_until IS NOT NULL) OR answer IS NULL)
);
CREATE INDEX silence_asks_by_person ON silence_asks (person_id);

-- Something that one person holds and another is asked to take. `asked_id` NULL: the team has it, until one of it does.
CREATE TABLE handover_offers (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    feature TEXT NOT NULL,
    -- What the feature calls it.
    thing TEXT NOT NULL,
    giver_id INTEGER REFERENCES people (id),
    asked_id INTEGER REFERENCES people (id),
    offered_at INTEGER NOT NULL,
    outcome TEXT CHECK (outcome IN ('taken', 'refused', 'lapsed', 'withdrawn', 'over', 'closed')),
    ended_at INTEGER,
    -- Why it was closed.
    reason TEXT NOT NULL DEFAULT '',
    CHECK ((outcome IS NULL) = (ended_at IS NULL))
);
CREATE UNIQUE INDEX handover_offers_open ON handover_offers (place_id, feature, thing) WHERE ended_at IS NULL;
CREATE INDEX handover_offers_by_giver ON handover_offers (giver_id);
CREATE INDEX handover_offers_by_asked ON handover_offers (asked_id);

-- Asked of the owner and the liaison: whether they keep the place without a team. `asked_by` NULL: the last one is gone.
CREATE TABLE keeping_requests (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    asked_by INTEGER REFERENCES people (id),
    asked_at INTEGER NOT NULL,
    answered_by INTEGER REFERENCES people (id),
    answered_at INTEGER,
    CHECK (answered_at IS NOT NULL OR answered_by IS NULL)
);
CREATE UNIQUE INDEX keeping_requests_open ON keeping_requests (place_id) WHERE answered_at IS NULL;
CREATE INDEX keeping_requests_by_asker ON keeping_requests (asked_by);
CREATE INDEX keeping_requests_by_keeper ON keeping_requests (answered_by);
