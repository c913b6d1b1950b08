-- why: the web chat's server keeps its people, messages, files, waiting updates and events here.

-- One row, one sequence for people, messages, events, updates and queries. Whoever takes a number holds the row
-- until its commit, so numbers become visible in order, and none is used twice after a deletion.
CREATE TABLE gateway_counter (
    id INTEGER NOT NULL UNIQUE CHECK (id = 1),
    value INTEGER NOT NULL
);
INSERT INTO gateway_counter (id, value) VALUES (1, 1000);

CREATE TABLE gateway_settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE gateway_people (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    gone INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL
);

-- The cookie itself is never kept.
CREATE TABLE gateway_sessions (
    hash TEXT NOT NULL PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES gateway_people (id),
    created INTEGER NOT NULL
);
CREATE INDEX gateway_sessions_person ON gateway_sessions (person);

-- Salted hashes of addresses, for one hour: only to limit how many sessions one address opens.
CREATE TABLE gateway_arrivals (
    address TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX gateway_arrivals_address ON gateway_arrivals (address, at);

-- body: the content in the Bot API's own words (text, entities, photo, reply_markup, …) as JSON.
CREATE TABLE gateway_messages (
    id INTEGER NOT NULL PRIMARY KEY,
    chat INTEGER NOT NULL REFERENCES gateway_people (id),
    by_bot INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    edited INTEGER,
    language TEXT,
    reply_to INTEGER,
    txn TEXT,
    reaction TEXT,
    body TEXT NOT NULL
);
CREATE INDEX gateway_messages_chat ON gateway_messages (chat, id);

-- The bytes are on disk under `path`; the sizes of one photo share a family.
CREATE TABLE gateway_files (
    file_id TEXT NOT NULL PRIMARY KEY,
    unique_id TEXT NOT NULL,
    family TEXT NOT NULL,
    kind TEXT NOT NULL,
    path TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    duration INTEGER NOT NULL,
    created INTEGER NOT NULL
);
CREATE INDEX gateway_files_family ON gateway_files (family);

-- Which file is seen in which chat: nobody else may fetch it.
CREATE TABLE gateway_attachments (
    file_id TEXT NOT NULL,
    message INTEGER NOT NULL,
    chat INTEGER NOT NULL
);
CREATE INDEX gateway_attachments_file ON gateway_attachments (file_id, chat);
CREATE INDEX gateway_attachments_message ON gateway_attachments (message);

-- What the bot has not confirmed yet.
CREATE TABLE gateway_updates (
    id INTEGER NOT NULL PRIMARY KEY,
    chat INTEGER NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    created INTEGER NOT NULL
);

-- What open pages are told; `message` events are read together with the message as it is now.
CREATE TABLE gateway_events (
    id INTEGER NOT NULL PRIMARY KEY,
    chat INTEGER NOT NULL,
    type TEXT NOT NULL,
    message INTEGER,
    data TEXT NOT NULL,
    created INTEGER NOT NULL
);
CREATE INDEX gateway_events_chat ON gateway_events (chat, id);
CREATE INDEX gateway_events_created ON gateway_events (created);

CREATE TABLE gateway_queries (
    id INTEGER NOT NULL PRIMARY KEY,
    person INTEGER NOT NULL,
    created INTEGER NOT NULL
);

-- One effect for each thing a phone sends, however often it is sent.
CREATE TABLE gateway_txns (
    person INTEGER NOT NULL,
    txn TEXT NOT NULL,
    numbers TEXT NOT NULL,
    created INTEGER NOT NULL,
    PRIMARY KEY (person, txn)
);

-- One effect for each thing the bot sends with an idempotency key.
CREATE TABLE gateway_keys (
    key TEXT NOT NULL PRIMARY KEY,
    chat INTEGER NOT NULL,
    numbers TEXT NOT NULL,
    created INTEGER NOT NULL
);

CREATE TABLE gateway_commands (
    scope TEXT NOT NULL,
    language TEXT NOT NULL,
    commands TEXT NOT NULL,
    PRIMARY KEY (scope, language)
);
