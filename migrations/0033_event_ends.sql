-- why: "19:00–21:00" is a beginning and an end, and people plan by both; NULL: nobody said when it ends.
ALTER TABLE events ADD COLUMN lasts INTEGER CHECK (lasts > 0);
-- What people were told last, as with told_starts_at.
ALTER TABLE events ADD COLUMN told_lasts INTEGER;
