-- why: a trial that is over is kept, changed, tried longer or undone; "yes, but, try, later" said that in brackets.
ALTER TABLE digest_items ADD COLUMN choices TEXT NOT NULL DEFAULT 'say';
