-- why: which message shows which picture was found out by looking for letters in every message's parameters.

-- Which message shows which picture; a line goes with its row of the outbox.
CREATE TABLE shown_pictures (
    outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    media_id INTEGER NOT NULL,
    PRIMARY KEY (outbox_id, media_id)
);
CREATE INDEX shown_pictures_by_picture ON shown_pictures (media_id);

-- The words of a message to many were kept without their first bracket, so that a chat could be written before them.
UPDATE campaign_words SET params = '{' || substr(params, 3) WHERE params LIKE ', %';
