-- Whether an announcement reaches people within business hours only (A6).
ALTER TABLE announcements ADD COLUMN business_hours boolean NOT NULL DEFAULT false;
