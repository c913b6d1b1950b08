-- why: whoever asks for a human being gets an answer, and no such question is forgotten.
CREATE TABLE human_questions (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    words TEXT NOT NULL,
    media_id INTEGER REFERENCES media (id),
    asked_at INTEGER NOT NULL,
    answered_by INTEGER REFERENCES people (id),
    answer TEXT,
    answered_at INTEGER
);
CREATE INDEX human_questions_open ON human_questions (place_id, asked_at) WHERE answered_at IS NULL;
