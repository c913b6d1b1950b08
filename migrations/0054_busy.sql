-- why: shop L was full for some weeks and then empty; one tap a week shows a fall while something can still be done.

-- How one week at the shop was, as its owner tells it: one answer a week, hers to change.
CREATE TABLE busy_weeks (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    -- Weeks since Monday, 1 January of the year 1, in the clock shown first.
    week INTEGER NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('quiet', 'usual', 'busy')),
    -- How many came, where she likes to say.
    came INTEGER CHECK (came BETWEEN 0 AND 100000),
    told_by INTEGER REFERENCES people (id),
    told_at INTEGER NOT NULL,
    -- When it was looked at for a fall; NULL while that is still to come.
    looked_at INTEGER,
    UNIQUE (place_id, week)
);
CREATE INDEX busy_weeks_new ON busy_weeks (told_at) WHERE looked_at IS NULL;

-- Ten minutes at the door, after Gehl's Public Life Data Protocol: nothing is guessed about adults. A draft until it has its weather.
CREATE TABLE busy_counts (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    week INTEGER NOT NULL,
    counted_by INTEGER REFERENCES people (id),
    begun_at INTEGER NOT NULL,
    passing INTEGER CHECK (passing BETWEEN 0 AND 5000),
    staying INTEGER CHECK (staying BETWEEN 0 AND 5000),
    children INTEGER CHECK (children BETWEEN 0 AND 10000),
    weather TEXT CHECK (weather IN ('fair', 'wet', 'extreme')),
    CHECK (weather IS NULL OR (passing IS NOT NULL AND staying IS NOT NULL AND children IS NOT NULL))
);
CREATE INDEX busy_counts_by_week ON busy_counts (place_id, week);
CREATE INDEX busy_counts_open ON busy_counts (begun_at) WHERE weather IS NULL;

-- That a fall was told to owner and team, and from how many answers it was read: once in thirteen weeks at most.
CREATE TABLE busy_alarms (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    week INTEGER NOT NULL,
    answers INTEGER NOT NULL CHECK (answers >= 6),
    raised_at INTEGER NOT NULL,
    UNIQUE (place_id, week)
);
