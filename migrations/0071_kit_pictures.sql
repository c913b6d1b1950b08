-- why: a picture that came after a lead had looked must not leave with a kit that she said yes to.

-- The pictures of a page that a lead looked at when she put it in: no other goes along.
CREATE TABLE kit_pictures (
    page_id INTEGER NOT NULL REFERENCES kit_pages (id),
    media_id INTEGER NOT NULL REFERENCES media (id),
    PRIMARY KEY (page_id, media_id)
);
CREATE INDEX kit_pictures_by_media ON kit_pictures (media_id);
