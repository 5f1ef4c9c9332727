-- Bus factor (H9): who acts, who would take over, and who was told.

-- When a member was last here, kept to some hours: signed in, in the portal or as staff, or acted by a key.
CREATE TABLE member_activity (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  member_id uuid NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, member_id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE
);
CALL seal('member_activity');

-- Who becomes admin when the last one goes (H4, H9). Whether they are still there and no admin yet is asked when it counts:
-- people move between rooms, and are merged.
ALTER TABLE communities ADD COLUMN successor_id uuid;
ALTER TABLE communities ADD FOREIGN KEY (tenant_id, successor_id)
  REFERENCES members (tenant_id, id) ON DELETE SET NULL (successor_id);
CREATE INDEX communities_of_successor ON communities (tenant_id, successor_id) WHERE successor_id IS NOT NULL;
ALTER TABLE groups ADD COLUMN successor_id uuid;
ALTER TABLE groups ADD FOREIGN KEY (tenant_id, successor_id)
  REFERENCES members (tenant_id, id) ON DELETE SET NULL (successor_id);
CREATE INDEX groups_of_successor ON groups (tenant_id, successor_id) WHERE successor_id IS NOT NULL;

-- Places whose admins have been told that they are alone: once, until the place has others again. `place_id` is the group's,
-- or the community's where it is about the community itself.
CREATE TABLE lone_admin_notices (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  community_id uuid NOT NULL,
  place_id uuid NOT NULL,
  told_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, place_id),
  FOREIGN KEY (tenant_id, community_id) REFERENCES communities (tenant_id, id) ON DELETE CASCADE
);
CALL seal('lone_admin_notices');

-- What of a person moves when two records become one: also whom they succeed.
CREATE OR REPLACE FUNCTION member_references() RETURNS TABLE (tab text, col text, key text, twin text) LANGUAGE sql IMMUTABLE AS $$
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
    ('member_merges', 'into_id', 't.id::text', NULL),
    ('communities', 'successor_id', 't.id::text', NULL),
    ('groups', 'successor_id', 't.id::text', NULL),
    ('member_activity', 'member_id', 't.tenant_id::text', 'true')
$$;
