-- A backup reads every row of every tenant. Where the owner of the database is no superuser, forced row-level security binds
-- it too and would leave all rows out in silence: so there is a role that may read everything, change nothing and not log in.
-- Only the owner may become it.
GRANT USAGE ON SCHEMA public TO aldeia_backup;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO aldeia_backup;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO aldeia_backup;

DO $$
DECLARE tbl regclass;
BEGIN
  FOR tbl IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relrowsecurity LOOP
    EXECUTE format('CREATE POLICY backup ON %s FOR SELECT TO aldeia_backup USING (true)', tbl);
  END LOOP;
END $$;

-- Sealed tables to come get it with their seal.
CREATE OR REPLACE PROCEDURE seal(tbl regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tbl);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tbl);
  EXECUTE format('CREATE POLICY tenant ON %s TO aldeia_app USING (tenant_id = (SELECT current_setting(''app.tenant_id'')::uuid)) '
    'WITH CHECK (tenant_id = (SELECT current_setting(''app.tenant_id'')::uuid))', tbl);
  EXECUTE format('CREATE POLICY backup ON %s FOR SELECT TO aldeia_backup USING (true)', tbl);
END $$;
