-- why: everybody says for each purpose what may be done with what is hers, and whoever leaves is gone, also after a restore.

-- What was said, and to which text; rows are only added. `version` is that of the sentence, see handlers/privacy/rules.py.
CREATE TABLE consents (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('messages', 'photos', 'shop', 'city', 'press')),
    version INTEGER NOT NULL,
    language TEXT NOT NULL,
    given INTEGER NOT NULL CHECK (given IN (0, 1)),
    said_at INTEGER NOT NULL
);
CREATE INDEX consents_by_person ON consents (person_id, purpose, id);

-- The last word for each purpose, for whoever asks often. No row: it was never asked.
CREATE TABLE consents_standing (
    person_id INTEGER NOT NULL REFERENCES people (id),
    purpose TEXT NOT NULL,
    given INTEGER NOT NULL CHECK (given IN (0, 1)),
    PRIMARY KEY (person_id, purpose)
);

-- Whoever agreed to the notice agreed to these three, which it names.
INSERT INTO consents (person_id, purpose, version, language, given, said_at)
    SELECT p.id, w.purpose, 1, coalesce(p.language, 'zh'), 1, p.consented_at FROM people p
    JOIN (SELECT 'messages' AS purpose UNION SELECT 'photos' UNION SELECT 'shop') w ON 1 = 1
    WHERE p.consented_at IS NOT NULL;
INSERT INTO consents_standing (person_id, purpose, given) SELECT person_id, purpose, given FROM consents;

-- Files that go from the disk once this has committed: pictures and voices by their hash, the web chat's by their path.
CREATE TABLE erasures (
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'voice', 'shelf')),
    name TEXT NOT NULL,
    PRIMARY KEY (kind, name)
);

-- Who was forgotten, as a mark that says nothing without its key; kept outside of the database too.
CREATE TABLE forgotten (
    mark TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
);

-- A last message is on its way there; a day later nothing is left of the chat.
CREATE TABLE goodbyes (
    door TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    chat_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (door, user_id)
);

-- One file a person and ten minutes.
CREATE TABLE takeaways (
    person_id INTEGER NOT NULL PRIMARY KEY REFERENCES people (id),
    asked_at INTEGER NOT NULL
);
