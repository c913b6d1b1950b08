-- why: the web chat counts what each person and each address has sent on a day, so that nobody fills the disk.

-- who: a person, or the day's word for an address (see gateway_settings, origin_salt).
CREATE TABLE gateway_usage (
    who TEXT NOT NULL,
    day INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    words INTEGER NOT NULL,
    PRIMARY KEY (who, day)
);
CREATE INDEX gateway_usage_by_age ON gateway_usage (day);
