import "server-only";
import { z } from "zod";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { canSeeHealthRows } from "../policy";
import { selectRows } from "../rows-sql";
import { type Period, type RowsKind, windowOf } from "../rules";
import type { HealthRow } from "../types";

const place: z.ZodType<[string, string]> = z.tuple([z.iso.datetime(), z.uuid()]);

type Wanted = {
  communityId: string;
  kind: RowsKind;
  days: Period;
  limit: number;
  cursor?: string | undefined;
};

/**
 * The people and messages behind a number, the latest first, for who reads what is said in the community. Whom the actor may not see
 * has no name (P).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor`
 */
export async function listHealthRows(
  ctx: TenantContext,
  { communityId, kind, days, limit, cursor }: Wanted,
): Promise<Page<HealthRow>> {
  authorize(canSeeHealthRows(ctx.actor, await findStanding(ctx, communityId)));
  const [at = "", key = ""] = cursor ? decodeCursor(cursor, place).map(String) : [];
  const before = cursor ? { at, key } : null;
  const window = windowOf(ctx.now, days);
  const found = await selectRows(ctx.db, { communityId, kind, window, before, limit: limit + 1 });
  const { data, nextCursor } = pageOf(found, limit, (row) => [row.at.toISOString(), row.key]);
  const people = await viewMembers(
    ctx,
    data.flatMap(({ memberId }) => memberId ?? []),
  );
  const rows = data.map(({ key: _, memberId, words, at: when, ...row }) => {
    const person = memberId === null ? undefined : people.get(memberId);
    return {
      ...row,
      memberId: person ? memberId : null,
      name: person?.name ?? null,
      words: words === null ? null : words.replace(/<@\d+>/gu, "@…"),
      at: when.toISOString(),
    };
  });
  return { data: rows, nextCursor };
}
