-- why: what was deleted leaves the disk too, also when the program ends before that is done.
-- A wish, gone when it is fulfilled. `forgotten`: a person, so that copies of the database from before go as well.
CREATE TABLE wipes (
    id INTEGER PRIMARY KEY,
    forgotten INTEGER NOT NULL CHECK (forgotten IN (0, 1))
);
