import "server-only";
import { findBannedRows } from "@/lib/bans/queries/find-banned-rows";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { upsertMembers } from "@/lib/members/commands/upsert-members";
import type { TenantContext } from "@/lib/platform/context";
import type { ImportMember } from "../csv/types";
import type { Step } from "../imports-sql";
import { NO_COUNTS } from "../rules";
import type { ImportJob, StoredError } from "../types";

export type GoodRow = { row: number; member: ImportMember };
type Seated = { row: number; memberId: string };

/**
 * Writes people and their memberships inside the caller's transaction, in a fixed number of statements per thousand. A
 * person for whom there is no place is kept in the list of members, and the row tells that the room was full (L13). Nobody
 * is made or changed by the row of a banned person (X19). No consent is made from a list (P16).
 */
export async function writeMembers(
  tx: TenantContext,
  job: Pick<ImportJob, "id" | "communityId" | "groupId" | "options">,
  given: readonly GoodRow[],
): Promise<Step> {
  const { country } = job.options;
  const banned = await findBannedRows(
    tx,
    job,
    given.map(({ member }) => member),
    country,
  );
  const rows = given.filter((_, index) => !banned.has(index));
  const profiles = rows.map(({ member }) => member);
  const results = await upsertMembers(tx, profiles, { source: "import", importId: job.id, country });
  const errors = [...banned].map((index) => errorOf(given[index]?.row ?? 0, "banned"));
  const seated: Seated[] = [];
  const counts = { ...NO_COUNTS, skipped: banned.size };
  for (const { index, outcome, memberId, code } of results) {
    const row = rows[index]?.row ?? 0;
    if (outcome === "refused") {
      counts.skipped += 1;
      errors.push(errorOf(row, code ?? "invalid"));
    } else {
      counts[outcome] += 1;
      if (memberId) seated.push({ row, memberId });
    }
  }
  return { counts, errors: [...errors, ...(await seat(tx, job, seated))] };
}

/** Puts people into the import's group, or its community; answers those for whom there was no place. */
export async function seat(
  tx: TenantContext,
  { communityId, groupId }: Pick<ImportJob, "communityId" | "groupId">,
  seated: readonly Seated[],
): Promise<StoredError[]> {
  if (seated.length === 0) return [];
  const memberIds = seated.map(({ memberId }) => memberId);
  const refused = await refusedSeats(tx, { communityId, groupId, memberIds });
  return refused.map(({ index, code }) => errorOf(seated[index]?.row ?? 0, code));
}

function errorOf(row: number, code: string): StoredError {
  return { row, code, params: {}, column: null };
}

type Seating = Pick<ImportJob, "communityId" | "groupId"> & { memberIds: string[] };

async function refusedSeats(tx: TenantContext, { communityId, groupId, memberIds }: Seating) {
  if (groupId) return (await addGroupMembers(tx, { groupId, memberIds })).refused;
  if (communityId) return (await addCommunityMembers(tx, { communityId, memberIds })).refused;
  return [];
}
