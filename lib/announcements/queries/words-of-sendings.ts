import "server-only";
import { shownInPortalSql } from "@/lib/delivery/queries/shown-in-portal";
import type { TenantContext } from "@/lib/platform/context";
import { takeGraphemes } from "@/lib/shared/text";
import { communitiesInReach } from "@/lib/tenants/policy";
import { renderTemplate } from "../format/merge-fields";

const MOST_WORDS = 90;

export type SendingWords = { announcementId: string; words: string };

/** How these sendings begin, by occurrence: for staff, of announcements in their reach (R2); what was retracted says nothing. */
export async function wordsOfSendings(
  ctx: TenantContext,
  occurrenceIds: readonly string[],
): Promise<Map<string, SendingWords>> {
  if (ctx.actor.kind === "member" || occurrenceIds.length === 0) return new Map();
  const reach = communitiesInReach(ctx.actor, "announcements.view");
  const rows = await ctx.db.occurrence.findMany({
    where: { id: { in: [...occurrenceIds] } },
    select: { id: true, announcementId: true, body: true, communityIds: true, retractedAt: true },
  });
  return new Map(
    rows
      .filter(({ communityIds }) => reach === null || communityIds.every((id) => reach.includes(id)))
      .map(({ id, announcementId, body, retractedAt }) => [
        id,
        { announcementId, words: retractedAt ? "" : beginning(body) },
      ]),
  );
}

/** The same of what a member got themself. */
export async function wordsOfOwnSendings(
  ctx: TenantContext,
  occurrenceIds: readonly string[],
): Promise<Map<string, string>> {
  if (ctx.actor.kind !== "member" || occurrenceIds.length === 0) return new Map();
  const rows = await ctx.db.$queryRaw<{ id: string; body: string }[]>`
    SELECT o.id, o.body FROM deliveries d JOIN occurrences o ON o.tenant_id = d.tenant_id AND o.id = d.occurrence_id
    WHERE d.tenant_id = current_tenant() AND d.member_id = ${ctx.actor.memberId}::uuid
      AND d.occurrence_id = ANY (${[...occurrenceIds]}::uuid[]) AND o.retracted_at IS NULL AND ${shownInPortalSql}`;
  return new Map(rows.map(({ id, body }) => [id, beginning(body)]));
}

function beginning(body: string): string {
  const [line = ""] = renderTemplate(body, {}).text.trim().split("\n");
  const short = takeGraphemes(line, MOST_WORDS);
  return short.length < line.length ? `${short}…` : short;
}
