-- How often somebody of the team gets a digest of feedback by mail, and the period of the last one: each period has one (F4).
CREATE TABLE feedback_digests (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  staff_id uuid NOT NULL,
  frequency text NOT NULL CHECK (frequency IN ('daily', 'weekly', 'monthly')),
  last_period date NOT NULL,
  PRIMARY KEY (tenant_id, staff_id),
  FOREIGN KEY (tenant_id, staff_id) REFERENCES staff (tenant_id, id) ON DELETE CASCADE
);
CALL seal('feedback_digests');
