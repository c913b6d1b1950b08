-- why: ten thousand ideas are too many to compare one by one whenever somebody suggests something.

-- `read_as` says by which glossary `grams` were made: when that changes, words are read again.
ALTER TABLE ideas ADD COLUMN read_as TEXT NOT NULL DEFAULT '';

-- Which ideas have a gram. Kept in the transaction that changes the words, so that every process sees the same.
CREATE TABLE idea_grams (
    place_id INTEGER NOT NULL REFERENCES places (id),
    gram TEXT NOT NULL,
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    PRIMARY KEY (place_id, gram, idea_id)
);
CREATE INDEX idea_grams_by_idea ON idea_grams (idea_id);

-- Only where the sentence model is installed: 384 numbers of 16 bits each, as `model` made them.
CREATE TABLE idea_meanings (
    idea_id INTEGER PRIMARY KEY REFERENCES ideas (id),
    place_id INTEGER NOT NULL REFERENCES places (id),
    model TEXT NOT NULL,
    script TEXT NOT NULL,
    vector BLOB NOT NULL
);
CREATE INDEX idea_meanings_by_place ON idea_meanings (place_id, model);

-- What looks the same and was noticed only after its author had been asked: for the team's card.
CREATE TABLE idea_twins (
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    twin_id INTEGER NOT NULL REFERENCES ideas (id),
    PRIMARY KEY (idea_id, twin_id)
);
