-- The devices on which a member wants to be told (A10): one row a device, known by the address that its push service gave it.
-- A device that somebody else signs in on is theirs from then on.
CREATE TABLE push_subscriptions (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  endpoint text NOT NULL CHECK (length(endpoint) BETWEEN 1 AND 1000),
  -- Keys of RFC 8291: with them the payload is sealed for the device alone.
  p256dh text NOT NULL CHECK (length(p256dh) <= 100),
  auth text NOT NULL CHECK (length(auth) <= 40),
  device text NOT NULL DEFAULT '' CHECK (length(device) <= 200),
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, endpoint),
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX push_subscriptions_of ON push_subscriptions (tenant_id, member_id, id);
CALL seal('push_subscriptions');

-- When two records of a person become one, the devices are the other's. The list stands in one function; this adds a line.
DO $$ BEGIN
  EXECUTE replace(pg_get_functiondef('member_references()'::regprocedure), E'\n  VALUES\n',
    E'\n  VALUES\n    (''push_subscriptions'', ''member_id'', ''t.id::text'', NULL),\n');
END $$;
