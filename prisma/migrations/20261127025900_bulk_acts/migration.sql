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
DO $do$ BEGIN
  EXECUTE replace(pg_get_functiondef('member_references'::regproc), E'\n  VALUES\n',
    E'\n  VALUES\n    (''bulk_act_people'', ''member_id'', ''t.act_id || '''' '''' || t.position'', NULL),\n');
END $do$;
