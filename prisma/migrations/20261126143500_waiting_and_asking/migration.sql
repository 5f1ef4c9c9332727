-- Who waits for a place in a full room with overflow, in the order in which they came (L10). The room is the first of its
-- family: whichever of its rooms has a place lets them in.
CREATE TABLE waiting_entries (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  group_id uuid NOT NULL,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  -- Given under the lock of the community, so that it is the order.
  place bigint GENERATED ALWAYS AS IDENTITY,
  invite_id uuid,
  invited_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, group_id, member_id),
  FOREIGN KEY (tenant_id, community_id, group_id) REFERENCES groups (tenant_id, community_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX waiting_entries_in_order ON waiting_entries (tenant_id, community_id, group_id, place);
CREATE INDEX waiting_entries_of_member ON waiting_entries (tenant_id, member_id);
CALL seal('waiting_entries');

-- The tenants in which somebody waits: for the sweep after limits were raised.
CALL open_to_doors('waiting_entries', 'tenant_id, community_id');
CREATE FUNCTION communities_with_waiting() RETURNS TABLE (tenant_id uuid, community_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT tenant_id, community_id FROM waiting_entries
$$;
CALL door('communities_with_waiting()');

-- A request is for a place: one may ask for two rooms of a community. It goes along with a room that moves or is deleted.
ALTER TABLE join_requests NO FORCE ROW LEVEL SECURITY;
DELETE FROM join_requests r WHERE group_id IS NOT NULL AND NOT EXISTS (
  SELECT FROM groups g WHERE g.tenant_id = r.tenant_id AND g.community_id = r.community_id AND g.id = r.group_id);
ALTER TABLE join_requests FORCE ROW LEVEL SECURITY;
ALTER TABLE join_requests ADD FOREIGN KEY (tenant_id, community_id, group_id) REFERENCES groups (tenant_id, community_id, id)
  ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE join_requests
  ADD COLUMN decided_by_member uuid,
  -- The name with which the person asked: what a request says of them, also to admins who may not see their profile yet.
  ADD COLUMN asked_as text NOT NULL DEFAULT '' CHECK (length(asked_as) <= 800);
DROP INDEX join_requests_pending;
CREATE UNIQUE INDEX join_requests_pending ON join_requests (tenant_id, community_id, group_id, member_id)
  NULLS NOT DISTINCT WHERE status = 'pending';

-- Members may suggest a new room; who manages the community's rooms decides (H7).
CREATE TABLE group_suggestions (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  community_id uuid NOT NULL,
  -- Null once the person is erased: the suggestion stays.
  member_id uuid,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 1100),
  description text NOT NULL DEFAULT '' CHECK (length(description) <= 22528),
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'approved', 'declined')),
  reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 2000),
  group_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  decided_at timestamptz(3),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, community_id) REFERENCES communities (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE SET NULL (member_id)
);
CREATE INDEX group_suggestions_pending ON group_suggestions (tenant_id, community_id, id) WHERE status = 'pending';
CREATE INDEX group_suggestions_of_member ON group_suggestions (tenant_id, member_id, id);
CALL seal('group_suggestions');
