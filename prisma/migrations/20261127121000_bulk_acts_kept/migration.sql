-- What came of an act on many people is read soon or never: it goes after its time, with whom it was for.
CREATE POLICY doors_expire ON bulk_acts TO aldeia_doors USING (true);
GRANT SELECT (tenant_id, id, finished_at), DELETE ON bulk_acts TO aldeia_doors;

CREATE FUNCTION forget_bulk_acts(ending timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE count integer;
BEGIN
  DELETE FROM bulk_acts WHERE finished_at < ending;
  GET DIAGNOSTICS count = ROW_COUNT;
  RETURN count;
END $$;
CALL door('forget_bulk_acts(timestamptz)');
