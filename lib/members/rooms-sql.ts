import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { MemberRoom } from "./types";

/** The communities of a person, each with its groups that they are in; only `communityIds`, unless null. */
export function selectRooms(
  db: Db,
  memberId: string,
  communityIds: readonly string[] | null,
): Promise<MemberRoom[]> {
  return db.$queryRaw<MemberRoom[]>`
    SELECT c.id, c.name, cm.role, cm.joined_at AS "joinedAt", coalesce((
      SELECT json_agg(json_build_object('id', g.id, 'name', g.name, 'role', gm.role, 'memberCount', g.member_count)
        ORDER BY g.name, g.id)
      FROM group_members gm JOIN groups g ON g.tenant_id = gm.tenant_id AND g.id = gm.group_id
      WHERE gm.tenant_id = current_tenant() AND gm.member_id = cm.member_id AND gm.community_id = c.id), '[]') AS groups
    FROM community_members cm JOIN communities c ON c.tenant_id = cm.tenant_id AND c.id = cm.community_id
    WHERE cm.tenant_id = current_tenant() AND cm.member_id = ${memberId}::uuid
      AND (${communityIds === null}::boolean OR c.id = ANY (${[...(communityIds ?? [])]}::uuid[]))
    ORDER BY c.name, c.id`;
}
