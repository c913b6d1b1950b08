-- why: murals were painted over because nobody had agreed whose wall it was; makers hear before what they made goes.

-- Days that makers have when the owner wants to change what they made.
ALTER TABLE places ADD COLUMN made_days INTEGER NOT NULL DEFAULT 14 CHECK (made_days BETWEEN 3 AND 90);

-- Something people made. Its words stand with the idea or event it came from: what is hidden there is hidden here.
CREATE TABLE made_things (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    idea_id INTEGER UNIQUE REFERENCES ideas (id),
    event_id INTEGER REFERENCES events (id),
    -- A photo of an album; those of an idea stand with it.
    media_id INTEGER UNIQUE REFERENCES media (id),
    wish TEXT NOT NULL DEFAULT 'ask' CHECK (wish IN ('ask', 'until', 'freely')),
    wish_until INTEGER,
    steward_id INTEGER REFERENCES people (id),
    registered_by INTEGER REFERENCES people (id),
    made_at INTEGER NOT NULL,
    CHECK ((idea_id IS NULL) <> (event_id IS NULL)),
    CHECK ((wish = 'until') = (wish_until IS NOT NULL))
);
CREATE INDEX made_things_by_place ON made_things (place_id, id);

-- What it is on; whose space that is says who decides. A thing may be on two.
CREATE TABLE made_surfaces (
    id INTEGER PRIMARY KEY,
    thing_id INTEGER NOT NULL REFERENCES made_things (id),
    spot_id INTEGER REFERENCES spots (id),
    space TEXT NOT NULL CHECK (space IN ('inside', 'front', 'yard', 'street', 'unsure')),
    -- Until when the owner said it stays; asked what follows when that day has come.
    agreed_until INTEGER,
    agreed_by INTEGER REFERENCES people (id),
    agreed_asked_at INTEGER
);
CREATE UNIQUE INDEX made_surfaces_once ON made_surfaces (thing_id, spot_id);
CREATE INDEX made_surfaces_agreed ON made_surfaces (agreed_until) WHERE agreed_asked_at IS NULL;

-- 'asked' has not said yet whether she made it; 'quiet' wants no name on it; 'children' stands for a group of them.
CREATE TABLE made_makers (
    thing_id INTEGER NOT NULL REFERENCES made_things (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    part TEXT NOT NULL CHECK (part IN ('asked', 'named', 'quiet', 'children')),
    since INTEGER NOT NULL,
    PRIMARY KEY (thing_id, person_id)
);
CREATE INDEX made_makers_by_person ON made_makers (person_id);

-- The owner wants to change it: one at a time on each surface, and what is gone is gone.
CREATE TABLE made_changes (
    id INTEGER PRIMARY KEY,
    surface_id INTEGER NOT NULL REFERENCES made_surfaces (id),
    begun_by INTEGER REFERENCES people (id),
    why TEXT NOT NULL,
    -- Why it cannot wait; NULL when it can.
    urgent TEXT,
    begun_at INTEGER NOT NULL,
    half_at INTEGER NOT NULL,
    may_at INTEGER NOT NULL,
    reminded_at INTEGER,
    told_at INTEGER,
    outcome TEXT CHECK (outcome IN ('stays', 'moved', 'gone')),
    ended_at INTEGER,
    -- Since when its makers have the last photo, or were told that there is none.
    shown_at INTEGER,
    CHECK ((outcome IS NULL) = (ended_at IS NULL)),
    -- Nothing is gone within the term, unless it could not wait.
    CHECK (outcome IS NULL OR outcome <> 'gone' OR urgent IS NOT NULL OR ended_at >= may_at)
);
CREATE UNIQUE INDEX made_changes_open ON made_changes (surface_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX made_changes_gone ON made_changes (surface_id) WHERE outcome = 'gone';
CREATE INDEX made_changes_by_surface ON made_changes (surface_id);

CREATE TABLE made_answers (
    change_id INTEGER NOT NULL REFERENCES made_changes (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    answer TEXT NOT NULL CHECK (answer IN ('photograph', 'move', 'together', 'fine')),
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (change_id, person_id)
);
CREATE INDEX made_answers_by_person ON made_answers (person_id);

-- Last photos: for its makers, and on no board.
CREATE TABLE made_photos (
    id INTEGER PRIMARY KEY,
    change_id INTEGER NOT NULL REFERENCES made_changes (id),
    media_id INTEGER NOT NULL UNIQUE REFERENCES media (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    sent_at INTEGER NOT NULL
);
CREATE INDEX made_photos_by_change ON made_photos (change_id);
CREATE INDEX made_photos_by_person ON made_photos (person_id);
