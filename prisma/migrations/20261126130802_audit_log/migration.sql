-- The audit log (R6): before and after of each change, the community it happened in, and a chain of hashes.

ALTER TABLE audit_events
  -- The person behind a staff role or a key: their name is looked up when the log is read, never kept in it (X29).
  ADD COLUMN actor_user_id uuid,
  ADD COLUMN community_id uuid,
  ADD COLUMN before jsonb,
  ADD COLUMN after jsonb,
  ADD COLUMN position bigint,
  ADD COLUMN hash text COLLATE "C";

CREATE INDEX audit_events_newest ON audit_events (tenant_id, created_at DESC, id DESC);
CREATE INDEX audit_events_of_subject ON audit_events (tenant_id, subject_id, created_at DESC, id DESC);
CREATE INDEX audit_events_of_community ON audit_events (tenant_id, community_id, created_at DESC, id DESC)
  WHERE community_id IS NOT NULL;
CREATE INDEX audit_events_of_actor ON audit_events (tenant_id, actor_id, created_at DESC, id DESC);
CREATE INDEX audit_events_of_user ON audit_events (tenant_id, actor_user_id, created_at DESC, id DESC)
  WHERE actor_user_id IS NOT NULL;
CREATE INDEX audit_events_of_action ON audit_events (tenant_id, action, created_at DESC, id DESC);

-- The chain: each event's hash covers its text and the hash before it, so that nothing can be changed, taken out or put in
-- between without a break that everybody can recompute. It is added afterwards, by one writer per tenant: chaining in the
-- transaction of the act would make all sensitive acts of a tenant wait for each other (docs/decisions/0012).
CREATE UNIQUE INDEX audit_events_chain ON audit_events (tenant_id, position) WHERE position IS NOT NULL;
CREATE INDEX audit_events_loose ON audit_events (tenant_id, id) WHERE position IS NULL;

-- Position and hash are the chain's to write: the application can neither give them nor change anything else.
REVOKE INSERT, UPDATE, DELETE ON audit_events FROM aldeia_app;
GRANT INSERT (tenant_id, id, actor_kind, actor_id, actor_label, actor_user_id, action, subject_kind, subject_id,
  community_id, details, before, after, ip, created_at) ON audit_events TO aldeia_app;

CREATE POLICY doors_read ON audit_events FOR SELECT TO aldeia_doors USING (true);
CREATE POLICY doors_seal ON audit_events FOR UPDATE TO aldeia_doors USING (position IS NULL) WITH CHECK (position IS NOT NULL);
GRANT SELECT ON audit_events TO aldeia_doors;
GRANT UPDATE (position, hash) ON audit_events TO aldeia_doors;

-- What a hash covers. Not the address it came from: that is personal, and must be erasable without breaking the chain (X29).
CREATE FUNCTION audit_text(e audit_events) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = public, pg_temp AS $$
  SELECT json_build_array(e.position, e.id, (extract(epoch FROM e.created_at) * 1000)::bigint, e.actor_kind, e.actor_id,
    e.actor_label, e.actor_user_id, e.action, e.subject_kind, e.subject_id, e.community_id, e.details, e.before, e.after)::text
$$;

CREATE FUNCTION audit_hash(previous text, covered text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(previous || E'\n' || covered, 'UTF8')), 'hex')
$$;

-- Chains what is not chained yet of the tenant of this transaction. Answers with how many events that were.
CREATE FUNCTION seal_audit() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  tenant uuid := current_tenant();
  at bigint;
  previous text;
  event audit_events;
  count integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('seal_audit:' || tenant, 0));
  SELECT position, hash INTO at, previous FROM audit_events
    WHERE tenant_id = tenant AND position IS NOT NULL ORDER BY position DESC LIMIT 1;
  at := coalesce(at, 0);
  previous := coalesce(previous, '');
  FOR event IN SELECT * FROM audit_events WHERE tenant_id = tenant AND position IS NULL ORDER BY id LIMIT 10000 LOOP
    at := at + 1;
    event.position := at;
    previous := audit_hash(previous, audit_text(event));
    UPDATE audit_events SET position = at, hash = previous WHERE tenant_id = tenant AND id = event.id;
    count := count + 1;
  END LOOP;
  RETURN count;
END $$;
CALL door('seal_audit()');

CREATE FUNCTION tenants_with_loose_audit() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$ SELECT DISTINCT tenant_id FROM audit_events WHERE position IS NULL $$;
CALL door('tenants_with_loose_audit()');

-- Recomputes the chain of the tenant: how far it goes, what is not chained yet, and the first place where it breaks.
CREATE FUNCTION check_audit() RETURNS TABLE (chained bigint, loose bigint, broken_at bigint) LANGUAGE sql STABLE
  SET search_path = public, pg_temp AS $$
  WITH links AS (
    SELECT e.position, e.hash, audit_text(e) AS covered,
      lag(e.hash) OVER (ORDER BY e.position) AS previous, lag(e.position) OVER (ORDER BY e.position) AS position_before
    FROM audit_events e WHERE e.position IS NOT NULL)
  SELECT coalesce(max(l.position), 0), (SELECT count(*) FROM audit_events WHERE position IS NULL),
    min(l.position) FILTER (WHERE l.hash IS DISTINCT FROM audit_hash(coalesce(l.previous, ''), l.covered)
      OR l.position <> coalesce(l.position_before, 0) + 1)
  FROM links l
$$;
