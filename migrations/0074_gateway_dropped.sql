-- why: files lie where a network is between; which of them are to go is kept until they are gone.
CREATE TABLE gateway_dropped (
    path TEXT NOT NULL PRIMARY KEY
);
