-- What members of a room ask its admins to look at: once a person and message, open until decided (C4).
CREATE TABLE message_reports (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  message_id uuid NOT NULL,
  reporter_id uuid NOT NULL,
  group_id uuid NOT NULL,
  reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 2000),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  decided_at timestamptz(3),
  decided_by uuid,
  PRIMARY KEY (tenant_id, message_id, reporter_id),
  FOREIGN KEY (tenant_id, message_id) REFERENCES messages (tenant_id, id) ON DELETE CASCADE
);
CALL seal('message_reports');
CREATE INDEX message_reports_open ON message_reports (tenant_id, group_id, message_id) WHERE decided_at IS NULL;
CREATE INDEX message_reports_of_reporter ON message_reports (tenant_id, reporter_id);

-- Who may not write in a room until an instant.
CREATE TABLE room_silences (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  group_id uuid NOT NULL,
  member_id uuid NOT NULL,
  until timestamptz(3) NOT NULL,
  silenced_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, group_id, member_id),
  FOREIGN KEY (tenant_id, group_id) REFERENCES groups (tenant_id, id) ON DELETE CASCADE
);
CALL seal('room_silences');
CREATE INDEX room_silences_of_member ON room_silences (tenant_id, member_id);

-- Slow mode: how long each waits between two messages; the row of a person is held while their message is kept.
ALTER TABLE groups ADD COLUMN slow_seconds integer NOT NULL DEFAULT 0 CHECK (slow_seconds BETWEEN 0 AND 3600);
CREATE TABLE room_paces (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  group_id uuid NOT NULL,
  member_id uuid NOT NULL,
  last_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, group_id, member_id),
  FOREIGN KEY (tenant_id, group_id) REFERENCES groups (tenant_id, id) ON DELETE CASCADE
);
CALL seal('room_paces');
CREATE INDEX room_paces_of_member ON room_paces (tenant_id, member_id);

DO $do$ BEGIN
  EXECUTE replace(pg_get_functiondef('member_references'::regproc), E'\n  VALUES\n',
    E'\n  VALUES\n    (''message_reports'', ''reporter_id'', ''t.message_id::text'', ''o.message_id = t.message_id''),\n'
    '    (''room_silences'', ''member_id'', ''t.group_id::text'', ''o.group_id = t.group_id''),\n'
    '    (''room_paces'', ''member_id'', ''t.group_id::text'', ''o.group_id = t.group_id''),\n');
END $do$;
