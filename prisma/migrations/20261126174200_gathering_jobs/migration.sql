-- Queues a job that gathers, unless one of its key waits already: that one will find what the caller has committed before.
-- One that failed waits for long; it is asked for anew.
-- A commit that notifies the queue holds up every other; in a storm only the first of a key does.
CREATE FUNCTION gather_job(task text, payload jsonb, run_at timestamptz, job_key text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE tenant text := nullif(current_setting('app.tenant_id', true), '');
BEGIN
  IF NOT EXISTS (SELECT FROM graphile_worker.jobs
      WHERE key = coalesce(tenant, 'platform') || ':' || job_key AND locked_at IS NULL AND attempts = 0) THEN
    PERFORM enqueue_job(task, payload, run_at, job_key, gathers => true);
  END IF;
END $$;
REVOKE ALL ON FUNCTION gather_job(text, jsonb, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gather_job(text, jsonb, timestamptz, text) TO aldeia_app;
