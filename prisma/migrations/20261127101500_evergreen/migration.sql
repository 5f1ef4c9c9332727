-- Evergreen (A5): an announcement also reaches who joins later, for so many days or until a date; each of its sendings until an instant.
ALTER TABLE announcements ADD COLUMN evergreen jsonb;
ALTER TABLE occurrences ADD COLUMN evergreen_until timestamptz(3),
  -- Of its people: so many came after it began.
  ADD COLUMN late integer NOT NULL DEFAULT 0 CHECK (late >= 0);
CREATE INDEX occurrences_evergreen ON occurrences (tenant_id, evergreen_until) WHERE evergreen_until IS NOT NULL;

-- Whoever comes in by any way (a link, an import, a move, staff) wakes the sendings that wait for them. Enqueued in their own
-- transaction: a waiting job of the same key is held until that ends, so that it finds them. What is copied back from a backup
-- has no tenant, and wakes nothing: the sweep of the hour does.
CREATE FUNCTION wake_evergreens() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF nullif(current_setting('app.tenant_id', true), '') IS NOT NULL THEN
    PERFORM enqueue_job('reach_newcomers', jsonb_build_object('occurrenceId', o.id), NULL, 'newcomers:' || o.id, gathers => true)
    FROM occurrences o
    WHERE o.tenant_id = current_tenant() AND o.evergreen_until > now() AND o.retracted_at IS NULL
      AND o.community_ids && ARRAY(SELECT DISTINCT community_id FROM arrived)
    ORDER BY o.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER arrived AFTER INSERT ON community_members REFERENCING NEW TABLE AS arrived
  FOR EACH STATEMENT EXECUTE FUNCTION wake_evergreens();
CREATE TRIGGER arrived AFTER INSERT ON group_members REFERENCING NEW TABLE AS arrived
  FOR EACH STATEMENT EXECUTE FUNCTION wake_evergreens();

-- For the sweep of the hour, over all tenants.
CREATE FUNCTION evergreen_occurrences(at timestamptz) RETURNS TABLE (tenant_id uuid, occurrence_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.tenant_id, o.id FROM occurrences o WHERE o.evergreen_until > at ORDER BY o.evergreen_until LIMIT 10000
$$;
CALL door('evergreen_occurrences(timestamptz)');
GRANT SELECT (evergreen_until) ON occurrences TO aldeia_doors;
