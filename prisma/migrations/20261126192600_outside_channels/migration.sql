-- Channels that reach outside (A8, A10, A16): what the provider calls a message, which channels a sending may use, how fast
-- each may go, and which addresses turned out to be none.

ALTER TABLE deliveries ADD COLUMN provider_id text;
ALTER TABLE occurrences ADD COLUMN channels text[] NOT NULL DEFAULT '{in_app}';
-- The channel on which somebody would rather be told; the others stand in for it.
ALTER TABLE members ADD COLUMN preferred_channel text
  CHECK (preferred_channel IN ('in_app', 'push', 'email', 'whatsapp'));
-- The provider said for good that nobody is there.
ALTER TABLE identifiers ADD COLUMN bounced_at timestamptz(3);

-- When a channel of a tenant may send its next message: workers take slots from one row, so that the rate holds for all of
-- them together, and a provider that asks to wait makes all of them wait.
CREATE TABLE channel_paces (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  channel text NOT NULL,
  free_at timestamptz(6) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, channel)
);
CALL seal('channel_paces');
