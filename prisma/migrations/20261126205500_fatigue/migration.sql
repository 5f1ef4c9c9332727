-- Fatigue budget (A18): an emergency passes it, with a reason.
ALTER TABLE announcements ADD COLUMN urgent_reason text CHECK (length(urgent_reason) <= 2000);

-- What people got in a week, by when it began.
CREATE INDEX occurrences_begun ON occurrences (tenant_id, started_at) WHERE started_at IS NOT NULL;
