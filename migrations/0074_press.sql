-- why: newspapers and juries ask how it was done; who is quoted or took a picture says yes to this very one, and is out of the next sheet at once.

-- A quote or a picture that somebody was asked for. Without her yes it stands nowhere, and no answer is none.
CREATE TABLE press_pieces (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    kind TEXT NOT NULL CHECK (kind IN ('comment', 'story', 'idea', 'picture')),
    -- The comment, the story, the idea, or the picture.
    source_id INTEGER NOT NULL,
    -- Of a picture: what it shows, and whether before or after.
    idea_id INTEGER REFERENCES ideas (id) ON DELETE CASCADE,
    media_id INTEGER REFERENCES media (id),
    after INTEGER NOT NULL DEFAULT 0 CHECK (after IN (0, 1)),
    -- Letter by letter as she was asked: once her words are others, this is no quote of hers any more.
    words TEXT NOT NULL DEFAULT '',
    person_id INTEGER NOT NULL REFERENCES people (id),
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'yes', 'no', 'silent', 'taken_back')),
    -- As she wants to be named; empty for "a neighbour".
    name TEXT NOT NULL DEFAULT '',
    -- The team does not use it, whatever she said.
    left_out INTEGER NOT NULL DEFAULT 0 CHECK (left_out IN (0, 1)),
    asked_by INTEGER REFERENCES people (id),
    asked_at INTEGER NOT NULL,
    -- When the question left: a person has one at a time.
    told_at INTEGER,
    said_at INTEGER,
    UNIQUE (place_id, kind, source_id),
    CHECK ((kind = 'picture') = (media_id IS NOT NULL)),
    CHECK (state <> 'yes' OR said_at IS NOT NULL),
    CHECK (name = '' OR state IN ('yes', 'taken_back'))
);
CREATE INDEX press_pieces_by_person ON press_pieces (person_id, state);
CREATE INDEX press_pieces_waiting ON press_pieces (place_id) WHERE state = 'waiting';
CREATE INDEX press_pieces_by_asker ON press_pieces (asked_by);
CREATE INDEX press_pieces_by_media ON press_pieces (media_id);
CREATE INDEX press_pieces_by_idea ON press_pieces (idea_id);

-- The story in one of its lengths and languages, where the team said it in words of its own.
CREATE TABLE press_words (
    place_id INTEGER NOT NULL REFERENCES places (id),
    length TEXT NOT NULL CHECK (length IN ('short', 'middle', 'long')),
    language TEXT NOT NULL,
    words TEXT NOT NULL,
    written_by INTEGER REFERENCES people (id),
    written_at INTEGER NOT NULL,
    PRIMARY KEY (place_id, length, language)
);
CREATE INDEX press_words_by_person ON press_words (written_by);

-- A sheet that was made, and for whom: whoever withdraws is told where her words went.
CREATE TABLE press_sheets (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    languages TEXT NOT NULL,
    given_to TEXT NOT NULL DEFAULT '',
    made_by INTEGER REFERENCES people (id),
    made_at INTEGER NOT NULL
);
CREATE INDEX press_sheets_by_place ON press_sheets (place_id, made_at);
CREATE INDEX press_sheets_by_person ON press_sheets (made_by);

-- What was set in it, written down in the moment it was set.
CREATE TABLE press_sheet_pieces (
    sheet_id INTEGER NOT NULL REFERENCES press_sheets (id) ON DELETE CASCADE,
    piece_id INTEGER NOT NULL REFERENCES press_pieces (id) ON DELETE CASCADE,
    PRIMARY KEY (sheet_id, piece_id)
);
CREATE INDEX press_sheet_pieces_by_piece ON press_sheet_pieces (piece_id);
