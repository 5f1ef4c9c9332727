import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { judgedSql } from "../audience-sql";
import type { Audience } from "../types";

/** The zones of the people of an audience, each once; who has none is in none. */
export async function listAudienceZones(ctx: TenantContext, audience: Audience): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ timezone: string }[]>`
    SELECT DISTINCT m.timezone FROM members m
    WHERE m.timezone IS NOT NULL AND m.id IN (
      SELECT judged.member_id FROM (${judgedSql(audience)}) judged WHERE judged.reason IS NULL)`;
  return rows.map(({ timezone }) => timezone);
}
