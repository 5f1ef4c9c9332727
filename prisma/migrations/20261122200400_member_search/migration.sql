-- Search as you type under row-level security: words of names and whole tags, folded, in a plain index (P12).

CREATE TABLE member_tokens (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  kind text NOT NULL CHECK (kind IN ('name', 'tag')),
  token text COLLATE "C" NOT NULL,
  member_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, kind, token, member_id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX member_tokens_of_member ON member_tokens (tenant_id, member_id);
CALL seal('member_tokens');

-- The searchable words of one member. Cut, since an index row has a limit.
CREATE FUNCTION tokens_of(search_name text, tags text[]) RETURNS TABLE (kind text, token text)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 'name', left(word, 100) FROM regexp_split_to_table(search_name, '[\s.,;:/()''"-]+') AS word WHERE word <> ''
  UNION
  SELECT 'tag', left(public.fold(tag), 100) FROM unnest(tags) AS tag WHERE tag <> ''
$$;

CREATE FUNCTION write_member_tokens() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM member_tokens t USING changed n JOIN previous o ON o.tenant_id = n.tenant_id AND o.id = n.id
    WHERE t.tenant_id = n.tenant_id AND t.member_id = n.id AND (o.name <> n.name OR o.tags <> n.tags);
  END IF;
  INSERT INTO member_tokens (tenant_id, kind, token, member_id)
  SELECT n.tenant_id, t.kind, t.token, n.id FROM changed n, tokens_of(n.search_name, n.tags) t
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER member_tokens_insert AFTER INSERT ON members REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION write_member_tokens();
CREATE TRIGGER member_tokens_update AFTER UPDATE ON members REFERENCING NEW TABLE AS changed OLD TABLE AS previous
  FOR EACH STATEMENT EXECUTE FUNCTION write_member_tokens();

-- What stands of the consent ledger (P16): per person, channel and purpose the latest entry, one for `all` channels included.
CREATE VIEW consent_current WITH (security_invoker = true) AS
  SELECT DISTINCT ON (c.tenant_id, c.member_id, ch.channel, c.purpose)
    c.tenant_id, c.member_id, ch.channel, c.purpose, c.granted, c.wording_version, c.source, c.at
  FROM consents c
  JOIN (VALUES ('in_app'), ('push'), ('email'), ('whatsapp'), ('relay')) AS ch (channel) ON c.channel IN (ch.channel, 'all')
  ORDER BY c.tenant_id, c.member_id, ch.channel, c.purpose, c.at DESC, c.id DESC;
GRANT SELECT ON consent_current TO aldeia_app;
