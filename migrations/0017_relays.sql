-- why: a team reads its own group, and a neighbourhood its own app; news shall be there too.

-- Where else a place's news goes. `secret` is sealed (bot/relay/sealing.py) and never shown; `label` is.
CREATE TABLE relays (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    service TEXT NOT NULL,
    label TEXT NOT NULL,
    secret TEXT,
    -- Of a Telegram group. A group hears of one place.
    chat_id INTEGER UNIQUE,
    language TEXT NOT NULL,
    team INTEGER NOT NULL,
    events INTEGER NOT NULL,
    weekly INTEGER NOT NULL,
    -- 'checking' until a first test arrived, 'barred' when its address is a private one, 'lost' when put out of a group.
    state TEXT NOT NULL CHECK (state IN ('checking', 'active', 'paused', 'barred', 'lost')),
    refusals INTEGER NOT NULL DEFAULT 0,
    -- Why it went wrong last, and what the leads have not been told yet.
    reason TEXT,
    news TEXT,
    made_at INTEGER NOT NULL
);
CREATE INDEX relays_by_place ON relays (place_id);

-- Posts that leave for services other than Telegram, which have no idempotency: each is sent at most once.
CREATE TABLE relay_posts (
    id INTEGER PRIMARY KEY,
    relay_id INTEGER NOT NULL REFERENCES relays (id),
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'refused', 'uncertain')),
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL,
    reason TEXT,
    code TEXT,
    -- Of a test: who waits for its result, and in which outbox row.
    asked_by INTEGER REFERENCES people (id),
    asked_row INTEGER,
    told_at INTEGER,
    made_at INTEGER NOT NULL,
    claimed_at INTEGER,
    settled_at INTEGER
);
CREATE INDEX relay_posts_due ON relay_posts (relay_id, id) WHERE state IN ('waiting', 'sending');
CREATE INDEX relay_posts_untold ON relay_posts (settled_at) WHERE asked_by IS NOT NULL AND told_at IS NULL;
CREATE INDEX relay_posts_by_age ON relay_posts (settled_at) WHERE settled_at IS NOT NULL;
