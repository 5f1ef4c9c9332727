-- R2: a tenant has one owner at a time. The locks of the commands hold that; this index is the last word, whatever writes.
-- Where there are several from before, who owned it first stays, and the others become admins. The history of the team is
-- kept by a trigger that needs the tenant.
ALTER TABLE staff NO FORCE ROW LEVEL SECURITY;
DO $$
DECLARE
  crowded uuid;
BEGIN
  FOR crowded IN SELECT tenant_id FROM staff WHERE role = 'owner' GROUP BY tenant_id HAVING count(*) > 1 LOOP
    PERFORM set_config('app.tenant_id', crowded::text, true);
    UPDATE staff SET role = 'admin' WHERE tenant_id = crowded AND role = 'owner' AND id <>
      (SELECT id FROM staff WHERE tenant_id = crowded AND role = 'owner' ORDER BY created_at, id LIMIT 1);
  END LOOP;
END $$;
ALTER TABLE staff FORCE ROW LEVEL SECURITY;

CREATE UNIQUE INDEX staff_one_owner ON staff (tenant_id) WHERE role = 'owner';
