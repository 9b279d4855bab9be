-- The whole revision that a run's reply changes; empty for the first. Runs of before started from
-- the newest whole one.
ALTER TABLE run ADD COLUMN base TEXT NOT NULL DEFAULT '';
UPDATE run SET base = coalesce(
    (SELECT v.id FROM revision v
     WHERE v.project_id = run.project_id AND v.partial = 0 AND v.created <= run.started
     ORDER BY v.number DESC LIMIT 1), '');

-- Requests that went out for a run, and what it cost in billionths of a US dollar by the price that
-- `price` describes; NULL where no price is known.
ALTER TABLE run ADD COLUMN attempts INTEGER NOT NULL DEFAULT 1;
ALTER TABLE run ADD COLUMN cost INTEGER;
ALTER TABLE run ADD COLUMN price TEXT NOT NULL DEFAULT '';
CREATE INDEX run_started ON run (started);
