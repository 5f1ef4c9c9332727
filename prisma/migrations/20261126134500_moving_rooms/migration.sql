-- A room that moves to another community takes its seats and its invites along (H5): what names both follows the room.
ALTER TABLE group_members DROP CONSTRAINT group_members_tenant_id_community_id_group_id_fkey;
ALTER TABLE group_members ADD CONSTRAINT group_members_tenant_id_community_id_group_id_fkey
  FOREIGN KEY (tenant_id, community_id, group_id) REFERENCES groups (tenant_id, community_id, id)
  ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE invites DROP CONSTRAINT invites_tenant_id_community_id_group_id_fkey;
ALTER TABLE invites ADD CONSTRAINT invites_tenant_id_community_id_group_id_fkey
  FOREIGN KEY (tenant_id, community_id, group_id) REFERENCES groups (tenant_id, community_id, id)
  ON UPDATE CASCADE ON DELETE CASCADE;

-- Who came in by which link, and who made it: in the community where it happened (H7).
ALTER TABLE community_members ADD COLUMN invite_id uuid, ADD COLUMN invited_by uuid;
CREATE INDEX community_members_of_invite ON community_members (tenant_id, invite_id) WHERE invite_id IS NOT NULL;
