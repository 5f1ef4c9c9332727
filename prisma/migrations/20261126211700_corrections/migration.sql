-- Correcting what was sent (A11): the portal shows the new words with a mark, the old ones stay on the record.
CREATE TABLE announcement_versions (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  announcement_id uuid NOT NULL,
  -- The version that had these words, until another followed.
  version integer NOT NULL,
  body text NOT NULL,
  replaced_by text NOT NULL DEFAULT '',
  replaced_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, announcement_id, version),
  FOREIGN KEY (tenant_id, announcement_id) REFERENCES announcements (tenant_id, id) ON DELETE CASCADE
);
CALL seal('announcement_versions');

ALTER TABLE occurrences ADD COLUMN edited_at timestamptz(3);
