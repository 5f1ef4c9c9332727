import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Relation, Viewer } from "./visibility/types";

/** Looks only at one community or one group: nothing is told of memberships elsewhere. */
export type SeenWithin = {
  communityId?: string | undefined;
  groupId?: string | undefined;
  /** Only these people: costs what they are, not what the communities are. */
  ids?: readonly string[] | undefined;
};

const NONE = 0;
const TAGS = 1;
const ALL_BUT_NOTES = 2;

/**
 * The SQL form of `visibleFields` (P14): a query of `(member_id, phone, phone_masked, details)` with one row for everybody
 * whom the viewer may see; `details` is the place in DETAILS_LEVELS. Null: the viewer sees everybody and everything.
 */
export function seenBy(viewer: Viewer, within: SeenWithin = {}): Prisma.Sql | null {
  if (viewer.kind === "system") return null;
  if (viewer.kind === "member") return folded(seenByMember(viewer.memberId, within), within);
  switch (viewer.role) {
    case "owner":
    case "admin":
      return null;
    case "marketer":
    case "agent":
      return folded(
        [...self(viewer.memberId, within), seenInGranted(viewer.grantedCommunityIds, within)],
        within,
      );
    case "finance":
      return folded(self(viewer.memberId, within), within);
  }
}

function folded(parts: Prisma.Sql[], { ids }: SeenWithin): Prisma.Sql {
  const among = ids ? Prisma.sql`WHERE member_id = ANY (${[...ids]}::uuid[])` : Prisma.empty;
  const nobody = Prisma.sql`SELECT NULL::uuid AS member_id, false AS phone, false AS phone_masked, 0 AS details WHERE false`;
  return Prisma.sql`
    SELECT member_id, bool_or(phone) AS phone, bool_or(phone_masked) AND NOT bool_or(phone) AS phone_masked,
      max(details) AS details
    FROM (${Prisma.join([nobody, ...parts], " UNION ALL ")}) AS granted
    ${among} GROUP BY member_id`;
}

/** P1, unless only one room is looked at: there somebody is by being in it. */
function self(memberId: string | null, within: SeenWithin): Prisma.Sql[] {
  if (memberId === null || within.communityId || within.groupId) return [];
  return [Prisma.sql`SELECT ${memberId}::uuid, true, false, ${ALL_BUT_NOTES}::int`];
}

function seenByMember(memberId: string, within: SeenWithin): Prisma.Sql[] {
  const inCommunity = within.communityId
    ? Prisma.sql`AND v.community_id = ${within.communityId}::uuid`
    : Prisma.empty;
  const inGroup = within.groupId ? Prisma.sql`AND v.group_id = ${within.groupId}::uuid` : Prisma.empty;
  // P1 within a room, P2, P4: only the room itself is shared (P11).
  const rooms = Prisma.sql`
    SELECT s.member_id, true, false,
      CASE WHEN v.role = 'admin' OR s.member_id = v.member_id THEN ${ALL_BUT_NOTES}::int ELSE ${NONE}::int END
    FROM group_members v
    JOIN group_members s ON s.tenant_id = v.tenant_id AND s.group_id = v.group_id
    WHERE v.tenant_id = current_tenant() AND v.member_id = ${memberId}::uuid ${inCommunity} ${inGroup}`;
  return [...self(memberId, within), rooms, ...seenInCommunities(memberId, within, inCommunity)];
}

/** P6 and P10; within one group, those of its people whom the viewer leads. */
function seenInCommunities(memberId: string, within: SeenWithin, inCommunity: Prisma.Sql): Prisma.Sql[] {
  const everybody = Prisma.sql`community_members s ON s.tenant_id = v.tenant_id AND s.community_id = v.community_id`;
  const inGroup = Prisma.sql`group_members s ON s.tenant_id = v.tenant_id AND s.community_id = v.community_id
    AND s.group_id = ${within.groupId ?? null}::uuid`;
  const led = Prisma.sql`
    SELECT s.member_id, true, false, ${ALL_BUT_NOTES}::int
    FROM community_members v JOIN ${within.groupId ? inGroup : everybody}
    WHERE v.tenant_id = current_tenant() AND v.member_id = ${memberId}::uuid AND v.role = 'admin' ${inCommunity}`;
  if (within.groupId) return [led];
  const leaders = Prisma.sql`
    SELECT s.member_id, s.member_id = v.member_id, false,
      CASE WHEN s.member_id = v.member_id THEN ${ALL_BUT_NOTES}::int ELSE ${NONE}::int END
    FROM community_members v JOIN ${everybody}
    WHERE v.tenant_id = current_tenant() AND v.member_id = ${memberId}::uuid
      AND (s.role = 'admin' OR s.member_id = v.member_id) ${inCommunity}`;
  return [led, leaders];
}

/** P8. */
function seenInGranted(granted: readonly string[], within: SeenWithin): Prisma.Sql {
  const table = within.groupId ? Prisma.sql`group_members` : Prisma.sql`community_members`;
  const inRoom = within.groupId
    ? Prisma.sql`AND group_id = ${within.groupId}::uuid`
    : Prisma.sql`AND (${within.communityId ?? null}::uuid IS NULL OR community_id = ${within.communityId ?? null}::uuid)`;
  return Prisma.sql`
    SELECT DISTINCT member_id, false, true, ${TAGS}::int FROM ${table}
    WHERE tenant_id = current_tenant() AND community_id = ANY (${[...granted]}::uuid[]) ${inRoom}`;
}

type Facts = {
  sharedGroups: string[];
  administeredGroups: string[];
  administeredCommunities: string[];
  ledCommunities: string[];
  grantedCommunities: string[];
};

/** The facts between a viewer and one person, for `visibleFields`. */
export async function loadRelation(db: Db, viewer: Viewer, memberId: string): Promise<Relation> {
  const viewerId = viewer.kind === "system" ? null : viewer.memberId;
  const self = viewerId === memberId;
  const roomsOf = viewer.kind === "member" && !self ? viewer.memberId : null;
  const granted = viewer.kind === "staff" ? [...viewer.grantedCommunityIds] : [];
  const [facts] = await db.$queryRaw<Facts[]>`
    WITH rooms AS (
      SELECT v.group_id AS id, v.role FROM group_members v
      JOIN group_members s ON s.tenant_id = v.tenant_id AND s.group_id = v.group_id AND s.member_id = ${memberId}::uuid
      WHERE v.tenant_id = current_tenant() AND v.member_id = ${roomsOf}::uuid
    ), houses AS (
      SELECT v.community_id AS id, v.role, s.role AS subject_role FROM community_members v
      JOIN community_members s ON s.tenant_id = v.tenant_id AND s.community_id = v.community_id AND s.member_id = ${memberId}::uuid
      WHERE v.tenant_id = current_tenant() AND v.member_id = ${roomsOf}::uuid
    )
    SELECT ARRAY(SELECT id FROM rooms ORDER BY id) AS "sharedGroups",
      ARRAY(SELECT id FROM rooms WHERE role = 'admin' ORDER BY id) AS "administeredGroups",
      ARRAY(SELECT id FROM houses WHERE role = 'admin' ORDER BY id) AS "administeredCommunities",
      ARRAY(SELECT id FROM houses WHERE subject_role = 'admin' ORDER BY id) AS "ledCommunities",
      ARRAY(SELECT community_id FROM community_members WHERE tenant_id = current_tenant()
        AND member_id = ${memberId}::uuid AND community_id = ANY (${granted}::uuid[]) ORDER BY 1) AS "grantedCommunities"`;
  const { grantedCommunities = [], ...rooms } = facts ?? noFacts;
  const staff = viewer.kind === "staff" ? { role: viewer.role, grantedCommunities } : null;
  return { ...rooms, self, staff, system: viewer.kind === "system" };
}

const noFacts: Facts = {
  sharedGroups: [],
  administeredGroups: [],
  administeredCommunities: [],
  ledCommunities: [],
  grantedCommunities: [],
};
