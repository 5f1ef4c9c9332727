-- The inbox of the house (C2): what a person writes to the organization, a conversation for each way they write by. It goes
-- with the person (P16): nothing in it is worth more than they are.
CREATE TABLE inbox_conversations (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('portal', 'whatsapp')),
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'snoozed', 'closed')),
  snoozed_until timestamptz(3),
  assignee_id uuid,
  -- When something last moved it up: a message, or waking.
  moved_at timestamptz(3) NOT NULL,
  last_position integer NOT NULL DEFAULT 0,
  -- How far the person has read what the team wrote.
  read_position integer NOT NULL DEFAULT 0,
  -- Since when an answer is waited for, and until when the house gives itself; both null when nobody waits.
  waiting_since timestamptz(3),
  reply_due_at timestamptz(3),
  -- What somebody of the team still has to do about it.
  task text CHECK (length(task) <= 2000),
  task_due_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, assignee_id) REFERENCES staff (tenant_id, id) ON DELETE SET NULL (assignee_id),
  CHECK ((status = 'snoozed') = (snoozed_until IS NOT NULL)),
  CHECK ((task IS NULL) = (task_due_at IS NULL))
);
CALL seal('inbox_conversations');
CREATE INDEX inbox_of_member ON inbox_conversations (tenant_id, member_id, channel, moved_at);
CREATE INDEX inbox_by_status ON inbox_conversations (tenant_id, status, moved_at, id);
CREATE INDEX inbox_by_assignee ON inbox_conversations (tenant_id, assignee_id, status, moved_at, id);
CREATE INDEX inbox_by_reply ON inbox_conversations (tenant_id, reply_due_at, id) WHERE reply_due_at IS NOT NULL;
CREATE INDEX inbox_by_task ON inbox_conversations (tenant_id, task_due_at, id) WHERE task_due_at IS NOT NULL;

-- In the order in which they came, without a gap. `key` makes a repetition the same message: of the writer's device, or the
-- digest of the provider's id.
CREATE TABLE inbox_messages (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('in', 'out', 'note', 'event')),
  -- Of the team; null for the person and for the house itself.
  author_id uuid,
  body text NOT NULL DEFAULT '',
  event text,
  -- The announcement that is answered, or the feedback that was made of it.
  ref_id uuid,
  key text,
  state text NOT NULL DEFAULT 'sent'
    CHECK (state IN ('queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown')),
  reason text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, conversation_id, position),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES inbox_conversations (tenant_id, id) ON DELETE CASCADE
);
CALL seal('inbox_messages');
CREATE UNIQUE INDEX inbox_messages_key ON inbox_messages (tenant_id, conversation_id, key) WHERE key IS NOT NULL;

CREATE TABLE inbox_labels (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 440),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, name)
);
CALL seal('inbox_labels');

CREATE TABLE inbox_labelled (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  conversation_id uuid NOT NULL,
  label_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id, label_id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES inbox_conversations (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, label_id) REFERENCES inbox_labels (tenant_id, id) ON DELETE CASCADE
);
CALL seal('inbox_labelled');
CREATE INDEX inbox_labelled_by_label ON inbox_labelled (tenant_id, label_id, conversation_id);

CREATE TABLE inbox_saved_replies (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  shortcut text NOT NULL CHECK (shortcut ~ '^[a-z0-9-]{1,40}$'),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 45056),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, shortcut)
);
CALL seal('inbox_saved_replies');

-- Two records of one person that become one keep both their conversations; new messages go into the later one.
DO $do$ BEGIN
  EXECUTE replace(pg_get_functiondef('member_references'::regproc), E'\n  VALUES\n',
    E'\n  VALUES\n    (''inbox_conversations'', ''member_id'', ''t.id::text'', NULL),\n');
END $do$;

-- What people write is read, no longer only looked through for a word.
ALTER TABLE whatsapp_events DROP CONSTRAINT whatsapp_events_words_check,
  ADD CONSTRAINT whatsapp_events_words_check CHECK (length(words) <= 4096);
