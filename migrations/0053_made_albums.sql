-- why: the second picture of an album that was a last photo became a suggestion of its own.

-- Which album of its sender's chat it came in, if any: the others of it follow.
ALTER TABLE made_photos ADD COLUMN album TEXT;
CREATE INDEX made_photos_by_album ON made_photos (album) WHERE album IS NOT NULL;
