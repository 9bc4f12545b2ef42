-- The log of everything that happened, append-only. Two files join by union of their rows.
CREATE TABLE event (
    id      TEXT    NOT NULL PRIMARY KEY,   -- 128 random bits, hexadecimal
    device  TEXT    NOT NULL,               -- the file in which it was first written
    number  INTEGER NOT NULL,               -- counts the events of a device
    at      INTEGER NOT NULL,               -- milliseconds since 1970-01-01T00:00Z
    sitting TEXT    REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,   -- its start event
    kind    TEXT    NOT NULL,
    body    TEXT    NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;

CREATE INDEX event_by_sitting ON event (sitting);
CREATE INDEX event_by_number ON event (device, number);
CREATE INDEX event_by_kind ON event (kind, at);

-- Names this file among those of other machines: one row.
CREATE TABLE device (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    id  TEXT    NOT NULL
) STRICT;

INSERT INTO device (one, id) VALUES (1, lower(hex(randomblob(16))));
