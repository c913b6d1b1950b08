-- why: thanks work where points do not, and who gave her time can show it elsewhere.

-- An occasion to thank somebody: a lead adds a sentence of her own, or nothing is sent and it lapses.
CREATE TABLE thanks (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL CHECK (kind IN ('times', 'years', 'again')),
    -- Which time or which year it is; of what is still good, the step by which somebody looked at it again.
    subject INTEGER NOT NULL,
    since INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'sent', 'left_out', 'lapsed')),
    words TEXT NOT NULL DEFAULT '',
    written_by INTEGER REFERENCES people (id),
    ended_at INTEGER,
    CHECK ((state = 'due') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX thanks_once ON thanks (place_id, person_id, kind, subject);
CREATE INDEX thanks_due ON thanks (place_id, since) WHERE state = 'due';
CREATE INDEX thanks_by_person ON thanks (person_id);

-- What somebody gave, as she shows it elsewhere. Of one whose person left only the code stays, and whether it is valid.
CREATE TABLE certificates (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER REFERENCES people (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'asked', 'valid', 'withdrawn')),
    -- As she wishes to be called on it.
    name TEXT NOT NULL DEFAULT '',
    since INTEGER,
    until INTEGER,
    changed_at INTEGER NOT NULL,
    -- Since when those who sign know of it.
    told_at INTEGER,
    -- What its address ends with: 128 random bits.
    code TEXT UNIQUE,
    signed_by INTEGER REFERENCES people (id),
    signer TEXT NOT NULL DEFAULT '',
    signer_role TEXT NOT NULL DEFAULT '',
    issued_at INTEGER,
    -- The signed Open Badge.
    credential TEXT NOT NULL DEFAULT '',
    CHECK ((state IN ('valid', 'withdrawn')) = (code IS NOT NULL)),
    CHECK ((code IS NULL) = (issued_at IS NULL))
);
CREATE INDEX certificates_by_place ON certificates (place_id, state);
CREATE INDEX certificates_by_person ON certificates (person_id);

-- What stands on a certificate, as it was when she asked for it.
CREATE TABLE certificate_lines (
    certificate_id INTEGER NOT NULL REFERENCES certificates (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('idea', 'made', 'event', 'task', 'hours', 'training')),
    words TEXT NOT NULL,
    times INTEGER NOT NULL CHECK (times > 0),
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    PRIMARY KEY (certificate_id, position)
);

-- What a place signs credentials with. The private half is sealed; a new key leaves the old public ones readable.
CREATE TABLE certificate_keys (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    sealed TEXT NOT NULL,
    public TEXT NOT NULL,
    made_at INTEGER NOT NULL
);
CREATE INDEX certificate_keys_by_place ON certificate_keys (place_id, id);
