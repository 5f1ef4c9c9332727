-- B5: who joins an evergreen sending in a later month counts in the month in which it came to them. So many came in the latest
-- month in which somebody did, by the calendar of the tenant; what came before counts no more for the meter.
ALTER TABLE occurrences ADD COLUMN late_month date, ADD COLUMN late_in_month integer NOT NULL DEFAULT 0 CHECK (late_in_month >= 0);
CREATE INDEX occurrences_late_month ON occurrences (tenant_id, late_month) WHERE late_month IS NOT NULL;
