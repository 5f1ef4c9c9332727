-- The author of a feedback is told once per change (F3): told_at moves with each, author_seen_at when they look.
ALTER TABLE feedback ADD COLUMN told_at timestamptz(3), ADD COLUMN author_seen_at timestamptz(3);
CREATE INDEX feedback_due ON feedback (tenant_id, due_at, id)
  WHERE status IN ('new', 'triaged', 'planned', 'in_progress');

-- Up to where a member has read a room (C1).
ALTER TABLE group_members ADD COLUMN read_at timestamptz(3);
