-- The next place of a queue comes from the queue itself, under the lock of its community: a sequence is in no backup.
ALTER TABLE waiting_entries ALTER COLUMN place DROP IDENTITY;
