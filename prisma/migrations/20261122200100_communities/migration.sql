-- Communities, groups, members: rules H, L, P of the domain.

CREATE TABLE members (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) <= 800),
  search_name text GENERATED ALWAYS AS (fold(name)) STORED,
  user_id uuid REFERENCES users (id) ON DELETE SET NULL,
  locale text,
  timezone text,
  photo_file_id uuid,
  birthday_on date,
  notes text NOT NULL DEFAULT '',
  fields jsonb NOT NULL DEFAULT '{}',
  tags text[] NOT NULL DEFAULT '{}',
  source text NOT NULL DEFAULT 'staff' CHECK (source IN ('staff', 'import', 'invite', 'api', 'sign_up', 'chat')),
  import_id uuid,
  invited_by uuid,
  suspended_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX members_by_name ON members (tenant_id, search_name COLLATE "C", id);
CREATE INDEX members_newest ON members (tenant_id, created_at DESC, id DESC);
CREATE UNIQUE INDEX members_by_user ON members (tenant_id, user_id) WHERE user_id IS NOT NULL;
CREATE INDEX members_by_import ON members (tenant_id, import_id) WHERE import_id IS NOT NULL;
CREATE INDEX members_of_user ON members (user_id) WHERE user_id IS NOT NULL;
CALL seal('members');

-- Many per member, each unique in the tenant by its canonical form (phone variants share one: X20).
CREATE TABLE identifiers (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('phone', 'email', 'whatsapp', 'username')),
  value text NOT NULL CHECK (length(value) BETWEEN 1 AND 320),
  canonical text COLLATE "C" NOT NULL,
  reversed text COLLATE "C" GENERATED ALWAYS AS (reverse(canonical)) STORED,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, kind, canonical),
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX identifiers_by_member ON identifiers (tenant_id, member_id);
CREATE INDEX identifiers_by_suffix ON identifiers (tenant_id, kind, reversed);
CALL seal('identifiers');

CREATE TABLE communities (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  -- 100 graphemes (L6); the backstop counts code points of the longest families.
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 1100),
  description text NOT NULL DEFAULT '' CHECK (length(description) <= 22528),
  -- { kind: "emoji" | "library" | "image", value, tile }
  icon jsonb,
  join_mode text NOT NULL DEFAULT 'invite' CHECK (join_mode IN ('invite', 'request', 'open')),
  approval_required boolean NOT NULL DEFAULT false,
  -- Locked counters: the only judges of L2, L3 (L9).
  member_count integer NOT NULL DEFAULT 0 CHECK (member_count >= 0),
  group_count integer NOT NULL DEFAULT 0 CHECK (group_count >= 0),
  admin_count integer NOT NULL DEFAULT 0 CHECK (admin_count >= 0),
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  archived_at timestamptz(3),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX communities_newest ON communities (tenant_id, created_at DESC, id DESC);
CALL seal('communities');

-- The announcement space of a community is made of lanes (L4, L5).
CREATE TABLE lanes (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  community_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  member_count integer NOT NULL DEFAULT 0 CHECK (member_count >= 0),
  PRIMARY KEY (tenant_id, community_id, number),
  FOREIGN KEY (tenant_id, community_id) REFERENCES communities (tenant_id, id) ON DELETE CASCADE
);
CALL seal('lanes');

CREATE TABLE groups (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  community_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 1100),
  description text NOT NULL DEFAULT '' CHECK (length(description) <= 22528),
  icon jsonb,
  join_mode text NOT NULL DEFAULT 'open' CHECK (join_mode IN ('invite', 'request', 'open')),
  overflow boolean NOT NULL DEFAULT false,
  overflow_of uuid,
  position integer NOT NULL DEFAULT 0,
  member_count integer NOT NULL DEFAULT 0 CHECK (member_count >= 0),
  admin_count integer NOT NULL DEFAULT 0 CHECK (admin_count >= 0),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  archived_at timestamptz(3),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, community_id, id),
  FOREIGN KEY (tenant_id, community_id) REFERENCES communities (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, overflow_of) REFERENCES groups (tenant_id, id)
);
CREATE INDEX groups_of_community ON groups (tenant_id, community_id, position, id);
CALL seal('groups');

CREATE TABLE community_members (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  role text NOT NULL DEFAULT 'member' CHECK (role IN ('admin', 'member')),
  lane integer NOT NULL DEFAULT 1,
  joined_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, community_id, member_id),
  FOREIGN KEY (tenant_id, community_id) REFERENCES communities (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX community_members_of_member ON community_members (tenant_id, member_id, community_id);
CREATE INDEX community_admins ON community_members (tenant_id, community_id, member_id) WHERE role = 'admin';
CALL seal('community_members');

-- The composite key to community_members is H3: nobody is in a group without being in its community.
CREATE TABLE group_members (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  group_id uuid NOT NULL,
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  role text NOT NULL DEFAULT 'member' CHECK (role IN ('admin', 'member')),
  joined_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, group_id, member_id),
  FOREIGN KEY (tenant_id, community_id, group_id) REFERENCES groups (tenant_id, community_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, community_id, member_id) REFERENCES community_members (tenant_id, community_id, member_id)
    ON DELETE CASCADE
);
CREATE INDEX group_members_of_member ON group_members (tenant_id, member_id, group_id);
CREATE INDEX group_admins ON group_members (tenant_id, group_id, member_id) WHERE role = 'admin';
CALL seal('group_members');

-- History of memberships, append-only.
CREATE TABLE membership_events (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT new_id(),
  community_id uuid NOT NULL,
  group_id uuid,
  member_id uuid NOT NULL,
  event text NOT NULL CHECK (event IN ('joined', 'left', 'removed', 'promoted', 'demoted')),
  actor_label text NOT NULL DEFAULT '',
  at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX membership_events_of_member ON membership_events (tenant_id, member_id, at DESC);
CALL seal('membership_events');
REVOKE UPDATE, DELETE ON membership_events FROM aldeia_app;

-- A marketer's right is granted community by community (R2).
CREATE TABLE staff_grants (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  staff_id uuid NOT NULL,
  community_id uuid NOT NULL,
  granted_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, staff_id, community_id),
  FOREIGN KEY (tenant_id, staff_id) REFERENCES staff (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, community_id) REFERENCES communities (tenant_id, id) ON DELETE CASCADE
);
CALL seal('staff_grants');

CREATE TABLE invites (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  community_id uuid NOT NULL,
  group_id uuid,
  -- Only the hash is kept: the token is shown once.
  token_hash text NOT NULL,
  expires_at timestamptz(3),
  max_uses integer CHECK (max_uses > 0),
  use_count integer NOT NULL DEFAULT 0,
  approval boolean NOT NULL DEFAULT false,
  created_by uuid,
  created_by_member uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  revoked_at timestamptz(3),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, token_hash),
  FOREIGN KEY (tenant_id, community_id) REFERENCES communities (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, community_id, group_id) REFERENCES groups (tenant_id, community_id, id) ON DELETE CASCADE
);
CREATE INDEX invites_of_community ON invites (tenant_id, community_id, created_at DESC);
CALL seal('invites');

CREATE TABLE join_requests (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  community_id uuid NOT NULL,
  group_id uuid,
  member_id uuid NOT NULL,
  invite_id uuid,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'approved', 'refused')),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  decided_at timestamptz(3),
  decided_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, community_id) REFERENCES communities (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX join_requests_pending ON join_requests (tenant_id, community_id, member_id) WHERE status = 'pending';
CALL seal('join_requests');

CREATE TABLE messages (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  group_id uuid NOT NULL,
  author_id uuid,
  body text NOT NULL DEFAULT '',
  kind text NOT NULL DEFAULT 'text' CHECK (kind IN ('text', 'media', 'deleted', 'system')),
  media_name text,
  reply_to uuid,
  import_id uuid,
  -- Stable mark of an imported line: the same chat again adds nothing (I2).
  fingerprint text COLLATE "C",
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  edited_at timestamptz(3),
  removed_at timestamptz(3),
  removed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, group_id) REFERENCES groups (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX messages_of_group ON messages (tenant_id, group_id, created_at DESC, id DESC);
CREATE UNIQUE INDEX messages_fingerprint ON messages (tenant_id, group_id, fingerprint) WHERE fingerprint IS NOT NULL;
CALL seal('messages');

-- Consent is a ledger (P16): the latest entry per channel and purpose stands.
CREATE TABLE consents (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL DEFAULT new_id(),
  member_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('in_app', 'push', 'email', 'whatsapp', 'relay', 'all')),
  purpose text NOT NULL CHECK (purpose IN ('announcements', 'promotions', 'service')),
  granted boolean NOT NULL,
  wording_version text NOT NULL DEFAULT '',
  source text NOT NULL DEFAULT '',
  at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX consents_of_member ON consents (tenant_id, member_id, channel, purpose, at DESC, id DESC);
CALL seal('consents');
REVOKE UPDATE ON consents FROM aldeia_app;

CREATE TABLE imports (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('members_csv', 'members_xlsx', 'whatsapp_chat')),
  status text NOT NULL DEFAULT 'queued'
    CHECK (status IN ('queued', 'running', 'needs_review', 'done', 'failed', 'undone')),
  file_id uuid NOT NULL,
  file_name text NOT NULL DEFAULT '',
  community_id uuid,
  group_id uuid,
  dry_run boolean NOT NULL DEFAULT false,
  -- { timezone, country, dateOrder, mapping, mode, authors }
  options jsonb NOT NULL DEFAULT '{}',
  counts jsonb NOT NULL DEFAULT '{}',
  -- [{ row, code, message params }], at most 10,000 kept
  errors jsonb NOT NULL DEFAULT '[]',
  review jsonb,
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  finished_at timestamptz(3),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX imports_newest ON imports (tenant_id, created_at DESC, id DESC);
CALL seal('imports');

-- The tenants in which a user is staff or member: the list after signing in, and the switcher (T4).
CALL open_to_doors('members', 'tenant_id, id, user_id');
CREATE FUNCTION tenants_of_user(wanted uuid)
  RETURNS TABLE (tenant_id uuid, slug text, name text, role text, member_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t.slug, t.name, s.role, m.id
  FROM (SELECT tenant_id FROM staff WHERE user_id = wanted UNION SELECT tenant_id FROM members WHERE user_id = wanted) x
  JOIN tenants t ON t.id = x.tenant_id
  LEFT JOIN staff s ON s.tenant_id = t.id AND s.user_id = wanted
  LEFT JOIN members m ON m.tenant_id = t.id AND m.user_id = wanted
  ORDER BY t.name
$$;
CALL door('tenants_of_user(uuid)');
