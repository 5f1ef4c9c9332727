-- What stands at the top of a room.
ALTER TABLE messages ADD COLUMN pinned_at timestamptz(3), ADD COLUMN pinned_by uuid;
CREATE INDEX messages_pinned ON messages (tenant_id, group_id, pinned_at) WHERE pinned_at IS NOT NULL;

-- Who is called in a message. The body has a mark with their place here, so that no name stays in it when they leave (P13).
CREATE TABLE message_mentions (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  message_id uuid NOT NULL,
  place smallint NOT NULL CHECK (place BETWEEN 1 AND 20),
  member_id uuid NOT NULL,
  group_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, message_id, place),
  FOREIGN KEY (tenant_id, message_id) REFERENCES messages (tenant_id, id) ON DELETE CASCADE
);
CALL seal('message_mentions');
CREATE INDEX message_mentions_of_member ON message_mentions (tenant_id, member_id, group_id, message_id);

DO $do$ BEGIN
  EXECUTE replace(pg_get_functiondef('member_references'::regproc), E'\n  VALUES\n',
    E'\n  VALUES\n    (''message_mentions'', ''member_id'', ''t.message_id::text || t.place::text'', NULL),\n');
END $do$;
