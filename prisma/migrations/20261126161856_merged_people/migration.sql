-- Two records of one person become one, and may be taken apart again (X20). What it takes to do that is kept beside it; it
-- goes with the person, and once it is used or too old.
CREATE TABLE member_merges (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  -- The record that stays.
  into_id uuid NOT NULL,
  -- The record that went, and its name as it was.
  from_id uuid NOT NULL,
  from_name text NOT NULL DEFAULT '' CHECK (length(from_name) <= 800),
  -- What was where; null once it is of no use.
  kept jsonb,
  merged_at timestamptz(3) NOT NULL DEFAULT now(),
  undone_at timestamptz(3),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, into_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX member_merges_into ON member_merges (tenant_id, into_id, id);
CALL seal('member_merges');

-- Everything that names a person and is no seat: the table, the column, what tells a row from the others of the same
-- person, and when a row stays behind because the other record has its like already.
CREATE FUNCTION member_references() RETURNS TABLE (tab text, col text, key text, twin text) LANGUAGE sql IMMUTABLE AS $$
  VALUES
    ('identifiers', 'member_id', 't.id::text', NULL),
    ('messages', 'author_id', 't.id::text', NULL),
    ('feedback', 'member_id', 't.id::text', NULL),
    ('feedback_comments', 'author_id', 't.id::text', NULL),
    ('feedback_votes', 'member_id', 't.feedback_id::text', 'o.feedback_id = t.feedback_id'),
    ('deliveries', 'member_id', 't.occurrence_id::text', 'o.occurrence_id = t.occurrence_id'),
    ('member_notes', 'member_id', 't.id::text', NULL),
    ('chat_authors', 'member_id', 't.group_id || '' '' || t.name', NULL),
    ('group_suggestions', 'member_id', 't.id::text', NULL),
    ('join_requests', 'member_id', 't.id::text', 'o.community_id = t.community_id AND o.status = ''pending''
      AND t.status = ''pending'' AND o.group_id IS NOT DISTINCT FROM t.group_id'),
    ('waiting_entries', 'member_id', 't.group_id::text', 'o.group_id = t.group_id'),
    ('bans', 'member_id', 't.id::text', NULL),
    ('invites', 'created_by_member', 't.id::text', NULL),
    ('members', 'invited_by', 't.id::text', NULL),
    ('community_members', 'invited_by', 't.community_id || '' '' || t.member_id', NULL),
    ('member_merges', 'into_id', 't.id::text', NULL)
$$;

-- Lets everything of one person be the other's. Returns what it moved, table by table.
CREATE FUNCTION move_references(goes uuid, stays uuid) RETURNS jsonb LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  r record;
  keys jsonb;
  moved jsonb := '{}';
BEGIN
  FOR r IN SELECT * FROM member_references() LOOP
    EXECUTE format(
      'WITH moved AS (UPDATE %1$I t SET %2$I = $2 WHERE t.tenant_id = current_tenant() AND t.%2$I = $1 AND NOT EXISTS (
         SELECT FROM %1$I o WHERE o.tenant_id = t.tenant_id AND o.%2$I = $2 AND %3$s) RETURNING %4$s AS key)
       SELECT jsonb_agg(key) FROM moved', r.tab, r.col, coalesce(r.twin, 'false'), r.key)
      INTO keys USING goes, stays;
    IF keys IS NOT NULL THEN
      moved := moved || jsonb_build_object(r.tab || '.' || r.col, keys);
    END IF;
  END LOOP;
  RETURN moved;
END $$;

-- The same back, as far as it is still the other's.
CREATE FUNCTION move_references_back(goes uuid, stays uuid, moved jsonb) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  r record;
BEGIN
  FOR r IN SELECT * FROM member_references() LOOP
    EXECUTE format(
      'UPDATE %1$I t SET %2$I = $1 WHERE t.tenant_id = current_tenant() AND t.%2$I = $2
         AND %3$s IN (SELECT jsonb_array_elements_text($3))', r.tab, r.col, r.key)
      USING goes, stays, coalesce(moved -> (r.tab || '.' || r.col), '[]');
  END LOOP;
END $$;
