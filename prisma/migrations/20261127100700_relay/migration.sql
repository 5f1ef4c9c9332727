-- The relay desk (A21): what a person posts by hand in one group for one occurrence. One row a group, whatever crashes.
CREATE TABLE relay_tasks (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL DEFAULT new_id(),
  occurrence_id uuid NOT NULL,
  announcement_id uuid NOT NULL,
  community_id uuid NOT NULL,
  group_id uuid NOT NULL,
  -- An admin of the group, else of its community; null: whoever may.
  assignee_id uuid,
  -- As it is posted, with the marks of WhatsApp.
  words text NOT NULL CHECK (length(words) <= 60000),
  -- How many of the frozen audience sit in the group.
  people integer NOT NULL CHECK (people > 0),
  opens_at timestamptz(3) NOT NULL,
  -- From when on it is late, and until when it is waited for.
  due_at timestamptz(3) NOT NULL,
  closes_at timestamptz(3) NOT NULL CHECK (closes_at >= due_at),
  posted_at timestamptz(3),
  posted_by_member uuid,
  posted_by_staff uuid,
  -- From then on its people count as reached, and the tick stands.
  counted_at timestamptz(3),
  -- Nobody posted it in time, or its group is none of the audience any more.
  closed_at timestamptz(3),
  told_at timestamptz(3),
  late_told_at timestamptz(3),
  reminded_at timestamptz(3),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, occurrence_id, group_id),
  FOREIGN KEY (tenant_id, occurrence_id) REFERENCES occurrences (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, group_id) REFERENCES groups (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, assignee_id) REFERENCES members (tenant_id, id) ON DELETE SET NULL (assignee_id),
  CHECK (counted_at IS NULL OR posted_at IS NOT NULL),
  CHECK (closed_at IS NULL OR posted_at IS NULL)
);
CREATE INDEX relay_tasks_of_group ON relay_tasks (tenant_id, group_id, id);
CREATE INDEX relay_tasks_of_announcement ON relay_tasks (tenant_id, announcement_id, id);
CREATE INDEX relay_tasks_open_of ON relay_tasks (tenant_id, assignee_id) WHERE posted_at IS NULL AND closed_at IS NULL;
CALL seal('relay_tasks');

-- Who posts in a group: its admin who has been there longest, else the community's; those with an account first.
CREATE FUNCTION relay_assignee(community uuid, room uuid) RETURNS uuid LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(
    (SELECT gm.member_id FROM group_members gm
     JOIN members m ON m.tenant_id = gm.tenant_id AND m.id = gm.member_id AND m.suspended_at IS NULL
     WHERE gm.tenant_id = current_tenant() AND gm.group_id = room AND gm.role = 'admin'
     ORDER BY m.user_id IS NULL, gm.joined_at, gm.member_id LIMIT 1),
    (SELECT cm.member_id FROM community_members cm
     JOIN members m ON m.tenant_id = cm.tenant_id AND m.id = cm.member_id AND m.suspended_at IS NULL
     WHERE cm.tenant_id = current_tenant() AND cm.community_id = community AND cm.role = 'admin'
     ORDER BY m.user_id IS NULL, cm.joined_at, cm.member_id LIMIT 1))
$$;

-- Whether somebody may still be the one who posts in a group.
CREATE FUNCTION relays_in(person uuid, community uuid, room uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM members m WHERE m.tenant_id = current_tenant() AND m.id = person AND m.suspended_at IS NULL)
    AND (EXISTS (SELECT FROM group_members gm WHERE gm.tenant_id = current_tenant() AND gm.group_id = room
        AND gm.member_id = person AND gm.role = 'admin')
      OR EXISTS (SELECT FROM community_members cm WHERE cm.tenant_id = current_tenant() AND cm.community_id = community
        AND cm.member_id = person AND cm.role = 'admin'))
$$;

-- R7: whoever loses the role loses the task at once, by whatever way: demotion, leaving, removal, suspension, erasure, moves.
CREATE FUNCTION pass_relay_on() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  -- Of a membership its person, of a person themself.
  person uuid := coalesce(to_jsonb(OLD) ->> 'member_id', to_jsonb(OLD) ->> 'id');
BEGIN
  UPDATE relay_tasks t SET assignee_id = relay_assignee(t.community_id, t.group_id), told_at = NULL
  WHERE t.tenant_id = OLD.tenant_id AND t.assignee_id = person AND t.posted_at IS NULL AND t.closed_at IS NULL
    AND NOT relays_in(person, t.community_id, t.group_id);
  RETURN NULL;
END $$;
CREATE TRIGGER pass_relay_on AFTER DELETE ON group_members FOR EACH ROW
  WHEN (OLD.role = 'admin') EXECUTE FUNCTION pass_relay_on();
CREATE TRIGGER pass_relay_on_change AFTER UPDATE OF role ON group_members FOR EACH ROW
  WHEN (OLD.role = 'admin' AND NEW.role <> 'admin') EXECUTE FUNCTION pass_relay_on();
CREATE TRIGGER pass_relay_on AFTER DELETE ON community_members FOR EACH ROW
  WHEN (OLD.role = 'admin') EXECUTE FUNCTION pass_relay_on();
CREATE TRIGGER pass_relay_on_change AFTER UPDATE OF role ON community_members FOR EACH ROW
  WHEN (OLD.role = 'admin' AND NEW.role <> 'admin') EXECUTE FUNCTION pass_relay_on();
CREATE TRIGGER pass_relay_on_change AFTER UPDATE OF suspended_at ON members FOR EACH ROW
  WHEN (OLD.suspended_at IS NULL AND NEW.suspended_at IS NOT NULL) EXECUTE FUNCTION pass_relay_on();

-- Two records of one person that become one: their tasks, and what they posted, are the other's.
DO $do$ BEGIN
  EXECUTE replace(pg_get_functiondef('member_references'::regproc), E'\n  VALUES\n',
    E'\n  VALUES\n    (''relay_tasks'', ''assignee_id'', ''t.id::text'', NULL),\n'
    '    (''relay_tasks'', ''posted_by_member'', ''t.id::text'', NULL),\n');
END $do$;

-- Posting by hand can be what somebody likes best, too.
ALTER TABLE members DROP CONSTRAINT members_preferred_channel_check, ADD CONSTRAINT members_preferred_channel_check
  CHECK (preferred_channel IN ('in_app', 'push', 'email', 'whatsapp', 'relay'));
