import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { AuditAction } from "@/lib/audit/types";
import type { TenantContext } from "@/lib/platform/context";
import type { Actor } from "@/lib/shared/actor";
import { newId } from "@/lib/shared/ids";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { type AnnouncementStatus, mayHappen, TRANSITIONS, type Transition } from "../rules";

/** The columns that may change together with the state. */
type Changes = {
  dueAt?: Date | null;
  dueLocal?: string | null;
  approvedHash?: string | null;
  statusReason?: string | null;
  scheduleMode?: string;
  localTime?: string | null;
  timezone?: string | null;
  rrule?: string | null;
  scheduledByKind?: string | null;
  scheduledBy?: string | null;
};

/**
 * Moves an announcement by one legal transition and records it (A1): a conditional update, so that of two who try at
 * once one is refused. Belongs into a transaction.
 * @returns the state it came from.
 * @throws Refusal `not_found`, `illegal_transition` with `from` and `to`.
 */
export async function changeStatus(
  ctx: TenantContext,
  id: string,
  transition: Transition,
  given: { changes?: Changes; reason?: string | undefined } = {},
): Promise<AnnouncementStatus> {
  const { to } = TRANSITIONS[transition];
  const row = await ctx.db.announcement.findFirst({ where: { id }, select: { status: true } });
  if (!row) throw notFound();
  const from = row.status as AnnouncementStatus;
  if (!mayHappen(transition, from)) throw new Refusal("illegal_transition", { from, to });
  const { count } = await ctx.db.announcement.updateMany({
    where: { id, status: from },
    data: { status: to, statusReason: given.reason ?? null, updatedAt: ctx.now, ...given.changes },
  });
  if (count === 0) throw new Refusal("illegal_transition", { from, to });
  await recordTransition(ctx, { id, from, to, reason: given.reason });
  return from;
}

/** Adds a line to the history of an announcement. */
export async function recordTransition(
  ctx: TenantContext,
  line: { id: string; from: AnnouncementStatus; to: AnnouncementStatus; reason?: string | undefined },
): Promise<void> {
  await ctx.db.announcementTransition.create({
    data: {
      id: newId(),
      announcementId: line.id,
      fromStatus: line.from,
      toStatus: line.to,
      actorLabel: await labelOf(ctx, ctx.actor),
      reason: line.reason ?? null,
      at: ctx.now,
    },
    select: { id: true },
  });
  await auditLine(ctx, line);
}

/** What people do to an announcement is in the audit as well (R6); what follows by itself is in its own history alone. */
async function auditLine(
  ctx: TenantContext,
  { id, from, to, reason }: { id: string; from: string; to: string; reason?: string | undefined },
): Promise<void> {
  const action = from === to ? SILENT_CHANGES[reason ?? ""] : "announcement.status_changed";
  if (ctx.actor.kind === "system" || !action) return;
  const row = await ctx.db.announcement.findFirst({ where: { id }, select: { communityIds: true } });
  const [communityId = null, another] = row?.communityIds ?? [];
  await recordAudit(ctx, {
    action,
    subjectKind: "announcement",
    subjectId: id,
    communityId: another ? null : communityId,
    ...(from !== to && { before: { status: from }, after: { status: to } }),
  });
}

/** Sensitive acts that leave the state as it is, by the reason in the history. */
const SILENT_CHANGES: Record<string, AuditAction | undefined> = {
  corrected: "announcement.corrected",
  retracted: "announcement.retracted",
};

/** The actor's name as it was then: it stays in the history when they leave. */
export async function labelOf(ctx: TenantContext, actor: Actor): Promise<string> {
  if (actor.kind === "system") return "system";
  if (actor.kind === "member") {
    const member = await ctx.db.member.findFirst({ where: { id: actor.memberId }, select: { name: true } });
    return member?.name ?? "";
  }
  const user = await ctx.db.user.findUnique({
    where: { id: actor.userId },
    select: { name: true, email: true },
  });
  return user?.name || user?.email.split("@")[0] || "";
}
