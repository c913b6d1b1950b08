-- why: what one neighbourhood learnt helps the next only if it may be read and used; nothing small and nobody goes out with it.

-- Under which licence everybody may use the data of the place; NULL while they are closed.
ALTER TABLE places ADD COLUMN data_licence TEXT CHECK (data_licence IN ('odbl', 'by', 'cc0'));

-- Each time it was opened, closed, or given another licence; NULL for closed.
CREATE TABLE open_data_changes (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    licence TEXT CHECK (licence IN ('odbl', 'by', 'cc0')),
    changed_by INTEGER REFERENCES people (id),
    changed_at INTEGER NOT NULL
);
CREATE INDEX open_data_changes_by_place ON open_data_changes (place_id, id);
CREATE INDEX open_data_changes_by_person ON open_data_changes (changed_by);

-- The day (of the clock shown first, days since the year 1) of which the numbers below are.
CREATE TABLE open_data_days (
    place_id INTEGER NOT NULL REFERENCES places (id),
    day INTEGER NOT NULL,
    PRIMARY KEY (place_id)
);

-- Numbers that still move, as they stood on that day, so that two readings show nobody's press between them. What is
-- under five is never written.
CREATE TABLE open_data_counts (
    place_id INTEGER NOT NULL REFERENCES places (id),
    kind TEXT NOT NULL CHECK (kind IN ('votes', 'attendees', 'makers')),
    -- Of an idea its number, as people say it; else the id of the event or of what was made.
    number INTEGER NOT NULL,
    people INTEGER NOT NULL CHECK (people >= 5),
    PRIMARY KEY (place_id, kind, number)
);
