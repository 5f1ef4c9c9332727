-- The channels in the order in which somebody would rather be told (A10); none named: the usual order.
ALTER TABLE members ADD COLUMN channel_order text[] NOT NULL DEFAULT '{}'
  CHECK (channel_order <@ '{in_app,push,email,whatsapp,relay}' AND cardinality(channel_order) <= 5);
UPDATE members SET channel_order = ARRAY[preferred_channel] WHERE preferred_channel IS NOT NULL;
ALTER TABLE members DROP COLUMN preferred_channel;
