-- The end of a tenant (T5): 30 days in which its owner can change their mind, then everything goes but its invoices.

-- Whether the subscription was ended because of the deletion, and is to go on when that is undone.
ALTER TABLE tenants ADD COLUMN deletion_ended_billing boolean NOT NULL DEFAULT false;
GRANT SELECT (deletion_due_at) ON tenants TO aldeia_doors;

CREATE FUNCTION tenants_due_for_deletion(at timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$ SELECT id FROM tenants WHERE deletion_due_at <= at ORDER BY deletion_due_at, id $$;
CALL door('tenants_due_for_deletion(timestamptz)');

-- What the law wants kept of a tenant that is gone: its invoices, as they were issued, and for whom. No tenant owns them
-- any more; the application adds to them and lets them go when their time is over, and reads none.
CREATE TABLE retained_invoices (
  id uuid PRIMARY KEY,
  former_tenant_id uuid NOT NULL,
  stripe_invoice_id text NOT NULL,
  number text,
  plan text NOT NULL,
  amount_minor bigint NOT NULL,
  amount_paid_minor bigint NOT NULL,
  currency text NOT NULL,
  status text NOT NULL,
  legal_name text NOT NULL DEFAULT '',
  tax_id text,
  issued_at timestamptz(3) NOT NULL,
  keep_until timestamptz(3) NOT NULL,
  pdf bytea
);
CREATE INDEX retained_invoices_until ON retained_invoices (keep_until);
REVOKE SELECT, UPDATE, DELETE ON retained_invoices FROM aldeia_app;

CREATE FUNCTION drop_old_retained_invoices(at timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE gone integer;
BEGIN
  DELETE FROM retained_invoices WHERE keep_until <= at;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
GRANT SELECT (keep_until), DELETE ON retained_invoices TO aldeia_doors;
CALL door('drop_old_retained_invoices(timestamptz)');

-- Takes what waits in the queue for the tenant of this transaction out of it, mails among it; what runs runs out.
CREATE FUNCTION forget_jobs() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE gone integer;
BEGIN
  DELETE FROM graphile_worker._private_jobs
  WHERE payload ->> 'tenantId' = current_tenant()::text AND locked_at IS NULL;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION forget_jobs() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_jobs() TO aldeia_app;
