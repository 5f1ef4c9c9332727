-- Pictures, films and documents that people show each other (A2, C1). The bytes are those of the file of the same id.
CREATE TABLE media (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('image', 'video', 'document')),
  -- In pixels, upright; null where there are none.
  width integer,
  height integer,
  -- Whose upload it is, for as long as nothing shows it.
  staff_id uuid,
  member_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, id) REFERENCES files (tenant_id, id) ON DELETE CASCADE
);
CALL seal('media');
CREATE INDEX media_by_age ON media (tenant_id, created_at);
CREATE INDEX media_of_member ON media (tenant_id, member_id) WHERE member_id IS NOT NULL;

-- What shows it. A medium that nothing shows goes after its time; who may see what shows it may fetch it.
CREATE TABLE media_uses (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  media_id uuid NOT NULL,
  owner_kind text NOT NULL CHECK (owner_kind IN ('announcement', 'occurrence', 'template', 'message')),
  owner_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, media_id, owner_kind, owner_id),
  -- At the end of a transaction: a tenant that goes takes both, in whatever order.
  FOREIGN KEY (tenant_id, media_id) REFERENCES media (tenant_id, id) DEFERRABLE INITIALLY DEFERRED
);
CALL seal('media_uses');
CREATE INDEX media_uses_of_owner ON media_uses (tenant_id, owner_kind, owner_id);

ALTER TABLE occurrences ADD COLUMN media jsonb;
ALTER TABLE announcement_versions ADD COLUMN media jsonb;
ALTER TABLE announcement_templates ADD COLUMN media jsonb;

-- Two records of one person that become one have uploaded what both did (X22).
DO $do$ BEGIN
  EXECUTE replace(pg_get_functiondef('member_references'::regproc), E'\n  VALUES\n',
    E'\n  VALUES\n    (''media'', ''member_id'', ''t.id::text'', NULL),\n');
END $do$;

-- The sweep looks over all tenants, through a door, and then works in each.
CALL open_to_doors('media', 'tenant_id, id, created_at');
CALL open_to_doors('media_uses', 'tenant_id, media_id');
CREATE FUNCTION tenants_with_unused_media(before timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT t.id FROM tenants t WHERE EXISTS (
    SELECT FROM media m WHERE m.tenant_id = t.id AND m.created_at < before AND NOT EXISTS (
      SELECT FROM media_uses u WHERE u.tenant_id = m.tenant_id AND u.media_id = m.id))
$$;
CALL door('tenants_with_unused_media(timestamptz)');
