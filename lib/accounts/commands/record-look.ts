import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { TenantContext } from "@/lib/platform/context";
import { consumePoint } from "@/lib/platform/rate-limit";

const AUDIT_EVERY_SECONDS = 600;

/** One audit event for a look of many requests through a member's eyes (R6); `by` is whoever looks. */
export async function recordLook(ctx: TenantContext, memberId: string, by: string): Promise<void> {
  const rule = { name: "see-as-audit", points: 1, perSeconds: AUDIT_EVERY_SECONDS };
  const { allowed: isFirst } = await consumePoint(rule, `${by}:${memberId}`);
  if (isFirst)
    await recordAudit(ctx, { action: "member.seen_as", subjectKind: "member", subjectId: memberId });
}
