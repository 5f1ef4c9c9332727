-- Erasure of a person (P16, X29).

-- What an erased person said stays without them: an item of feedback has no author then, a vote counts under the pseudonym.
ALTER TABLE feedback DROP CONSTRAINT feedback_tenant_id_member_id_fkey,
  ADD FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE SET NULL (member_id);
ALTER TABLE feedback_votes DROP CONSTRAINT feedback_votes_tenant_id_member_id_fkey;

-- An opt-out outlives its person (P16, X29): by digests of their identifiers, in which the spellings of a number are one.
CREATE TABLE suppressions (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  digest text COLLATE "C" NOT NULL,
  channel text NOT NULL,
  purpose text NOT NULL,
  -- When the person said no.
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, digest, channel, purpose)
);
CALL seal('suppressions');

-- Opt-outs follow identifiers, whichever way those come in, as bans do (docs/decisions/0011): whoever gets one has said no,
-- at the instant when it was said, until they say otherwise.
CREATE FUNCTION follow_suppressions() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM suppressions) THEN RETURN NULL; END IF;
  INSERT INTO consents (tenant_id, member_id, channel, purpose, granted, source, at)
  SELECT n.tenant_id, n.member_id, s.channel, s.purpose, false, 'kept_opt_out', max(s.at)
  FROM changed n JOIN suppressions s
    ON s.tenant_id = n.tenant_id AND s.digest = identifier_digest(n.tenant_id, n.kind, n.canonical)
  WHERE NOT EXISTS (SELECT FROM consents c WHERE c.tenant_id = n.tenant_id AND c.member_id = n.member_id
    AND c.channel = s.channel AND c.purpose = s.purpose)
  GROUP BY n.tenant_id, n.member_id, s.channel, s.purpose;
  RETURN NULL;
END $$;
CREATE TRIGGER identifiers_follow_suppressions_insert AFTER INSERT ON identifiers REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_suppressions();
CREATE TRIGGER identifiers_follow_suppressions_update AFTER UPDATE ON identifiers REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_suppressions();

-- What is append-only for the application, an erasure reduces through this door: the words and addresses of a person, never
-- what was done and when. The chains of audit and consents hold: they cover neither.
CREATE POLICY doors_forget ON audit_events FOR UPDATE TO aldeia_doors
  USING (tenant_id = (SELECT current_setting('app.tenant_id')::uuid))
  WITH CHECK (tenant_id = (SELECT current_setting('app.tenant_id')::uuid));
GRANT UPDATE (ip) ON audit_events TO aldeia_doors;
GRANT UPDATE (source, origin, proof_salt) ON consents TO aldeia_doors;

CREATE FUNCTION forget_person(person uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE tenant uuid := current_tenant();
BEGIN
  UPDATE consents SET source = '', origin = '', proof_salt = '' WHERE tenant_id = tenant AND member_id = person;
  UPDATE audit_events SET ip = NULL
    WHERE tenant_id = tenant AND ip IS NOT NULL AND actor_kind = 'member' AND actor_id = person;
END $$;
CALL door('forget_person(uuid)');

-- Waiting and failed jobs of the tenant that hold one of these texts (a mail to the person) go. Short texts are refused.
CREATE FUNCTION forget_jobs(texts text[]) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE count integer;
BEGIN
  DELETE FROM graphile_worker._private_jobs j
  WHERE j.locked_at IS NULL AND (j.payload->>'tenantId' IS NULL OR j.payload->>'tenantId' = current_tenant()::text)
    AND EXISTS (SELECT FROM unnest(texts) AS one WHERE length(one) >= 6 AND strpos(lower(j.payload::text), lower(one)) > 0);
  GET DIAGNOSTICS count = ROW_COUNT;
  RETURN count;
END $$;
REVOKE ALL ON FUNCTION forget_jobs(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_jobs(text[]) TO aldeia_app;

-- The planner keeps samples of values: after an erasure they are taken anew.
CREATE FUNCTION forget_samples() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE members, member_tags, tags, member_notes, identifiers, users, messages, feedback, feedback_comments, group_suggestions,
    join_requests, consents, chat_authors, imports, files, idempotency_keys, audit_events, bans, sign_in_tokens;
END $$;
REVOKE ALL ON FUNCTION forget_samples() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_samples() TO aldeia_app;
