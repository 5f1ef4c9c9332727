-- The card of a person: notes that tell who wrote them and when, fields that the tenant defines, its tags, and identifiers
-- in an order of their own.

-- Notes among staff (P7), each a row of its own.
CREATE TABLE member_notes (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  -- The staff user, and their name as it was then: they may have left.
  author_id uuid,
  author_name text NOT NULL DEFAULT '',
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 20000),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  edited_at timestamptz(3),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX member_notes_of_member ON member_notes (tenant_id, member_id, created_at DESC, id DESC);
-- Even the owner of a table obeys its seal: lifted for this one reading over all tenants.
ALTER TABLE members NO FORCE ROW LEVEL SECURITY;
INSERT INTO member_notes (tenant_id, id, member_id, body, created_at)
  SELECT tenant_id, new_id(), id, left(notes, 20000), updated_at FROM members WHERE notes <> '';
ALTER TABLE members DROP COLUMN notes;
CALL seal('member_notes');

-- The fields that a tenant keeps of its people. The key names a field in `members.fields` and in the API and stays; what
-- people read may change. A value whose key nobody has defined is kept as it came.
CREATE TABLE custom_fields (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  key text COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 1 AND 660),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 660),
  kind text NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice', 'yes_no')),
  options text[] NOT NULL DEFAULT '{}',
  position integer NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key),
  CHECK (kind = 'choice' OR options = '{}')
);
CALL seal('custom_fields');

-- The tags of a tenant, each spelling once whatever its case and accents; who has them is in `member_tags`.
CREATE TABLE tags (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT new_id(),
  token text COLLATE "C" NOT NULL,
  name text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, token)
);
INSERT INTO tags (tenant_id, token, name)
  SELECT m.tenant_id, tag_token(tag), min(tag) FROM members m, unnest(m.tags) AS tag GROUP BY 1, 2;
ALTER TABLE members FORCE ROW LEVEL SECURITY;
CALL seal('tags');

CREATE OR REPLACE FUNCTION write_member_tags() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- In one order, so that two imports that bring the same new tags do not wait for each other.
  INSERT INTO tags (tenant_id, token, name)
  SELECT tenant_id, tag_token(tag) AS token, min(tag) FROM (SELECT DISTINCT tenant_id, tag FROM changed, unnest(tags) AS tag) d
  GROUP BY 1, 2 ORDER BY 1, 2
  ON CONFLICT DO NOTHING;
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM member_tags t USING changed n JOIN previous o ON o.tenant_id = n.tenant_id AND o.id = n.id
    WHERE t.tenant_id = n.tenant_id AND t.member_id = n.id AND o.tags <> n.tags;
    INSERT INTO member_tags (tenant_id, token, member_id)
    SELECT n.tenant_id, s.token, n.id
    FROM changed n JOIN previous o ON o.tenant_id = n.tenant_id AND o.id = n.id AND o.tags <> n.tags
    CROSS JOIN LATERAL unnest(n.tags) AS tag
    JOIN (SELECT tag, tag_token(tag) AS token FROM (SELECT DISTINCT tag FROM changed, unnest(tags) AS tag) d) s ON s.tag = tag.tag
    ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO member_tags (tenant_id, token, member_id)
    SELECT n.tenant_id, s.token, n.id FROM changed n
    CROSS JOIN LATERAL unnest(n.tags) AS tag
    JOIN (SELECT tag, tag_token(tag) AS token FROM (SELECT DISTINCT tag FROM changed, unnest(tags) AS tag) d) s ON s.tag = tag.tag
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

-- What was typed stands beside what it was read as (X20); of each kind the first in the order is the main one.
ALTER TABLE identifiers ADD COLUMN typed text CHECK (length(typed) <= 320), ADD COLUMN position integer NOT NULL DEFAULT 0;
