-- why: whoever asked a human being waits for one, so an open question comes again and then goes to somebody else.

-- When the team was asked once more, and when the leads were.
ALTER TABLE human_questions ADD COLUMN again_at INTEGER;
ALTER TABLE human_questions ADD COLUMN lead_at INTEGER;
-- What stands on the button below it, where that is not "open"; its words are a whole sentence then.
ALTER TABLE digest_items ADD COLUMN press TEXT;
