-- Half the file was the ids, their order and empty space. Rows are now kept in the order in which they were added, so
-- that pages are full; ids are 16 bytes instead of 32 digits; devices have numbers. What the log says stays the same.
ALTER TABLE event RENAME TO old_event;
ALTER TABLE device RENAME TO old_device;

-- The files in which events were first written.
CREATE TABLE device (
    number INTEGER NOT NULL PRIMARY KEY,
    id     ANY     NOT NULL UNIQUE          -- 16 random bytes; a text if it is not one of ours
) STRICT;

CREATE TABLE event (
    entry   INTEGER NOT NULL PRIMARY KEY,   -- counts the events as they were added to this file
    id      ANY     NOT NULL UNIQUE,        -- 16 random bytes; a text if it is not one of ours
    device  INTEGER NOT NULL REFERENCES device (number),
    number  INTEGER NOT NULL,               -- above every number that its file knew when it was written
    at      INTEGER NOT NULL,               -- milliseconds since 1970-01-01T00:00Z
    stamp   INTEGER NOT NULL,               -- the latest time that its file knew when it was written
    sitting ANY     REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,   -- its start event
    kind    TEXT    NOT NULL,
    body    TEXT    NOT NULL CHECK (json_valid(body))
) STRICT;

-- This file: which device it is, and the highest number and stamp in it, so that the next event needs no search. A
-- number of 2^53 or more was made up.
CREATE TABLE own (
    one    INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    device INTEGER NOT NULL REFERENCES device (number),
    number INTEGER NOT NULL,
    stamp  INTEGER NOT NULL
) STRICT;

-- What was computed from the log, to be used as long as the log begins with the same events. No part of the log.
CREATE TABLE derived (
    one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    last    INTEGER NOT NULL,               -- the highest entry that it was computed from
    events  INTEGER NOT NULL,               -- how many there were
    version TEXT    NOT NULL,
    body    BLOB    NOT NULL
) STRICT;

-- Only 32 digits in lower case come back the same from 16 bytes.
INSERT INTO device (id)
SELECT iif(octet_length(id) = 32 AND lower(hex(unhex(id))) = id, unhex(id), id) FROM old_device;

INSERT OR IGNORE INTO device (id)
SELECT iif(octet_length(device) = 32 AND lower(hex(unhex(device))) = device, unhex(device), device)
FROM old_event GROUP BY device ORDER BY device;

INSERT INTO event (id, device, number, at, stamp, sitting, kind, body)
SELECT
    iif(octet_length(id) = 32 AND lower(hex(unhex(id))) = id, unhex(id), id),
    (SELECT number FROM device WHERE id = iif(octet_length(old.device) = 32 AND lower(hex(unhex(old.device))) = old.device, unhex(old.device), old.device)),
    number, at, stamp,
    iif(octet_length(sitting) = 32 AND lower(hex(unhex(sitting))) = sitting, unhex(sitting), sitting),
    kind, body
FROM old_event AS old ORDER BY stamp, number, device, id;

INSERT INTO own (one, device, number, stamp)
SELECT
    1, 1,
    (SELECT coalesce(max(number), 0) FROM event WHERE number < 1 << 53),
    (SELECT coalesce(max(stamp), 0) FROM event);

DROP TABLE old_event;
DROP TABLE old_device;
