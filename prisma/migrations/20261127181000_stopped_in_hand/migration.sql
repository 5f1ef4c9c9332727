-- Why an occurrence was stopped: what a worker has in hand then ends as it really does, and what comes back from there is
-- skipped for this reason.
ALTER TABLE occurrences ADD COLUMN stop_reason text CHECK (stop_reason IN ('cancelled', 'retracted', 'not_allowed'));
