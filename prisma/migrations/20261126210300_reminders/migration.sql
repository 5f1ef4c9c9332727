-- A reminder goes once to those who did not read an announcement (A15).
ALTER TABLE announcements ADD COLUMN reminds_id uuid;
CREATE UNIQUE INDEX announcements_one_reminder ON announcements (tenant_id, reminds_id)
  WHERE reminds_id IS NOT NULL AND status <> 'cancelled';
