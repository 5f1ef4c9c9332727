-- What was true at an instant: who was in which room with which role, who was staff with which grants, who had a phone (P15).
-- The live row is the present period: `since` says from when it holds. When it changes or goes, a trigger keeps the period
-- that ended, so that no path can forget it, bulk ones and cascades included; a bulk insert costs nothing more.
-- Instants are the database's own clock, to the microsecond, and periods are half-open: [since, until).

ALTER TABLE community_members ADD COLUMN since timestamptz NOT NULL DEFAULT clock_timestamp();
ALTER TABLE group_members ADD COLUMN since timestamptz NOT NULL DEFAULT clock_timestamp();
ALTER TABLE staff ADD COLUMN since timestamptz NOT NULL DEFAULT clock_timestamp();
ALTER TABLE staff_grants ADD COLUMN since timestamptz NOT NULL DEFAULT clock_timestamp();
ALTER TABLE identifiers ADD COLUMN since timestamptz NOT NULL DEFAULT clock_timestamp();

-- Rows from before: they hold since they were made. The owner is under row-level security too, so it steps out for this.
CREATE PROCEDURE begin_since(tbl regclass, made text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', tbl);
  EXECUTE format('UPDATE %s SET since = least(%I, since)', tbl, made);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tbl);
END $$;
CALL begin_since('community_members', 'joined_at');
CALL begin_since('group_members', 'joined_at');
CALL begin_since('staff', 'created_at');
CALL begin_since('staff_grants', 'created_at');
CALL begin_since('identifiers', 'created_at');
DROP PROCEDURE begin_since(regclass, text);

CREATE TABLE membership_history (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  -- Null: being in the community itself.
  group_id uuid,
  room_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(group_id, community_id)) STORED,
  role text NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz NOT NULL CHECK (until >= since),
  PRIMARY KEY (tenant_id, member_id, room_id, until)
);
CREATE INDEX membership_history_of_room ON membership_history (tenant_id, room_id, until);

CREATE TABLE staff_history (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  staff_id uuid NOT NULL,
  -- Either a period of a role, with its user, or one of a grant.
  user_id uuid,
  role text,
  community_id uuid,
  since timestamptz NOT NULL,
  until timestamptz NOT NULL CHECK (until >= since),
  PRIMARY KEY (tenant_id, id),
  CHECK ((role IS NULL) = (user_id IS NULL) AND (role IS NULL) <> (community_id IS NULL))
);
CREATE INDEX staff_history_until ON staff_history (tenant_id, until);

-- Which kinds of identifiers somebody had, never their values.
CREATE TABLE identifier_history (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  member_id uuid NOT NULL,
  kind text NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz NOT NULL CHECK (until >= since),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX identifier_history_of_member ON identifier_history (tenant_id, member_id, until);

-- The application reads history; only the triggers below write it. They run as the doors, which nobody can be.
CREATE PROCEDURE keep_history(tbl regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON %s FROM aldeia_app', tbl);
  EXECUTE format('GRANT SELECT, INSERT ON %s TO aldeia_doors', tbl);
  EXECUTE format('CREATE POLICY doors ON %s TO aldeia_doors USING (true) WITH CHECK (true)', tbl);
END $$;
CALL seal('membership_history');
CALL seal('staff_history');
CALL seal('identifier_history');
CALL keep_history('membership_history');
CALL keep_history('staff_history');
CALL keep_history('identifier_history');
DROP PROCEDURE keep_history(regclass);

-- What ended. A tenant that is being deleted takes its history along: there nothing is kept.
CREATE FUNCTION keep_memberships() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO membership_history (tenant_id, community_id, member_id, role, since, until)
  SELECT o.tenant_id, o.community_id, o.member_id, o.role, o.since, clock_timestamp() FROM ended o
  WHERE EXISTS (SELECT FROM tenants t WHERE t.id = o.tenant_id);
  RETURN NULL;
END $$;
CREATE FUNCTION keep_seats() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO membership_history (tenant_id, community_id, group_id, member_id, role, since, until)
  SELECT o.tenant_id, o.community_id, o.group_id, o.member_id, o.role, o.since, clock_timestamp() FROM ended o
  WHERE EXISTS (SELECT FROM tenants t WHERE t.id = o.tenant_id);
  RETURN NULL;
END $$;
CREATE FUNCTION keep_staff() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO staff_history (tenant_id, staff_id, user_id, role, since, until)
  SELECT o.tenant_id, o.id, o.user_id, o.role, o.since, clock_timestamp() FROM ended o
  WHERE EXISTS (SELECT FROM tenants t WHERE t.id = o.tenant_id);
  RETURN NULL;
END $$;
CREATE FUNCTION keep_grants() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO staff_history (tenant_id, staff_id, community_id, since, until)
  SELECT o.tenant_id, o.staff_id, o.community_id, o.since, clock_timestamp() FROM ended o
  WHERE EXISTS (SELECT FROM tenants t WHERE t.id = o.tenant_id);
  RETURN NULL;
END $$;
CREATE FUNCTION keep_identifiers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO identifier_history (tenant_id, member_id, kind, since, until)
  SELECT o.tenant_id, o.member_id, o.kind, o.since, clock_timestamp() FROM ended o
  WHERE EXISTS (SELECT FROM tenants t WHERE t.id = o.tenant_id);
  RETURN NULL;
END $$;

-- What became another: the period that ended is kept, and a new one begins with the same instant.
CREATE FUNCTION turn_membership() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.since := clock_timestamp();
  INSERT INTO membership_history (tenant_id, community_id, member_id, role, since, until)
  VALUES (OLD.tenant_id, OLD.community_id, OLD.member_id, OLD.role, OLD.since, NEW.since);
  RETURN NEW;
END $$;
CREATE FUNCTION turn_seat() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.since := clock_timestamp();
  INSERT INTO membership_history (tenant_id, community_id, group_id, member_id, role, since, until)
  VALUES (OLD.tenant_id, OLD.community_id, OLD.group_id, OLD.member_id, OLD.role, OLD.since, NEW.since);
  RETURN NEW;
END $$;
CREATE FUNCTION turn_staff() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.since := clock_timestamp();
  INSERT INTO staff_history (tenant_id, staff_id, user_id, role, since, until)
  VALUES (OLD.tenant_id, OLD.id, OLD.user_id, OLD.role, OLD.since, NEW.since);
  RETURN NEW;
END $$;
CREATE FUNCTION turn_identifier() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.since := clock_timestamp();
  INSERT INTO identifier_history (tenant_id, member_id, kind, since, until)
  VALUES (OLD.tenant_id, OLD.member_id, OLD.kind, OLD.since, NEW.since);
  RETURN NEW;
END $$;

CALL door('keep_memberships()');
CALL door('keep_seats()');
CALL door('keep_staff()');
CALL door('keep_grants()');
CALL door('keep_identifiers()');
CALL door('turn_membership()');
CALL door('turn_seat()');
CALL door('turn_staff()');
CALL door('turn_identifier()');

CREATE TRIGGER kept AFTER DELETE ON community_members REFERENCING OLD TABLE AS ended
  FOR EACH STATEMENT EXECUTE FUNCTION keep_memberships();
CREATE TRIGGER kept AFTER DELETE ON group_members REFERENCING OLD TABLE AS ended
  FOR EACH STATEMENT EXECUTE FUNCTION keep_seats();
CREATE TRIGGER kept AFTER DELETE ON staff REFERENCING OLD TABLE AS ended FOR EACH STATEMENT EXECUTE FUNCTION keep_staff();
CREATE TRIGGER kept AFTER DELETE ON staff_grants REFERENCING OLD TABLE AS ended
  FOR EACH STATEMENT EXECUTE FUNCTION keep_grants();
CREATE TRIGGER kept AFTER DELETE ON identifiers REFERENCING OLD TABLE AS ended
  FOR EACH STATEMENT EXECUTE FUNCTION keep_identifiers();
CREATE TRIGGER turned BEFORE UPDATE OF community_id, member_id, role ON community_members FOR EACH ROW
  WHEN ((OLD.community_id, OLD.member_id, OLD.role) IS DISTINCT FROM (NEW.community_id, NEW.member_id, NEW.role))
  EXECUTE FUNCTION turn_membership();
CREATE TRIGGER turned BEFORE UPDATE OF community_id, group_id, member_id, role ON group_members FOR EACH ROW
  WHEN ((OLD.community_id, OLD.group_id, OLD.member_id, OLD.role)
    IS DISTINCT FROM (NEW.community_id, NEW.group_id, NEW.member_id, NEW.role))
  EXECUTE FUNCTION turn_seat();
CREATE TRIGGER turned BEFORE UPDATE OF role, user_id ON staff FOR EACH ROW
  WHEN ((OLD.role, OLD.user_id) IS DISTINCT FROM (NEW.role, NEW.user_id)) EXECUTE FUNCTION turn_staff();
CREATE TRIGGER turned BEFORE UPDATE OF member_id, kind ON identifiers FOR EACH ROW
  WHEN ((OLD.member_id, OLD.kind) IS DISTINCT FROM (NEW.member_id, NEW.kind)) EXECUTE FUNCTION turn_identifier();

-- The same tables as they were at an instant, under the asking role's row-level security.
CREATE FUNCTION community_members_at(instant timestamptz) RETURNS TABLE (community_id uuid, member_id uuid, role text)
  LANGUAGE sql STABLE AS $$
  SELECT m.community_id, m.member_id, m.role FROM community_members m
  WHERE m.tenant_id = current_tenant() AND m.since <= instant
  UNION ALL
  SELECT h.community_id, h.member_id, h.role FROM membership_history h
  WHERE h.tenant_id = current_tenant() AND h.group_id IS NULL AND h.since <= instant AND h.until > instant
$$;
CREATE FUNCTION group_members_at(instant timestamptz)
  RETURNS TABLE (group_id uuid, community_id uuid, member_id uuid, role text) LANGUAGE sql STABLE AS $$
  SELECT m.group_id, m.community_id, m.member_id, m.role FROM group_members m
  WHERE m.tenant_id = current_tenant() AND m.since <= instant
  UNION ALL
  SELECT h.group_id, h.community_id, h.member_id, h.role FROM membership_history h
  WHERE h.tenant_id = current_tenant() AND h.group_id IS NOT NULL AND h.since <= instant AND h.until > instant
$$;
CREATE FUNCTION staff_at(instant timestamptz) RETURNS TABLE (staff_id uuid, user_id uuid, role text)
  LANGUAGE sql STABLE AS $$
  SELECT s.id, s.user_id, s.role FROM staff s WHERE s.tenant_id = current_tenant() AND s.since <= instant
  UNION ALL
  SELECT h.staff_id, h.user_id, h.role FROM staff_history h
  WHERE h.tenant_id = current_tenant() AND h.role IS NOT NULL AND h.since <= instant AND h.until > instant
$$;
CREATE FUNCTION staff_grants_at(instant timestamptz) RETURNS TABLE (staff_id uuid, community_id uuid)
  LANGUAGE sql STABLE AS $$
  SELECT g.staff_id, g.community_id FROM staff_grants g WHERE g.tenant_id = current_tenant() AND g.since <= instant
  UNION ALL
  SELECT h.staff_id, h.community_id FROM staff_history h
  WHERE h.tenant_id = current_tenant() AND h.community_id IS NOT NULL AND h.since <= instant AND h.until > instant
$$;
CREATE FUNCTION identifiers_at(instant timestamptz) RETURNS TABLE (member_id uuid, kind text) LANGUAGE sql STABLE AS $$
  SELECT i.member_id, i.kind FROM identifiers i WHERE i.tenant_id = current_tenant() AND i.since <= instant
  UNION ALL
  SELECT h.member_id, h.kind FROM identifier_history h
  WHERE h.tenant_id = current_tenant() AND h.since <= instant AND h.until > instant
$$;
