-- why: paint, a ladder and forty yuan are somewhere in the neighbourhood, if somebody says what is needed and who brings it.

-- From what amount on two people of the team agree to a line of money; in hundredths of a yuan, as all amounts.
ALTER TABLE places ADD COLUMN money_limit INTEGER NOT NULL DEFAULT 50000 CHECK (money_limit BETWEEN 0 AND 100000000);

-- What a change needs, from the first answer of whoever writes it down on; 'met' stays and is marked.
CREATE TABLE needs (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    kind TEXT NOT NULL CHECK (kind IN ('money', 'material', 'tool', 'skill', 'room')),
    words TEXT NOT NULL DEFAULT '',
    level TEXT NOT NULL DEFAULT 'minimum' CHECK (level IN ('minimum', 'good')),
    by_at INTEGER,
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'met', 'dropped')),
    asked_by INTEGER REFERENCES people (id),
    begun_at INTEGER NOT NULL,
    ended_at INTEGER
);
CREATE INDEX needs_by_place ON needs (place_id, state);
CREATE INDEX needs_by_idea ON needs (idea_id);

-- Who brings what for a need, once each; whose name may stand there said so.
CREATE TABLE need_pledges (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    need_id INTEGER NOT NULL REFERENCES needs (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    words TEXT NOT NULL DEFAULT '',
    named INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN ('promised', 'here', 'given_back', 'withdrawn')),
    promised_at INTEGER NOT NULL,
    deliver_at INTEGER,
    -- When a loan goes back to its giver.
    back_at INTEGER,
    here_at INTEGER,
    ended_at INTEGER,
    received_by INTEGER REFERENCES people (id),
    media_id INTEGER UNIQUE REFERENCES media (id),
    -- Which album of its sender's chat the photo came in, if any: the others of it belong here, too.
    album TEXT,
    -- The day that somebody was last reminded of: another day is another reminder.
    reminded_of INTEGER,
    -- Since when the giver is asked whether a day that moved still suits her.
    asked_again_at INTEGER,
    -- Since when the giver is asked whether her loan came back.
    asked_back_at INTEGER,
    UNIQUE (need_id, person_id)
);
CREATE INDEX need_pledges_by_person ON need_pledges (person_id);
CREATE INDEX need_pledges_open ON need_pledges (place_id, state) WHERE state IN ('promised', 'here');

-- The money of a change, open to everybody line by line; a line is never changed, and corrected by another one.
CREATE TABLE money_lines (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    kind TEXT NOT NULL CHECK (kind IN ('given', 'spent', 'in_kind')),
    amount INTEGER NOT NULL,
    words TEXT NOT NULL,
    corrects INTEGER REFERENCES money_lines (id),
    -- Counts only once a second person agreed.
    needs_two INTEGER NOT NULL,
    noted_by INTEGER REFERENCES people (id),
    noted_at INTEGER NOT NULL
);
CREATE INDEX money_lines_by_idea ON money_lines (idea_id, id);

-- The second person who agreed to a line of money.
CREATE TABLE money_agreements (
    line_id INTEGER PRIMARY KEY REFERENCES money_lines (id),
    person_id INTEGER REFERENCES people (id),
    agreed_at INTEGER NOT NULL
);

-- Photos of receipts, for the team alone.
CREATE TABLE money_receipts (
    id INTEGER PRIMARY KEY,
    line_id INTEGER NOT NULL REFERENCES money_lines (id),
    media_id INTEGER NOT NULL UNIQUE REFERENCES media (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    album TEXT,
    sent_at INTEGER NOT NULL
);
CREATE INDEX money_receipts_by_line ON money_receipts (line_id);
CREATE INDEX money_receipts_by_person ON money_receipts (person_id);
CREATE INDEX money_receipts_by_album ON money_receipts (album) WHERE album IS NOT NULL;
CREATE INDEX need_pledges_by_album ON need_pledges (album) WHERE album IS NOT NULL;
