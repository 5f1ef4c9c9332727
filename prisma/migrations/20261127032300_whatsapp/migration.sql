-- WhatsApp by the Cloud API (A10): one number a tenant, its credentials sealed by the application (P17). Without a row the
-- channel is the local stand-in.
CREATE TABLE whatsapp_accounts (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  phone_number_id text NOT NULL CHECK (phone_number_id ~ '^\d{5,20}$'),
  business_id text NOT NULL CHECK (business_id ~ '^\d{5,20}$'),
  token text NOT NULL,
  app_secret text NOT NULL,
  verify_token text NOT NULL,
  template_name text NOT NULL CHECK (template_name ~ '^[a-z0-9_]+$' AND length(template_name) <= 512),
  promotion_template_name text CHECK (promotion_template_name ~ '^[a-z0-9_]+$' AND length(promotion_template_name) <= 512),
  template_language text NOT NULL CHECK (template_language ~ '^[a-z]{2,3}(_[A-Z]{2})?$'),
  -- Unique people in a moving day, of the whole portfolio; null: unlimited.
  per_day integer CHECK (per_day > 0),
  per_second integer NOT NULL DEFAULT 80 CHECK (per_second BETWEEN 1 AND 1000),
  state text NOT NULL DEFAULT 'unchecked' CHECK (state IN ('unchecked', 'ready', 'refused', 'unreachable', 'template_missing')),
  display_phone text NOT NULL DEFAULT '',
  checked_at timestamptz(3),
  heard_at timestamptz(3),
  PRIMARY KEY (tenant_id)
);
CALL seal('whatsapp_accounts');

-- Whom one may write to freely, because they wrote within a day, and whom one wrote to first: each counts once a moving day.
CREATE TABLE whatsapp_windows (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  member_id uuid NOT NULL,
  wrote_at timestamptz(3),
  opened_at timestamptz(3),
  PRIMARY KEY (tenant_id, member_id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX whatsapp_windows_opened ON whatsapp_windows (tenant_id, opened_at) WHERE opened_at IS NOT NULL;
CALL seal('whatsapp_windows');

-- What webhooks told, stored before it is handled, each piece once (X26). A message's id at WhatsApp has the number in it:
-- only its digest is kept. Who wrote and what goes once it is handled.
CREATE TABLE whatsapp_events (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT new_id(),
  digest text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('status', 'message', 'preference')),
  letter text,
  provider_id text,
  status text,
  code integer,
  sender text,
  words text CHECK (length(words) <= 200),
  at timestamptz(3) NOT NULL,
  received_at timestamptz(3) NOT NULL,
  due_at timestamptz(3) NOT NULL,
  handled_at timestamptz(3),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, digest)
);
CREATE INDEX whatsapp_events_due ON whatsapp_events (tenant_id, due_at) WHERE handled_at IS NULL;
CREATE INDEX whatsapp_events_old ON whatsapp_events (tenant_id, handled_at) WHERE handled_at IS NOT NULL;
CALL seal('whatsapp_events');

-- News that names no letter of ours is found by the provider's id.
CREATE INDEX deliveries_by_provider ON deliveries (tenant_id, provider_id) WHERE provider_id IS NOT NULL;

DO $$ BEGIN
  EXECUTE replace(pg_get_functiondef('member_references()'::regprocedure), E'\n  VALUES\n',
    E'\n  VALUES\n    (''whatsapp_windows'', ''member_id'', ''''''window'''''', ''true''),\n');
END $$;
