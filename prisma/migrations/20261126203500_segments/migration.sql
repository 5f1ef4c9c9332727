-- Segments: saved filters over members (A3).

CREATE TABLE segments (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 2200),
  -- What lib/segments/schema.ts reads; it says its own version.
  filter jsonb NOT NULL,
  -- The staff member who made it, who may change it besides those who manage all.
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  -- Out of the lists; announcements that name it go on.
  archived_at timestamptz(3),
  PRIMARY KEY (tenant_id, id)
);
CALL seal('segments');
