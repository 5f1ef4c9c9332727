import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { nullableJson } from "@/lib/platform/db/json";
import { daysAfter } from "@/lib/shared/days";
import { UNDO_DAYS } from "../rules";

/**
 * Takes away what was kept of merges that can no longer be undone: personal data of records that are gone (P16). That they
 * became one, when, and under which name the other stood, stays on the card of who stayed.
 */
export async function systemForgetKept({ db, now }: TenantContext): Promise<number> {
  const { count } = await db.memberMerge.updateMany({
    where: {
      undoneAt: null,
      mergedAt: { lte: daysAfter(now, -UNDO_DAYS) },
      kept: { not: nullableJson(null) },
    },
    data: { kept: nullableJson(null) },
  });
  return count;
}
