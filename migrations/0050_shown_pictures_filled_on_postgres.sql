-- why: the same as 0049 in the words of PostgreSQL.
INSERT INTO shown_pictures (outbox_id, media_id)
    SELECT o.id, CAST(coalesce(CAST(o.params AS jsonb) #>> '{photo,stored}',
        CAST(o.params AS jsonb) #>> '{media,media,stored}') AS BIGINT)
    FROM outbox o WHERE o.method IN ('sendPhoto', 'editMessageMedia')
    AND coalesce(CAST(o.params AS jsonb) #>> '{photo,stored}', CAST(o.params AS jsonb) #>> '{media,media,stored}')
        IS NOT NULL;
INSERT INTO shown_pictures (outbox_id, media_id)
    SELECT DISTINCT o.id, CAST(one.value ->> 0 AS BIGINT)
    FROM outbox o, jsonb_array_elements(coalesce(CAST(o.params AS jsonb) #> '{photo,collage}',
        CAST(o.params AS jsonb) #> '{media,media,collage}', '[]')) one
    WHERE o.method IN ('sendPhoto', 'editMessageMedia');
