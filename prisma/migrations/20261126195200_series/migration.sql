-- Series, each person's own zone, and approval bound to what was approved (A6, A19).

ALTER TABLE announcements
  -- The wall-clock time that due_at was resolved from: resolved again when zone rules change.
  ADD COLUMN due_local text,
  -- Of what was approved: content, audience and time.
  ADD COLUMN approved_hash text,
  -- The series that this one was taken out of.
  ADD COLUMN series_id uuid;

-- "At that time in each member's own zone": not sent and not shown before.
ALTER TABLE deliveries ADD COLUMN not_before timestamptz(3);
