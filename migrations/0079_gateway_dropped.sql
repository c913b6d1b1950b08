-- why: files lie where a network may be between, so that what is to go is kept until it is gone.
-- Files of which no row speaks any more, until they are gone from the storage.
CREATE TABLE gateway_dropped (
    path TEXT NOT NULL PRIMARY KEY
);
