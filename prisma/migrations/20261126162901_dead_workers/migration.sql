-- The name by which a process locks jobs in the queue: when it dies without a word, they are given back by it.
ALTER TABLE worker_heartbeats ADD COLUMN pool_id text;
