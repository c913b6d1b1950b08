-- why: a lead looks after the place itself, every change of it on record, and what was asked in one place is not answered in another.

-- 'before': nothing is on the board until the team published it; 'after': at once, and the team looks afterwards.
ALTER TABLE places ADD COLUMN moderation TEXT NOT NULL DEFAULT 'before' CHECK (moderation IN ('before', 'after'));
-- Minutes after midnight, in the clock of the place itself.
ALTER TABLE places ADD COLUMN quiet_from INTEGER NOT NULL DEFAULT 1320 CHECK (quiet_from BETWEEN 0 AND 1439);
ALTER TABLE places ADD COLUMN quiet_to INTEGER NOT NULL DEFAULT 450 CHECK (quiet_to BETWEEN 0 AND 1439);
-- Minutes after midnight, in the clock the place shows first: for whoever never chose a time herself.
ALTER TABLE places ADD COLUMN shop_minute INTEGER NOT NULL DEFAULT 570 CHECK (shop_minute BETWEEN 0 AND 1439);
ALTER TABLE places ADD COLUMN team_minute INTEGER NOT NULL DEFAULT 570 CHECK (team_minute BETWEEN 0 AND 1439);
ALTER TABLE digest_readers ADD COLUMN chosen INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1));
UPDATE digest_readers SET chosen = 1 WHERE minute <> 570;

-- A spot that was removed is offered no more; ideas that are there keep it.
ALTER TABLE spots ADD COLUMN media_id INTEGER REFERENCES media (id);
ALTER TABLE spots ADD COLUMN removed_at INTEGER;
CREATE INDEX spots_by_place ON spots (place_id, position);
CREATE INDEX spots_by_picture ON spots (media_id) WHERE media_id IS NOT NULL;

-- What was asked in a place waits here while its person is in another one.
CREATE TABLE parked_questions (
    door TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    place_id INTEGER NOT NULL REFERENCES places (id),
    question TEXT NOT NULL,
    PRIMARY KEY (door, user_id, place_id)
);

-- On the board before anybody of the team had looked at it.
ALTER TABLE ideas ADD COLUMN unseen INTEGER NOT NULL DEFAULT 0 CHECK (unseen IN (0, 1));
CREATE INDEX ideas_unseen ON ideas (place_id) WHERE unseen = 1;

-- `was` and `becomes` are written as the settings themselves are; `person_id` is NULL for the command line.
CREATE TABLE place_changes (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER REFERENCES people (id),
    what TEXT NOT NULL,
    spot_id INTEGER REFERENCES spots (id),
    was TEXT NOT NULL,
    becomes TEXT NOT NULL,
    changed_at INTEGER NOT NULL
);
CREATE INDEX place_changes_by_place ON place_changes (place_id, what, id);
