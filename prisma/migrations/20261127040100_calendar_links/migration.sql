-- The address at which a staff user's calendar program reads the announcements that they may see: one each, until it is taken
-- back or they leave. Found by its hash; kept sealed beside it, so that its owner can read it again.
CREATE TABLE calendar_links (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  staff_id uuid NOT NULL,
  token_hash text NOT NULL,
  token text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  read_at timestamptz(3),
  PRIMARY KEY (tenant_id, staff_id),
  UNIQUE (tenant_id, token_hash),
  FOREIGN KEY (tenant_id, staff_id) REFERENCES staff (tenant_id, id) ON DELETE CASCADE
);
CALL seal('calendar_links');
