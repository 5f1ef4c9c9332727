-- How far a room's log has come. A message takes the next position as it is kept, every change of one the next revision: the
-- row is held until the writer commits, so that no reader ever sees a number before the one below it (C3).
CREATE TABLE room_logs (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  group_id uuid NOT NULL,
  last_position bigint NOT NULL DEFAULT 0,
  last_revision bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, group_id),
  FOREIGN KEY (tenant_id, group_id) REFERENCES groups (tenant_id, id) ON DELETE CASCADE
) WITH (fillfactor = 20);
CALL seal('room_logs');

ALTER TABLE messages
  -- The place among what was posted here, without a gap; null for chats that were brought in.
  ADD COLUMN position bigint,
  -- The room's revision with which the message last changed.
  ADD COLUMN revision bigint NOT NULL DEFAULT 0,
  -- What the writer calls the message: a double click or a retry is the same one.
  ADD COLUMN client_key uuid,
  -- Written from the dashboard by one who is not in the room: to the room it is the team that speaks.
  ADD COLUMN by_team boolean NOT NULL DEFAULT false;

UPDATE messages m SET position = numbered.place, revision = numbered.place
FROM (SELECT tenant_id, id, row_number() OVER (PARTITION BY tenant_id, group_id ORDER BY created_at, id) AS place
  FROM messages WHERE import_id IS NULL) numbered
WHERE m.tenant_id = numbered.tenant_id AND m.id = numbered.id;
INSERT INTO room_logs (tenant_id, group_id, last_position, last_revision)
SELECT tenant_id, group_id, max(position), max(revision) FROM messages WHERE position IS NOT NULL GROUP BY tenant_id, group_id;

CREATE UNIQUE INDEX messages_position ON messages (tenant_id, group_id, position) WHERE position IS NOT NULL;
CREATE INDEX messages_revision ON messages (tenant_id, group_id, revision) WHERE revision > 0;
CREATE UNIQUE INDEX messages_client_key ON messages (tenant_id, group_id, author_id, client_key) WHERE client_key IS NOT NULL;

-- Up to which position a member has read the room; null: what was posted before they came in is not new to them.
ALTER TABLE group_members ADD COLUMN read_position bigint;
UPDATE group_members gm SET read_position = (SELECT max(m.position) FROM messages m
  WHERE m.tenant_id = gm.tenant_id AND m.group_id = gm.group_id AND m.created_at <= gm.read_at)
WHERE read_at IS NOT NULL;
