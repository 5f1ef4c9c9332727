-- One reaction a person and message; taken back it stays as a row without a sign, so that who catches up learns of it.
CREATE TABLE message_reactions (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  message_id uuid NOT NULL,
  member_id uuid NOT NULL,
  emoji text CHECK (length(emoji) BETWEEN 1 AND 40),
  -- The room's revision with which it last changed.
  revision bigint NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, message_id, member_id),
  FOREIGN KEY (tenant_id, message_id) REFERENCES messages (tenant_id, id) ON DELETE CASCADE
);
CALL seal('message_reactions');
CREATE INDEX message_reactions_of_member ON message_reactions (tenant_id, member_id);

-- Who quotes a message learns that its words are gone.
CREATE INDEX messages_reply ON messages (tenant_id, reply_to) WHERE reply_to IS NOT NULL;

DO $do$ BEGIN
  EXECUTE replace(pg_get_functiondef('member_references'::regproc), E'\n  VALUES\n',
    E'\n  VALUES\n    (''message_reactions'', ''member_id'', ''t.message_id::text'', ''o.message_id = t.message_id''),\n');
END $do$;
