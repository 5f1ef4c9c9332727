-- The consent ledger (P16): append-only, and chained by hashes per tenant, after the act as the audit is
-- (docs/decisions/0012). docs/consent-ledger.md has the canonical form and how to verify an export offline.

-- An entry outlives the person: the member's id in it is a pseudonym then (X29). So no foreign key takes it along.
ALTER TABLE consents
  DROP CONSTRAINT consents_tenant_id_member_id_fkey,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE,
  -- Where it came from: the address of the request.
  ADD COLUMN origin text NOT NULL DEFAULT '',
  -- What can be personal in an entry (source, origin) is in the chain by a salted hash only, so that an erasure can take
  -- the words and the salt, and the chain still holds.
  ADD COLUMN proof_salt text NOT NULL DEFAULT '',
  ADD COLUMN proof text COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN position bigint,
  ADD COLUMN hash text COLLATE "C",
  ADD CHECK (wording_version !~ '[[:cntrl:]]' AND source !~ '[[:cntrl:]]');

CREATE FUNCTION consent_proof(salt text, source text, origin text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(salt || E'\n' || source || E'\n' || origin, 'UTF8')), 'hex')
$$;
CREATE FUNCTION new_salt() RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex')
$$;

ALTER TABLE consents NO FORCE ROW LEVEL SECURITY;
UPDATE consents SET proof_salt = new_salt();
UPDATE consents SET proof = consent_proof(proof_salt, source, origin);
ALTER TABLE consents FORCE ROW LEVEL SECURITY;

CREATE FUNCTION prove_consent() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM members m WHERE m.tenant_id = NEW.tenant_id AND m.id = NEW.member_id) THEN
    RAISE foreign_key_violation USING MESSAGE = 'a consent is of a member of its tenant';
  END IF;
  NEW.proof_salt := new_salt();
  NEW.proof := consent_proof(NEW.proof_salt, NEW.source, NEW.origin);
  RETURN NEW;
END $$;
CREATE TRIGGER proven BEFORE INSERT ON consents FOR EACH ROW EXECUTE FUNCTION prove_consent();

CREATE UNIQUE INDEX consents_chain ON consents (tenant_id, position) WHERE position IS NOT NULL;
CREATE INDEX consents_loose ON consents (tenant_id, id) WHERE position IS NULL;
CREATE INDEX consents_newest ON consents (tenant_id, at DESC, id DESC);

-- The application adds and reads. Place, hash and proof are the database's to write.
REVOKE INSERT, UPDATE, DELETE ON consents FROM aldeia_app;
GRANT INSERT (tenant_id, id, member_id, channel, purpose, granted, wording_version, source, origin, at)
  ON consents TO aldeia_app;
CREATE POLICY doors ON consents TO aldeia_doors USING (tenant_id = (SELECT current_setting('app.tenant_id')::uuid))
  WITH CHECK (tenant_id = (SELECT current_setting('app.tenant_id')::uuid));
CREATE POLICY doors_find ON consents FOR SELECT TO aldeia_doors USING (position IS NULL);
GRANT SELECT ON consents TO aldeia_doors;
GRANT UPDATE (position, hash) ON consents TO aldeia_doors;

-- The canonical form of an entry: its parts as lines.
CREATE FUNCTION consent_text(c consents) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
  SELECT concat_ws(E'\n', 'aldeia-consent-1', c.position, c.tenant_id, c.id, c.member_id, c.channel, c.purpose,
    CASE WHEN c.granted THEN 'yes' ELSE 'no' END, c.wording_version,
    to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), c.proof)
$$;
CREATE FUNCTION consent_hash(previous text, canonical text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(previous || E'\n' || canonical, 'UTF8')), 'hex')
$$;

-- Chains what is not chained yet of the tenant of this transaction. Answers with how many entries that were.
CREATE FUNCTION seal_consents() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  tenant uuid := current_tenant();
  place bigint;
  previous text;
  entry consents;
  count integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('seal_consents:' || tenant, 0));
  SELECT c.position, c.hash INTO place, previous FROM consents c
    WHERE c.tenant_id = tenant AND c.position IS NOT NULL ORDER BY c.position DESC LIMIT 1;
  place := coalesce(place, 0);
  previous := coalesce(previous, '');
  FOR entry IN SELECT * FROM consents c WHERE c.tenant_id = tenant AND c.position IS NULL ORDER BY c.id LIMIT 10000 LOOP
    place := place + 1;
    entry.position := place;
    previous := consent_hash(previous, consent_text(entry));
    UPDATE consents c SET position = place, hash = previous WHERE c.tenant_id = tenant AND c.id = entry.id;
    count := count + 1;
  END LOOP;
  RETURN count;
END $$;
CALL door('seal_consents()');

CREATE FUNCTION tenants_with_loose_consents() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$ SELECT DISTINCT tenant_id FROM consents WHERE position IS NULL $$;
CALL door('tenants_with_loose_consents()');

-- Recomputes the ledger of the tenant: how far it goes, its last hash, what is not chained yet, and where it breaks first:
-- a hash that does not follow, a place that is missing, or words that are not those that were proven.
CREATE FUNCTION check_consents() RETURNS TABLE (chained bigint, tip text, loose bigint, broken_at bigint)
  LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH links AS (
    SELECT c.position, c.hash, consent_text(c) AS canonical,
      c.proof_salt = '' OR c.proof = consent_proof(c.proof_salt, c.source, c.origin) AS is_proven,
      lag(c.hash) OVER (ORDER BY c.position) AS previous, lag(c.position) OVER (ORDER BY c.position) AS position_before
    FROM consents c WHERE c.position IS NOT NULL)
  SELECT coalesce(max(l.position), 0),
    (SELECT c.hash FROM consents c WHERE c.position IS NOT NULL ORDER BY c.position DESC LIMIT 1),
    (SELECT count(*) FROM consents c WHERE c.position IS NULL),
    min(l.position) FILTER (WHERE NOT l.is_proven OR l.position <> coalesce(l.position_before, 0) + 1
      OR l.hash IS DISTINCT FROM consent_hash(coalesce(l.previous, ''), l.canonical))
  FROM links l
$$;
