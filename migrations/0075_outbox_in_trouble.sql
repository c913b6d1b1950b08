-- why: /metrics counts what was refused or is uncertain at every look; without an index it would read all that was sent too.
CREATE INDEX outbox_in_trouble ON outbox (door, lane, state) WHERE state IN ('refused', 'uncertain');
