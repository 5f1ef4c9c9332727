-- When somebody's devices were told that a message calls them: once.
ALTER TABLE message_mentions ADD COLUMN told_at timestamptz(3);
