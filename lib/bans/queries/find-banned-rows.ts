import "server-only";
import { readIdentifier } from "@/lib/members/identifier-rules";
import type { IdentifierKind } from "@/lib/members/types";
import type { TenantContext } from "@/lib/platform/context";
import { findCountry } from "@/lib/tenants/queries/find-country";
import { bannedRows } from "../bans-sql";

type Row = { identifiers?: readonly { kind: IdentifierKind; value: string }[] | undefined };
/** The whole organization where both are null; a room brings its community with it. */
type AskedPlace = { communityId: string | null; groupId: string | null };

/**
 * Which of these people, as they come in a list, are banned from the place they are to go to: looked at before anybody is
 * made of a row, so that a refused one leaves nothing behind (X19).
 * @returns their indexes
 */
export async function findBannedRows(
  ctx: TenantContext,
  { communityId: asked, groupId }: AskedPlace,
  rows: readonly Row[],
  country?: string,
): Promise<ReadonlySet<number>> {
  // Reading phones costs: where nobody is banned nothing is read.
  if (!(await ctx.db.bannedIdentifier.findFirst({ select: { banId: true } }))) return new Set();
  const room = groupId && (await ctx.db.group.findFirst({ where: { id: groupId }, select: roomFields }));
  const communityId = room ? room.communityId : asked;
  const groupIds = room ? [room.overflowOf ?? room.id] : [];
  const home = country ?? (await findCountry(ctx));
  const identifiers = rows.flatMap(({ identifiers: given = [] }, row) =>
    given.flatMap(({ kind, value }) => {
      const read = readIdentifier(kind, value, home);
      return read.ok ? [{ row, kind, canonical: read.identifier.canonical }] : [];
    }),
  );
  return new Set(await bannedRows(ctx.db, { communityId, groupIds }, identifiers));
}

const roomFields = { id: true, overflowOf: true, communityId: true } as const;
