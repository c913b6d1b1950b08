-- why: one message to many people is counted as one thing, whoever it could not reach included.
CREATE TABLE campaigns (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    made_at INTEGER NOT NULL,
    stopped_at INTEGER
);
CREATE TABLE campaign_people (
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    PRIMARY KEY (campaign_id, person_id)
);
