-- A room that a member does not want to hear of: nothing of it counts as new or notifies them. It says nothing of who sees whom,
-- so history does not keep it.
ALTER TABLE group_members ADD COLUMN muted_at timestamptz(3);
