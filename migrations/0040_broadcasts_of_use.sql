-- why: "no water tomorrow" helps nobody the day after, so whoever writes it may say until when it is of use.
ALTER TABLE broadcasts ADD COLUMN useful_until INTEGER;
