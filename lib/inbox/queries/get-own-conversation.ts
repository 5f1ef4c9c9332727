import "server-only";
import { wordsOfOwnSendings } from "@/lib/announcements/queries/words-of-sendings";
import type { TenantContext } from "@/lib/platform/context";
import type { OwnEntry } from "../types";

const MOST_ENTRIES = 200;

/** What a member and the house wrote to each other in the portal, the last of it, oldest first; notes are not theirs to see. */
export async function getOwnConversation(ctx: TenantContext): Promise<OwnEntry[]> {
  if (ctx.actor.kind !== "member") return [];
  const { memberId } = ctx.actor;
  const rows = await ctx.db.$queryRaw<
    { id: string; kind: string; body: string; createdAt: Date; refId: string | null }[]
  >`
    SELECT m.id, m.kind, m.body, m.created_at AS "createdAt", m.ref_id AS "refId"
    FROM inbox_conversations c JOIN inbox_messages m ON m.tenant_id = c.tenant_id AND m.conversation_id = c.id
    WHERE c.tenant_id = current_tenant() AND c.member_id = ${memberId}::uuid AND c.channel = 'portal'
      AND m.kind IN ('in', 'out')
    ORDER BY m.created_at DESC, m.position DESC LIMIT ${MOST_ENTRIES}`;
  const words = await wordsOfOwnSendings(
    ctx,
    rows.flatMap(({ refId }) => refId ?? []),
  );
  return rows
    .map(({ id, kind, body, createdAt, refId }) => ({
      id,
      isOwn: kind === "in",
      body,
      createdAt,
      about: (refId && words.get(refId)) ?? null,
    }))
    .toReversed();
}

/** How many of the house's answers a member has not looked at: the mark in the portal. */
export async function countUnseenAnswers(ctx: TenantContext): Promise<number> {
  if (ctx.actor.kind !== "member") return 0;
  const [row] = await ctx.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM inbox_conversations c
      JOIN inbox_messages m ON m.tenant_id = c.tenant_id AND m.conversation_id = c.id
        AND m.position > c.read_position AND m.kind = 'out'
    WHERE c.tenant_id = current_tenant() AND c.member_id = ${ctx.actor.memberId}::uuid AND c.channel = 'portal'`;
  return row?.count ?? 0;
}
