-- The walk of a list by name reads nothing but its index, and may go far for a page: what one in three hundred is called is found
-- by it too, where before all of it was looked up and sorted.
CREATE OR REPLACE FUNCTION search_members(names text[], tag text, digits text[], contact text, sort text, descending boolean,
  after_name text, after_at timestamptz, after_id uuid, most integer)
  RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = public, pg_temp SET enable_sort = off SET enable_nestloop = off AS $$
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
  seen bigint;
  first_ids uuid[];
  last record;
  near bigint;
  within text;
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
        SELECT count(*) INTO seen FROM (SELECT m.search_name FROM members m WHERE m.tenant_id = tenant
          ORDER BY m.created_at DESC, m.id DESC LIMIT 300) m WHERE ' ' || m.search_name LIKE ALL (patterns);
        -- By name the walk reads nothing but its index, and may go far for a page.
        is_common := seen >= CASE sort WHEN 'name' THEN 1 ELSE 2 END;
        SELECT string_agg(CASE WHEN pattern LIKE '\% %' THEN format('(s.search_name LIKE %L OR s.search_name LIKE %L)', substr(pattern, 3), pattern)
          ELSE format('s.search_name LIKE %L', pattern) END, ' AND ') INTO found FROM unnest(patterns) AS pattern;
      WHEN 'tag' THEN
        CONTINUE WHEN tag IS NULL;
        tag := fold(tag);
        found := format('s.token >= %L AND s.token < %L', tag, tag || U&'\+10FFFF');
        SELECT count(*) INTO seen FROM (SELECT FROM member_tags t WHERE t.tenant_id = tenant
          AND t.token >= search_members.tag AND t.token < search_members.tag || U&'\+10FFFF' LIMIT 3001) tagged;
        is_common := seen > 3000;
      ELSE
        CONTINUE WHEN way = 'phone' AND digits = '{}' OR way = 'contact' AND contact IS NULL;
        kinds := CASE way WHEN 'phone' THEN '{phone}'::text[] ELSE '{email,username}'::text[] END;
        patterns := ARRAY(SELECT '%' || part || '%' FROM unnest(CASE way WHEN 'phone' THEN digits ELSE ARRAY[like_escape(lower(contact))] END) AS part);
        SELECT count(*) INTO seen FROM (SELECT i.kind, i.sought FROM identifiers i WHERE i.tenant_id = tenant
          ORDER BY i.id DESC LIMIT 300) i WHERE i.kind = ANY (kinds) AND i.sought LIKE ANY (patterns);
        is_common := seen >= 4;
        -- The kind stays out of its own index, which would be read as a whole beside the one of parts.
        SELECT format('s.kind || '''' = ANY (%L) AND (%s)', kinds, string_agg(format('s.sought LIKE %L', pattern), ' OR '))
        INTO found FROM unnest(patterns) AS pattern;
    END CASE;
    -- The page is full already: what another way finds counts only among the people up to its last row. Few of them are asked
    -- one by one; among many the index of parts is quicker.
    IF within IS NOT NULL AND is_common AND near <= 1000 THEN
      RETURN QUERY EXECUTE format(
        'SELECT m.id FROM (SELECT m.tenant_id, m.id FROM members m WHERE m.tenant_id = %L %s %s OFFSET 0) m
           CROSS JOIN LATERAL (SELECT FROM %I s WHERE s.tenant_id = m.tenant_id AND s.member_id = m.id AND %s LIMIT 1) one',
        tenant, onward, within, CASE way WHEN 'tag' THEN 'member_tags' ELSE 'identifiers' END, found);
      CONTINUE;
    ELSIF within IS NOT NULL AND is_common THEN
      RETURN QUERY EXECUTE format(
        'SELECT s.member_id FROM %I s JOIN (SELECT m.id FROM members m WHERE m.tenant_id = %L %s %s OFFSET 0) m ON m.id = s.member_id
           WHERE %s AND %s', CASE way WHEN 'tag' THEN 'member_tags' ELSE 'identifiers' END, tenant, onward, within,
        format(CASE way WHEN 'tag' THEN 's.tenant_id = %L' ELSE 's.tenant_id::text = %L' END, tenant), found);
      CONTINUE;
    END IF;
    IF is_common AND most IS NOT NULL AND first_ids IS NULL THEN
      EXECUTE format(
        'SELECT array_agg(h.id) FROM (SELECT m.id FROM (SELECT m.tenant_id, m.id, m.search_name%8$s FROM members m
           WHERE m.tenant_id = %1$L %2$s ORDER BY %3$s%4$s, m.id%4$s LIMIT %5$s) m CROSS JOIN LATERAL (%6$s) one ORDER BY %3$s%4$s, m.id%4$s LIMIT %7$s) h',
        tenant, onward, place, down, CASE way WHEN 'name' THEN 20000 ELSE 2500 END,
        CASE way WHEN 'name' THEN format('SELECT FROM (SELECT m.search_name) s WHERE %s', found)
          ELSE format('SELECT FROM %I s WHERE s.tenant_id = m.tenant_id AND s.member_id = m.id AND %s LIMIT 1',
            CASE way WHEN 'tag' THEN 'member_tags' ELSE 'identifiers' END, found) END,
        most, CASE sort WHEN 'name' THEN '' ELSE ', m.created_at' END) INTO first_ids;
      IF cardinality(first_ids) >= most THEN
        RETURN QUERY SELECT unnest(first_ids);
        SELECT m.id, m.search_name, m.created_at INTO last FROM members m WHERE m.tenant_id = tenant AND m.id = first_ids[most];
        within := format('AND (%s, m.id) %s (%L%s, %L)', place, CASE WHEN descending THEN '>=' ELSE '<=' END,
          CASE sort WHEN 'name' THEN last.search_name ELSE last.created_at::text END,
          CASE sort WHEN 'name' THEN ' COLLATE "C"' ELSE '::timestamptz' END, last.id);
        EXECUTE format('SELECT count(*) FROM (SELECT FROM members m WHERE m.tenant_id = %L %s %s LIMIT 1001) n', tenant, onward, within) INTO near;
        CONTINUE;
      END IF;
      first_ids := NULL;
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
