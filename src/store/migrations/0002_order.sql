-- The order of the log is what happened, not what a clock said. Each event carries the latest time that its file knew
-- when it was written, and a number above every number there: what a file knew comes before what was written to it.
ALTER TABLE event ADD COLUMN stamp INTEGER NOT NULL DEFAULT 0;

-- Until now numbers counted the events of a device: no event comes before an earlier one of its device. The bound is
-- the last moment of the year 9999.
UPDATE event SET stamp = sorted.stamp
FROM (SELECT id, min(max(at) OVER (PARTITION BY device ORDER BY number), 253402207200999) AS stamp FROM event)
    AS sorted
WHERE sorted.id = event.id;

-- The log is always read whole and in order.
DROP INDEX event_by_sitting;
DROP INDEX event_by_kind;
DROP INDEX event_by_number;
CREATE INDEX event_by_number ON event (number);
CREATE INDEX event_by_order ON event (stamp, number, device, id);
