-- why: the web chat hands out no file that its bot takes back for a while.
ALTER TABLE gateway_files ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0;
