-- The platform: tenancy, accounts, audit, jobs. Rules T1-T4 of the domain.
-- The migrator makes two roles before this runs: `aldeia_app` (the application: no BYPASSRLS, owns nothing) and
-- `aldeia_doors` (no login: owns the few functions that look across tenants, and may read only what they need).

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

GRANT USAGE ON SCHEMA public TO aldeia_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO aldeia_app;

-- UUIDv7 for set-based inserts (PostgreSQL 18 has its own, 15 to 17 do not).
CREATE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(set_bit(set_bit(overlay(
    uuid_send(gen_random_uuid())
    PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
    FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- The tenant of this transaction. Raises when none is set: closed by default (T2).
CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT current_setting('app.tenant_id')::uuid
$$;

-- Case and accents ignored; immutable so that generated columns and indexes may use it.
CREATE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1))
$$;

-- Seals a tenant table: row-level security that even the owner obeys, on its tenant_id (T2).
CREATE PROCEDURE seal(tbl regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tbl);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tbl);
  EXECUTE format('CREATE POLICY tenant ON %s TO aldeia_app USING (tenant_id = (SELECT current_setting(''app.tenant_id'')::uuid)) '
    'WITH CHECK (tenant_id = (SELECT current_setting(''app.tenant_id'')::uuid))', tbl);
END $$;

-- Hands a SECURITY DEFINER function to the role of the doors; only the application may call it.
CREATE PROCEDURE door(fn regprocedure) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', fn);
  EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO aldeia_app', fn);
  GRANT CREATE ON SCHEMA public TO aldeia_doors;
  EXECUTE format('ALTER FUNCTION %s OWNER TO aldeia_doors', fn);
  REVOKE CREATE ON SCHEMA public FROM aldeia_doors;
END $$;

-- Lets the doors read some columns of a sealed table, over all tenants.
CREATE PROCEDURE open_to_doors(tbl regclass, columns text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT SELECT (%s) ON %s TO aldeia_doors', columns, tbl);
  EXECUTE format('CREATE POLICY doors ON %s FOR SELECT TO aldeia_doors USING (true)', tbl);
END $$;
GRANT USAGE ON SCHEMA public TO aldeia_doors;

-- Platform tables --------------------------------------------------------------------------------------------------

CREATE TABLE users (
  id uuid PRIMARY KEY,
  email text NOT NULL CHECK (email = lower(email) AND length(email) <= 320),
  name text NOT NULL DEFAULT '',
  password_hash text,
  locale text,
  email_verified_at timestamptz(3),
  -- Raised by a password change or "sign out everywhere": older sessions end on their next request.
  session_version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (email)
);

-- One-time secrets of sign-in: e-mail links and codes. Only hashes are kept.
CREATE TABLE sign_in_tokens (
  id uuid PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('email_link', 'member_code')),
  email text NOT NULL,
  token_hash text NOT NULL,
  tenant_id uuid,
  attempts integer NOT NULL DEFAULT 0,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX sign_in_tokens_lookup ON sign_in_tokens (purpose, email, created_at DESC);

CREATE TABLE tenants (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9](-?[a-z0-9]){1,39}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 400),
  country text NOT NULL DEFAULT 'BR' CHECK (country ~ '^[A-Z]{2}$'),
  locale text NOT NULL DEFAULT 'pt-BR',
  timezone text NOT NULL DEFAULT 'America/Sao_Paulo',
  currency text NOT NULL DEFAULT 'BRL' CHECK (currency ~ '^[A-Z]{3}$'),
  plan text NOT NULL DEFAULT 'free',
  -- Overrides of the limits profile `default` (L), and other settings by name.
  limits jsonb NOT NULL DEFAULT '{}',
  settings jsonb NOT NULL DEFAULT '{}',
  stripe_customer_id text UNIQUE,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  deletion_due_at timestamptz(3)
);
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tenants TO aldeia_app USING (id = (SELECT current_setting('app.tenant_id')::uuid))
  WITH CHECK (id = (SELECT current_setting('app.tenant_id')::uuid));

CREATE TABLE rate_limits (key text PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);

-- Staff and access -------------------------------------------------------------------------------------------------

CREATE TABLE staff (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES users (id),
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'marketer', 'finance', 'agent')),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, user_id)
);
CREATE INDEX staff_by_user ON staff (user_id);
CALL seal('staff');

CREATE TABLE staff_invitations (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  role text NOT NULL CHECK (role IN ('admin', 'marketer', 'finance', 'agent')),
  token_hash text NOT NULL,
  invited_by uuid NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  accepted_at timestamptz(3),
  revoked_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, token_hash)
);
CALL seal('staff_invitations');

CREATE TABLE api_keys (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  key_hash text NOT NULL,
  scopes text[] NOT NULL,
  -- A key acts for the staff user who made it.
  staff_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key_hash),
  FOREIGN KEY (tenant_id, staff_id) REFERENCES staff (tenant_id, id) ON DELETE CASCADE
);
CALL seal('api_keys');

CREATE TABLE idempotency_keys (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  request_hash text NOT NULL,
  status integer,
  response text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, key)
);
CALL seal('idempotency_keys');

CREATE TABLE files (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('icon', 'photo', 'import', 'media', 'invoice_pdf')),
  content_type text NOT NULL,
  byte_size bigint NOT NULL,
  sha256 text NOT NULL,
  name text NOT NULL DEFAULT '',
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
CALL seal('files');

-- Append-only (R6): the application may add and read, never change.
CREATE TABLE audit_events (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('staff', 'member', 'api_key', 'system')),
  actor_id uuid,
  actor_label text NOT NULL DEFAULT '',
  action text NOT NULL,
  subject_kind text NOT NULL DEFAULT '',
  subject_id uuid,
  details jsonb NOT NULL DEFAULT '{}',
  ip text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
CALL seal('audit_events');
REVOKE UPDATE, DELETE ON audit_events FROM aldeia_app;

-- Doors between the platform and the tenants: each with a fixed search path ---------------------------------------
CALL open_to_doors('tenants', 'id, slug, name, stripe_customer_id');
CALL open_to_doors('staff', 'tenant_id, user_id, role');

CREATE FUNCTION tenant_id_by_slug(wanted text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$ SELECT id FROM tenants WHERE slug = wanted $$;
CALL door('tenant_id_by_slug(text)');

CREATE FUNCTION all_tenant_ids() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$ SELECT id FROM tenants $$;
CALL door('all_tenant_ids()');

CREATE FUNCTION tenant_id_by_stripe_customer(wanted text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$ SELECT id FROM tenants WHERE stripe_customer_id = wanted $$;
CALL door('tenant_id_by_stripe_customer(text)');

-- Jobs enter the queue through this door only: it stamps the tenant of the transaction into the payload, so that a job
-- can never name another tenant. In the caller's transaction: rolled back means never queued.
CREATE FUNCTION enqueue_job(task text, payload jsonb, run_at timestamptz DEFAULT NULL, job_key text DEFAULT NULL,
  max_attempts integer DEFAULT 25) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE tenant text := nullif(current_setting('app.tenant_id', true), '');
BEGIN
  PERFORM graphile_worker.add_job(
    task,
    payload := (jsonb_build_object('tenantId', tenant) || (payload - 'tenantId'))::json,
    run_at := run_at,
    max_attempts := max_attempts,
    job_key := CASE WHEN job_key IS NULL THEN NULL ELSE coalesce(tenant, 'platform') || ':' || job_key END,
    job_key_mode := 'replace');
END $$;
REVOKE ALL ON FUNCTION enqueue_job(text, jsonb, timestamptz, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job(text, jsonb, timestamptz, text, integer) TO aldeia_app;

CREATE FUNCTION cancel_job(job_key text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.remove_job(coalesce(nullif(current_setting('app.tenant_id', true), ''), 'platform') || ':' || job_key);
END $$;
REVOKE ALL ON FUNCTION cancel_job(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cancel_job(text) TO aldeia_app;

-- Workers tell that they live; readiness looks (a worker is alive when it was seen in the last 30 s).
CREATE TABLE worker_heartbeats (id uuid PRIMARY KEY, seen_at timestamptz(3) NOT NULL DEFAULT now());
CREATE FUNCTION live_workers() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT count(*)::integer FROM worker_heartbeats WHERE seen_at > now() - interval '30 seconds'
$$;
CREATE FUNCTION applied_migrations() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$ SELECT count(*)::integer FROM _prisma_migrations WHERE finished_at IS NOT NULL $$;
