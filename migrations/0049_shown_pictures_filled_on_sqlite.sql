-- why: messages from before the table of shown pictures can be called back as well.
INSERT INTO shown_pictures (outbox_id, media_id)
    SELECT o.id, coalesce(json_extract(o.params, '$.photo.stored'), json_extract(o.params, '$.media.media.stored'))
    FROM outbox o WHERE o.method IN ('sendPhoto', 'editMessageMedia')
    AND coalesce(json_extract(o.params, '$.photo.stored'), json_extract(o.params, '$.media.media.stored')) IS NOT NULL;
INSERT INTO shown_pictures (outbox_id, media_id)
    SELECT DISTINCT o.id, json_extract(one.value, '$[0]')
    FROM outbox o, json_each(coalesce(json_extract(o.params, '$.photo.collage'),
        json_extract(o.params, '$.media.media.collage'), '[]')) one
    WHERE o.method IN ('sendPhoto', 'editMessageMedia');
