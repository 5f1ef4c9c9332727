-- The interactive block of a sending (A2): what it asks, when it takes answers, and of a giveaway its draw (A20). A reminder
-- shows the block of what it reminds of, so that each person answers once.
CREATE TABLE blocks (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  announcement_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('poll', 'event', 'giveaway', 'feedback', 'button')),
  content jsonb NOT NULL,
  community_ids uuid[] NOT NULL,
  opened_at timestamptz(3) NOT NULL DEFAULT now(),
  -- No answer from then on; null: as long as it is shown.
  closes_at timestamptz(3),
  closed_at timestamptz(3),
  -- Of an event.
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  -- Of a giveaway: the digest is published from the beginning, the secret with the draw.
  secret text,
  secret_hash text,
  entries_hash text,
  drawn_at timestamptz(3),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, announcement_id) REFERENCES announcements (tenant_id, id) ON DELETE CASCADE,
  CHECK (kind <> 'giveaway' OR secret_hash IS NOT NULL),
  CHECK (drawn_at IS NULL OR entries_hash IS NOT NULL)
);
CALL seal('blocks');
CREATE INDEX blocks_of_announcement ON blocks (tenant_id, announcement_id, id);

-- One row a person; it outlives them as a number, without their words (X29).
CREATE TABLE block_answers (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  block_id uuid NOT NULL,
  member_id uuid NOT NULL,
  choices text[] NOT NULL,
  score integer,
  -- The public number of an entry in a giveaway, and which prize it won.
  ticket text,
  won_place integer,
  presses integer NOT NULL DEFAULT 1,
  feedback_id uuid,
  answered_at timestamptz(3) NOT NULL DEFAULT now(),
  changed_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, block_id, member_id),
  FOREIGN KEY (tenant_id, block_id) REFERENCES blocks (tenant_id, id) ON DELETE CASCADE
);
CALL seal('block_answers');
CREATE UNIQUE INDEX block_answers_ticket ON block_answers (tenant_id, block_id, ticket) WHERE ticket IS NOT NULL;
CREATE INDEX block_answers_of_member ON block_answers (tenant_id, member_id);

ALTER TABLE occurrences ADD COLUMN block_id uuid,
  ADD FOREIGN KEY (tenant_id, block_id) REFERENCES blocks (tenant_id, id);
CREATE INDEX occurrences_of_block ON occurrences (tenant_id, block_id) WHERE block_id IS NOT NULL;

-- Two records of one person that become one have answered once (X22).
DO $do$ BEGIN
  EXECUTE replace(pg_get_functiondef('member_references'::regproc), E'\n  VALUES\n',
    E'\n  VALUES\n    (''block_answers'', ''member_id'', ''t.block_id::text'', ''o.block_id = t.block_id''),\n');
END $do$;
