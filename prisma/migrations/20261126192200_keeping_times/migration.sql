-- What is kept for a time only (P16), and what an erasure has to find in the queue.

-- A job keeps the text of its last fault beside its payload; either can hold what a person is known by. What is only in the
-- fault goes, and the job stays.
CREATE OR REPLACE FUNCTION forget_jobs(texts text[]) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE
  tenant text := current_tenant()::text;
  words text[] := ARRAY(SELECT lower(one) FROM unnest(texts) AS one WHERE length(one) >= 6);
  count integer;
BEGIN
  DELETE FROM graphile_worker._private_jobs j
  WHERE j.locked_at IS NULL AND coalesce(j.payload->>'tenantId', tenant) = tenant
    AND EXISTS (SELECT FROM unnest(words) AS word WHERE strpos(lower(j.payload::text), word) > 0);
  GET DIAGNOSTICS count = ROW_COUNT;
  UPDATE graphile_worker._private_jobs j SET last_error = NULL
  WHERE j.last_error IS NOT NULL AND coalesce(j.payload->>'tenantId', tenant) = tenant
    AND EXISTS (SELECT FROM unnest(words) AS word WHERE strpos(lower(j.last_error), word) > 0);
  RETURN count;
END $$;

-- Addresses in the audit: personal, outside of its chain, and of use for a while only.
CREATE INDEX audit_events_with_address ON audit_events (tenant_id, created_at) WHERE ip IS NOT NULL;

CREATE FUNCTION forget_addresses(ending timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE count integer;
BEGIN
  UPDATE audit_events SET ip = NULL WHERE tenant_id = current_tenant() AND ip IS NOT NULL AND created_at < ending;
  GET DIAGNOSTICS count = ROW_COUNT;
  RETURN count;
END $$;
CALL door('forget_addresses(timestamptz)');

CREATE FUNCTION tenants_with_addresses(ending timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT t.id FROM tenants t WHERE EXISTS (
    SELECT FROM audit_events e WHERE e.tenant_id = t.id AND e.ip IS NOT NULL AND e.created_at < ending)
$$;
CALL door('tenants_with_addresses(timestamptz)');

-- Answers of the API are kept for repeated requests, and for no longer.
CREATE POLICY doors_expire ON idempotency_keys TO aldeia_doors USING (true);
GRANT SELECT (tenant_id, key, created_at), DELETE ON idempotency_keys TO aldeia_doors;
CREATE FUNCTION forget_answers(ending timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE count integer;
BEGIN
  DELETE FROM idempotency_keys WHERE created_at < ending;
  GET DIAGNOSTICS count = ROW_COUNT;
  RETURN count;
END $$;
CALL door('forget_answers(timestamptz)');

-- Jobs that failed for good are kept for those who look into it, and then go with their payloads and faults.
CREATE FUNCTION forget_dead_jobs(ending timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE count integer;
BEGIN
  DELETE FROM graphile_worker._private_jobs
  WHERE attempts >= max_attempts AND locked_at IS NULL AND updated_at < ending;
  GET DIAGNOSTICS count = ROW_COUNT;
  RETURN count;
END $$;
REVOKE ALL ON FUNCTION forget_dead_jobs(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_dead_jobs(timestamptz) TO aldeia_app;
