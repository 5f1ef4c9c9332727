-- Announcement texts that are kept to begin with (A2).
CREATE TABLE announcement_templates (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 2200),
  kind text NOT NULL CHECK (kind IN ('launch', 'promotion', 'reminder', 'event', 'content', 'other')),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 45056),
  -- What it asks of its readers, as an announcement has it.
  block jsonb,
  -- The staff member who made it, who may change it besides those who manage all.
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
CALL seal('announcement_templates');
