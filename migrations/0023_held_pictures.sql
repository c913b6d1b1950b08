-- why: a picture of a child is kept back until a guardian has agreed, and shows up nowhere meanwhile.

-- `hash` moves here from `media`, whose row is 'refused' meanwhile, so that nothing which shows pictures finds it.
-- `looked_again_at`: messages that were just leaving have been called back too. `erased_at`: the files are gone.
CREATE TABLE held_pictures (
    media_id INTEGER NOT NULL PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    hash TEXT NOT NULL,
    held_by INTEGER REFERENCES people (id),
    held_at INTEGER NOT NULL,
    looked_again_at INTEGER,
    released_by INTEGER REFERENCES people (id),
    released_at INTEGER,
    removed_at INTEGER,
    erased_at INTEGER
);
CREATE INDEX held_pictures_by_place ON held_pictures (place_id, held_at);

-- In how many messages a picture left that nobody can find any more.
CREATE TABLE pictures_out_of_reach (
    media_id INTEGER NOT NULL PRIMARY KEY,
    messages INTEGER NOT NULL
);

ALTER TABLE gateway_files ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0;

-- What became of a message since it was sent.
CREATE INDEX outbox_by_message ON outbox (door, chat_id, message_id);
