-- why: at the door nobody wants to look for names in a list: whoever comes scans the code on the organiser's phone.

-- What the codes of one event, or of one date of a task, are made from; a code itself is kept nowhere.
CREATE TABLE check_in_secrets (
    place_id INTEGER NOT NULL REFERENCES places (id),
    kind TEXT NOT NULL,
    thing_id INTEGER NOT NULL,
    secret TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (kind, thing_id)
);
CREATE INDEX check_in_secrets_by_age ON check_in_secrets (made_at);

-- Since when somebody is known to be there; how long it took she says afterwards.
ALTER TABLE task_claims ADD COLUMN there_at INTEGER;
