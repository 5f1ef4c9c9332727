-- Search inside of names, numbers and addresses under row-level security (P12). LIKE is not leakproof, so that a policy
-- keeps it from its index; one function with a fixed search path, the tenant from the setting, asks the index instead.

CREATE EXTENSION IF NOT EXISTS btree_gin;

-- A phone by its canonical form and, where that differs, by the one it came in (X20).
ALTER TABLE identifiers ADD COLUMN sought text COLLATE "C" GENERATED ALWAYS AS (
  CASE WHEN kind = 'phone' AND value <> canonical THEN canonical || ' ' || value ELSE canonical END) STORED;
DROP INDEX identifiers_by_ending;
ALTER TABLE identifiers DROP COLUMN reversed;

-- The tenant as text, so that only a search can use these indexes: with the id itself PostgreSQL took them for look-ups of
-- whole identifiers while it had no statistics yet, and read a tenant's every row each time.
CREATE INDEX members_by_part_of_name ON members USING gin ((tenant_id::text), search_name gin_trgm_ops);
CREATE INDEX identifiers_by_part ON identifiers USING gin ((tenant_id::text), sought gin_trgm_ops);

-- Words of names are found by their parts now; the table of tokens keeps the tags, and the trigger reads only those that
-- changed, each spelling once.
DROP TRIGGER member_tokens_insert ON members;
DROP TRIGGER member_tokens_update ON members;
DROP FUNCTION write_member_tokens();
DROP FUNCTION tokens_of(text, text[]);
DROP TABLE member_tokens;

CREATE TABLE member_tags (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  token text COLLATE "C" NOT NULL,
  member_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, token, member_id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX member_tags_of_member ON member_tags (tenant_id, member_id, token);

CREATE FUNCTION tag_token(tag text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT left(public.fold(tag), 100)
$$;

CREATE FUNCTION write_member_tags() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM member_tags t USING changed n JOIN previous o ON o.tenant_id = n.tenant_id AND o.id = n.id
    WHERE t.tenant_id = n.tenant_id AND t.member_id = n.id AND o.tags <> n.tags;
    INSERT INTO member_tags (tenant_id, token, member_id)
    SELECT n.tenant_id, s.token, n.id
    FROM changed n JOIN previous o ON o.tenant_id = n.tenant_id AND o.id = n.id AND o.tags <> n.tags
    CROSS JOIN LATERAL unnest(n.tags) AS tag
    JOIN (SELECT tag, tag_token(tag) AS token FROM (SELECT DISTINCT tag FROM changed, unnest(tags) AS tag) d) s ON s.tag = tag.tag
    ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO member_tags (tenant_id, token, member_id)
    SELECT n.tenant_id, s.token, n.id FROM changed n
    CROSS JOIN LATERAL unnest(n.tags) AS tag
    JOIN (SELECT tag, tag_token(tag) AS token FROM (SELECT DISTINCT tag FROM changed, unnest(tags) AS tag) d) s ON s.tag = tag.tag
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER member_tags_insert AFTER INSERT ON members REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION write_member_tags();
CREATE TRIGGER member_tags_update AFTER UPDATE ON members REFERENCING NEW TABLE AS changed OLD TABLE AS previous
  FOR EACH STATEMENT EXECUTE FUNCTION write_member_tags();
-- Even the owner of the table obeys its seal: lifted for this one reading over all tenants.
ALTER TABLE members NO FORCE ROW LEVEL SECURITY;
INSERT INTO member_tags (tenant_id, token, member_id)
  SELECT m.tenant_id, tag_token(tag), m.id FROM members m, unnest(m.tags) AS tag ON CONFLICT DO NOTHING;
ALTER TABLE members FORCE ROW LEVEL SECURITY;
CALL seal('member_tags');

-- A text inside a LIKE pattern, meaning itself.
CREATE FUNCTION like_escape(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT replace(replace(replace($1, '\', '\\'), '%', '\%'), '_', '\_')
$$;

CALL open_to_doors('member_tags', 'tenant_id, token, member_id');
GRANT SELECT (search_name, created_at) ON members TO aldeia_doors;
GRANT SELECT (id, sought) ON identifiers TO aldeia_doors;

-- People of the tenant whom a search finds in one of its ways; with `most`, at least the first of them in the order of a
-- list from a place in it on, others and doubles among them. The planner may not use statistics of what a policy guards, so
-- that it cannot know how common a part is; a sample of the newest rows tells. What is common is found by walking the list
-- until the page is full (in the order of its index: sorting would read all of it first), what is rare by asking the index of
-- parts for all of it. The bounds are where both cost the same.
CREATE FUNCTION search_members(names text[], tag text, digits text[], contact text, sort text, descending boolean,
  after_name text, after_at timestamptz, after_id uuid, most integer)
  RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = public, pg_temp SET enable_sort = off AS $$
DECLARE
  tenant uuid := current_tenant();
  place text := CASE sort WHEN 'name' THEN 'm.search_name COLLATE "C"' ELSE 'm.created_at' END;
  down text := CASE WHEN descending THEN ' DESC' ELSE '' END;
  onward text := '';
  way text;
  patterns text[];
  kinds text[];
  found text;
  is_common boolean;
  hits bigint;
  wholes text[] := '{}';
BEGIN
  IF after_id IS NOT NULL THEN
    onward := format('AND (%s, m.id) %s (%L%s, %L)', place, CASE WHEN descending THEN '<' ELSE '>' END,
      CASE sort WHEN 'name' THEN after_name ELSE after_at::text END,
      CASE sort WHEN 'name' THEN ' COLLATE "C"' ELSE '::timestamptz' END, after_id);
  END IF;
  FOREACH way IN ARRAY ARRAY['name', 'tag', 'phone', 'contact'] LOOP
    CASE way
      WHEN 'name' THEN
        CONTINUE WHEN names = '{}';
        -- Each of the parts: three letters anywhere, fewer at the beginning of a word.
        SELECT array_agg(CASE WHEN length(part) >= 3 OR part ~ '[^\x01-\x7f]' THEN '%' ELSE '% ' END || like_escape(part) || '%')
        INTO patterns FROM (SELECT fold(typed) AS part FROM unnest(names) AS typed OFFSET 0) folded;
        SELECT count(*) >= 2 INTO is_common FROM (SELECT m.search_name FROM members m WHERE m.tenant_id = tenant
          ORDER BY m.created_at DESC, m.id DESC LIMIT 300) m WHERE ' ' || m.search_name LIKE ALL (patterns);
        SELECT string_agg(CASE WHEN pattern LIKE '\% %' THEN format('(s.search_name LIKE %L OR s.search_name LIKE %L)', substr(pattern, 3), pattern)
          ELSE format('s.search_name LIKE %L', pattern) END, ' AND ') INTO found FROM unnest(patterns) AS pattern;
      WHEN 'tag' THEN
        CONTINUE WHEN tag IS NULL;
        tag := fold(tag);
        found := format('s.token >= %L AND s.token < %L', tag, tag || U&'\+10FFFF');
        SELECT count(*) > 3000 INTO is_common FROM (SELECT FROM member_tags t WHERE t.tenant_id = tenant
          AND t.token >= search_members.tag AND t.token < search_members.tag || U&'\+10FFFF' LIMIT 3001) tagged;
      ELSE
        CONTINUE WHEN way = 'phone' AND digits = '{}' OR way = 'contact' AND contact IS NULL;
        kinds := CASE way WHEN 'phone' THEN '{phone}'::text[] ELSE '{email,username}'::text[] END;
        patterns := ARRAY(SELECT '%' || part || '%' FROM unnest(CASE way WHEN 'phone' THEN digits ELSE ARRAY[like_escape(lower(contact))] END) AS part);
        SELECT count(*) >= 4 INTO is_common FROM (SELECT i.kind, i.sought FROM identifiers i WHERE i.tenant_id = tenant
          ORDER BY i.id DESC LIMIT 300) i WHERE i.kind = ANY (kinds) AND i.sought LIKE ANY (patterns);
        -- The kind stays out of its own index, which would be read as a whole beside the one of parts.
        SELECT format('s.kind || '''' = ANY (%L) AND (%s)', kinds, string_agg(format('s.sought LIKE %L', pattern), ' OR '))
        INTO found FROM unnest(patterns) AS pattern;
    END CASE;
    IF is_common AND most IS NOT NULL THEN
      RETURN QUERY EXECUTE format(
        'SELECT m.id FROM (SELECT m.tenant_id, m.id, m.search_name, m.created_at FROM members m
           WHERE m.tenant_id = %L %s ORDER BY %s%s, m.id%4$s LIMIT %5$s) m CROSS JOIN LATERAL (%6$s) one ORDER BY %3$s%4$s, m.id%4$s LIMIT %7$s',
        tenant, onward, place, down, CASE way WHEN 'name' THEN 20000 ELSE 2500 END,
        CASE way WHEN 'name' THEN format('SELECT FROM (SELECT m.search_name) s WHERE %s', found)
          ELSE format('SELECT FROM %I s WHERE s.tenant_id = m.tenant_id AND s.member_id = m.id AND %s LIMIT 1',
            CASE way WHEN 'tag' THEN 'member_tags' ELSE 'identifiers' END, found) END,
        most);
      GET DIAGNOSTICS hits = ROW_COUNT;
      CONTINUE WHEN hits >= most;
    END IF;
    wholes := wholes || CASE way
      WHEN 'name' THEN format('SELECT s.id FROM members s WHERE s.tenant_id::text = %L AND %s', tenant, found)
      WHEN 'tag' THEN format('SELECT s.member_id FROM member_tags s WHERE s.tenant_id = %L AND %s', tenant, found)
      ELSE format('SELECT s.member_id FROM identifiers s WHERE s.tenant_id::text = %L AND %s', tenant, found) END;
  END LOOP;
  IF wholes <> '{}' THEN
    RETURN QUERY EXECUTE array_to_string(wholes, ' UNION ALL ');
  END IF;
END $$;
CALL door('search_members(text[], text, text[], text, text, boolean, text, timestamptz, uuid, integer)');

-- New rows wait in a list beside an index of parts; after many it is emptied, so that the next search does not read it.
CREATE OR REPLACE FUNCTION refresh_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE members;
  ANALYZE member_tags;
  ANALYZE identifiers;
  ANALYZE community_members;
  ANALYZE group_members;
  ANALYZE consents;
  PERFORM gin_clean_pending_list('members_by_part_of_name'), gin_clean_pending_list('identifiers_by_part');
END $$;
