-- Who signs out everywhere is told nothing more on any device, of no tenant. A user is of no tenant: through a door.
GRANT DELETE, SELECT (tenant_id, member_id) ON push_subscriptions TO aldeia_doors;
CREATE POLICY doors ON push_subscriptions FOR SELECT TO aldeia_doors USING (true);
CREATE POLICY doors_delete ON push_subscriptions FOR DELETE TO aldeia_doors USING (true);
CREATE FUNCTION end_devices_of_user(who uuid) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  DELETE FROM push_subscriptions s USING members m
  WHERE m.user_id = who AND s.tenant_id = m.tenant_id AND s.member_id = m.id
$$;
CALL door('end_devices_of_user(uuid)');
