-- After thousands of rows have come in at once the planner still thinks the tables are small until autovacuum looks, up to
-- a minute later; plans made meanwhile took seconds instead of milliseconds. The application may ask for a look, and only
-- at these tables. Owned by the owner of the tables, as ANALYZE demands.
CREATE FUNCTION refresh_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE members;
  ANALYZE identifiers;
  ANALYZE community_members;
  ANALYZE group_members;
  ANALYZE consents;
END $$;
REVOKE ALL ON FUNCTION refresh_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refresh_statistics() TO aldeia_app;
