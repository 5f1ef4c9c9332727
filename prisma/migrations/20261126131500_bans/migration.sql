-- Bans (C4, X19): who may not come back, by whatever identifier. A ban holds in a room, a community, or (both null) in the
-- whole organization.
CREATE TABLE bans (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  community_id uuid,
  group_id uuid,
  -- Whom it was meant for; an erased person leaves the ban with its digests behind.
  member_id uuid,
  reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 2000),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  lifted_at timestamptz(3),
  PRIMARY KEY (tenant_id, id),
  CHECK (group_id IS NULL OR community_id IS NOT NULL),
  FOREIGN KEY (tenant_id, community_id) REFERENCES communities (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, community_id, group_id) REFERENCES groups (tenant_id, community_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE SET NULL (member_id)
);
-- One ban in force per person and place.
CREATE UNIQUE INDEX bans_in_force ON bans (tenant_id, member_id, community_id, group_id) NULLS NOT DISTINCT
  WHERE lifted_at IS NULL AND member_id IS NOT NULL;
CREATE INDEX bans_of_community ON bans (tenant_id, community_id, id);
CALL seal('bans');

-- Whom a ban in force keeps out: the person, and every later record that has one of their identifiers.
CREATE TABLE banned_members (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  member_id uuid NOT NULL,
  ban_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, member_id, ban_id),
  FOREIGN KEY (tenant_id, ban_id) REFERENCES bans (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX banned_members_of_ban ON banned_members (tenant_id, ban_id);
CALL seal('banned_members');

-- Every identifier that the person has or had, as a digest: it outlives the person and tells nobody what it was (X29).
CREATE TABLE banned_identifiers (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  digest text COLLATE "C" NOT NULL,
  ban_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, digest, ban_id),
  FOREIGN KEY (tenant_id, ban_id) REFERENCES bans (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX banned_identifiers_of_ban ON banned_identifiers (tenant_id, ban_id);
CALL seal('banned_identifiers');

-- A phone and a WhatsApp id that are one number are one; the canonical form has already made its spellings one (X20).
CREATE FUNCTION identifier_digest(tenant uuid, kind text, canonical text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(tenant::text || ' ' || CASE
    WHEN kind = 'phone' THEN 'number ' || ltrim(canonical, '+')
    WHEN kind = 'whatsapp' AND canonical ~ '^\d+$' THEN 'number ' || canonical
    ELSE kind || ' ' || canonical END, 'UTF8')), 'hex')
$$;

-- Members who may not come into a community, or into one of these rooms of it.
CREATE FUNCTION banned_from(community uuid, rooms uuid[]) RETURNS TABLE (member_id uuid)
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT m.member_id FROM banned_members m JOIN bans b ON b.tenant_id = m.tenant_id AND b.id = m.ban_id
  WHERE m.tenant_id = current_tenant() AND b.tenant_id = current_tenant()
    AND (b.community_id IS NULL OR (b.community_id = community AND (b.group_id IS NULL OR b.group_id = ANY (rooms))))
$$;

-- Bans follow identifiers, whichever way those come in (docs/decisions/0011).
CREATE FUNCTION follow_bans() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM banned_identifiers) AND NOT EXISTS (SELECT FROM banned_members) THEN RETURN NULL; END IF;
  INSERT INTO banned_members (tenant_id, member_id, ban_id)
  SELECT n.tenant_id, n.member_id, b.ban_id
  FROM changed n JOIN banned_identifiers b
    ON b.tenant_id = n.tenant_id AND b.digest = identifier_digest(n.tenant_id, n.kind, n.canonical)
  ON CONFLICT DO NOTHING;
  INSERT INTO banned_identifiers (tenant_id, digest, ban_id)
  SELECT i.tenant_id, identifier_digest(i.tenant_id, i.kind, i.canonical), b.ban_id
  FROM (SELECT DISTINCT tenant_id, member_id FROM changed) n
  JOIN banned_members b ON b.tenant_id = n.tenant_id AND b.member_id = n.member_id
  JOIN identifiers i ON i.tenant_id = n.tenant_id AND i.member_id = n.member_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER identifiers_follow_bans_insert AFTER INSERT ON identifiers REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_bans();
CREATE TRIGGER identifiers_follow_bans_update AFTER UPDATE ON identifiers REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_bans();
