-- Bulk acts: one thing done to many people, in many places or with tags; worked off by a job, with a result per row.

CREATE TABLE bulk_acts (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  action text NOT NULL CHECK (action IN ('add', 'remove', 'promote', 'demote', 'tag', 'untag')),
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'failed')),
  -- Why it was stopped.
  code text,
  -- Where it is done: the communities, then the groups, are its places in this order. Without any it has one place, for tags.
  community_ids uuid[] NOT NULL DEFAULT '{}',
  group_ids uuid[] NOT NULL DEFAULT '{}',
  tags text[] NOT NULL DEFAULT '{}',
  people_count integer NOT NULL DEFAULT 0,
  done_count integer NOT NULL DEFAULT 0,
  unchanged_count integer NOT NULL DEFAULT 0,
  refused_count integer NOT NULL DEFAULT 0,
  -- How far it is: moved in the transaction of each step, so that a step that is tried again does nothing twice.
  next_place integer NOT NULL DEFAULT 0,
  next_position integer NOT NULL DEFAULT 1,
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  finished_at timestamptz(3),
  PRIMARY KEY (tenant_id, id)
);
CALL seal('bulk_acts');

-- Whom it is for: frozen when it is started, in the order of names.
CREATE TABLE bulk_act_people (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  act_id uuid NOT NULL,
  position integer NOT NULL,
  member_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, act_id, position),
  FOREIGN KEY (tenant_id, act_id) REFERENCES bulk_acts (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX bulk_act_people_of_member ON bulk_act_people (tenant_id, member_id);
CALL seal('bulk_act_people');

-- What came of each person in each place.
CREATE TABLE bulk_act_rows (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  act_id uuid NOT NULL,
  place integer NOT NULL,
  position integer NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('done', 'unchanged', 'refused')),
  code text,
  PRIMARY KEY (tenant_id, act_id, place, position),
  FOREIGN KEY (tenant_id, act_id) REFERENCES bulk_acts (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX bulk_act_rows_refused ON bulk_act_rows (tenant_id, act_id, place, position) WHERE outcome = 'refused';
CALL seal('bulk_act_rows');

-- A table that names people joins those that a merge moves.
CREATE OR REPLACE FUNCTION member_references() RETURNS TABLE (tab text, col text, key text, twin text) LANGUAGE sql IMMUTABLE AS $$
  VALUES
    ('identifiers', 'member_id', 't.id::text', NULL),
    ('messages', 'author_id', 't.id::text', NULL),
    ('feedback', 'member_id', 't.id::text', NULL),
    ('feedback_comments', 'author_id', 't.id::text', NULL),
    ('feedback_votes', 'member_id', 't.feedback_id::text', 'o.feedback_id = t.feedback_id'),
    ('deliveries', 'member_id', 't.occurrence_id::text', 'o.occurrence_id = t.occurrence_id'),
    ('member_notes', 'member_id', 't.id::text', NULL),
    ('chat_authors', 'member_id', 't.group_id || '' '' || t.name', NULL),
    ('group_suggestions', 'member_id', 't.id::text', NULL),
    ('join_requests', 'member_id', 't.id::text', 'o.community_id = t.community_id AND o.status = ''pending''
      AND t.status = ''pending'' AND o.group_id IS NOT DISTINCT FROM t.group_id'),
    ('waiting_entries', 'member_id', 't.group_id::text', 'o.group_id = t.group_id'),
    ('bans', 'member_id', 't.id::text', NULL),
    ('invites', 'created_by_member', 't.id::text', NULL),
    ('members', 'invited_by', 't.id::text', NULL),
    ('community_members', 'invited_by', 't.community_id || '' '' || t.member_id', NULL),
    ('member_merges', 'into_id', 't.id::text', NULL),
    ('communities', 'successor_id', 't.id::text', NULL),
    ('groups', 'successor_id', 't.id::text', NULL),
    ('member_activity', 'member_id', 't.tenant_id::text', 'true'),
    ('privacy_requests', 'member_id', 't.id::text', NULL),
    ('bulk_act_people', 'member_id', 't.act_id || '' '' || t.position', NULL)
$$;
