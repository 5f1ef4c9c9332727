-- The ownership changes hands when who receives it says yes (R2). Who leaves the team takes their proposals along.
CREATE TABLE ownership_transfers (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  from_staff_id uuid NOT NULL,
  to_staff_id uuid NOT NULL,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'accepted', 'declined', 'withdrawn', 'expired')),
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  closed_at timestamptz(3),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, from_staff_id) REFERENCES staff (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, to_staff_id) REFERENCES staff (tenant_id, id) ON DELETE CASCADE,
  CHECK (from_staff_id <> to_staff_id),
  CHECK ((closed_at IS NULL) = (status = 'pending'))
);
CREATE UNIQUE INDEX ownership_transfers_pending ON ownership_transfers (tenant_id) WHERE status = 'pending';
CREATE INDEX ownership_transfers_newest ON ownership_transfers (tenant_id, created_at DESC, id DESC);
CREATE INDEX ownership_transfers_from ON ownership_transfers (tenant_id, from_staff_id);
CREATE INDEX ownership_transfers_to ON ownership_transfers (tenant_id, to_staff_id);
CALL seal('ownership_transfers');
