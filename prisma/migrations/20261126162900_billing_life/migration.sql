-- The life of a subscription beyond its purchase (B5, B6): overdue payments, planned downgrades, trials, discounts; money
-- given back; who the invoices are for; mails that are sent once.

ALTER TABLE subscriptions
  -- Since when a payment is overdue; the retry window runs from here.
  ADD COLUMN past_due_since timestamptz(3),
  ADD COLUMN trial_end timestamptz(3),
  -- A smaller plan that begins when the paid period ends, and Stripe's schedule that will do it.
  ADD COLUMN schedule_id text,
  ADD COLUMN pending_plan text,
  ADD COLUMN pending_interval text CHECK (pending_interval IN ('month', 'year')),
  ADD COLUMN pending_at timestamptz(3),
  -- { percentOff?, amountOffMinor?, endsAt? }
  ADD COLUMN discount jsonb;

ALTER TABLE invoices
  ADD COLUMN discount_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN credited_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN refunded_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN due_minor bigint NOT NULL DEFAULT 0;
CREATE INDEX invoices_by_status ON invoices (tenant_id, status, created_at DESC, id DESC);

-- Who the invoices are for, and where they are mailed.
CREATE TABLE billing_profiles (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  legal_name text NOT NULL DEFAULT '',
  tax_id_kind text CHECK (tax_id_kind IN ('cpf', 'cnpj')),
  tax_id text,
  invoice_email text,
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id),
  CHECK ((tax_id_kind IS NULL) = (tax_id IS NULL))
);
CALL seal('billing_profiles');

-- What finance was told by mail, each once: `invoice:{id}`, `payment:{id}:{attempt}`, `meter:members:80`. Who takes a key sends.
CREATE TABLE billing_notices (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  key text COLLATE "C" NOT NULL CHECK (length(key) <= 200),
  sent_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, key)
);
CALL seal('billing_notices');

-- Tenants whose meters or overdue payments have to be watched, over all tenants.
GRANT SELECT (plan, read_only_from) ON tenants TO aldeia_doors;
CREATE FUNCTION tenants_to_watch() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT id FROM tenants WHERE plan <> 'scale' OR read_only_from IS NOT NULL
$$;
CALL door('tenants_to_watch()');

-- The events of a customer that are not handled yet.
CREATE INDEX stripe_events_waiting ON stripe_events (customer_id, received_at) WHERE handled_at IS NULL;

-- Jobs that nobody waits for come after the others: a higher number is later. One that gathers keeps the instant at which
-- the first asked for it, so that those who come meanwhile neither repeat nor delay it.
DROP FUNCTION enqueue_job(text, jsonb, timestamptz, text, integer);
CREATE FUNCTION enqueue_job(task text, payload jsonb, run_at timestamptz DEFAULT NULL, job_key text DEFAULT NULL,
  max_attempts integer DEFAULT 25, priority integer DEFAULT 0, gathers boolean DEFAULT false) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE tenant text := nullif(current_setting('app.tenant_id', true), '');
BEGIN
  PERFORM graphile_worker.add_job(
    task,
    payload := (jsonb_build_object('tenantId', tenant) || (payload - 'tenantId'))::json,
    run_at := run_at,
    max_attempts := max_attempts,
    priority := priority,
    job_key := CASE WHEN job_key IS NULL THEN NULL ELSE coalesce(tenant, 'platform') || ':' || job_key END,
    job_key_mode := CASE WHEN gathers THEN 'preserve_run_at' ELSE 'replace' END);
END $$;
REVOKE ALL ON FUNCTION enqueue_job(text, jsonb, timestamptz, text, integer, integer, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job(text, jsonb, timestamptz, text, integer, integer, boolean) TO aldeia_app;
