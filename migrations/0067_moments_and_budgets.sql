-- why: "which evening suits you?" and "what for these 2,000 yuan?" are the two questions a street puts most often.

-- Two more kinds of poll: NULL for the others. A time poll asks how moments suit, a budget poll lets everybody fill a basket.
ALTER TABLE polls ADD COLUMN form TEXT CHECK (form IN ('time', 'budget'));
-- Whole yuan that a basket may cost.
ALTER TABLE polls ADD COLUMN total INTEGER CHECK (total > 0);
-- The event that was made of a time poll's winner; thrown away as a draft, another can be made.
ALTER TABLE polls ADD COLUMN event_id INTEGER REFERENCES events (id) ON DELETE SET NULL;
CREATE INDEX polls_by_event ON polls (event_id) WHERE event_id IS NOT NULL;
-- The moment that is asked about; and whole yuan, copied: what an idea is estimated at later changes no poll.
ALTER TABLE poll_options ADD COLUMN starts_at INTEGER;
ALTER TABLE poll_options ADD COLUMN cost INTEGER CHECK (cost > 0);
CREATE UNIQUE INDEX poll_options_once_a_moment ON poll_options (poll_id, starts_at);

-- What the team thinks an idea costs, roughly; the newest holds, the others stay on record. NULL: said to be unknown.
CREATE TABLE idea_costs (
    id INTEGER PRIMARY KEY,
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    band TEXT CHECK (band IN ('tiny', 'small', 'middle', 'large', 'more')),
    set_at INTEGER NOT NULL
);
CREATE INDEX idea_costs_by_idea ON idea_costs (idea_id);
CREATE INDEX idea_costs_by_person ON idea_costs (person_id);
