import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { Actor } from "@/lib/shared/actor";
import { givenOnly } from "@/lib/shared/given-only";
import { newId } from "@/lib/shared/ids";
import { differenceOf } from "../rules";
import type { AuditAction, AuditSubject, AuditValues } from "../types";

export type AuditEntry = {
  action: AuditAction;
  subjectKind?: AuditSubject;
  subjectId?: string | null;
  /** The community that it happened in, for its history; a `communityId` among the details counts as well. */
  communityId?: string | null;
  details?: AuditValues;
  /** The thing as it was and as it is: only what differs is kept. One alone for what begins or ends. */
  before?: AuditValues;
  after?: AuditValues;
};

/**
 * Writes one append-only event: who, what, on whom, when, from where (R6). Call it in the transaction of the act. A change
 * in which nothing differs is none, and leaves none.
 */
export async function recordAudit(ctx: TenantContext, entry: AuditEntry): Promise<void> {
  const row = rowOf(ctx, entry);
  if (row) await ctx.db.auditEvent.create({ data: row, select: { id: true } });
}

/** The same for one act on each of many: an event of its own for everyone, in one statement. */
export async function recordAuditOfMany(
  ctx: TenantContext,
  subjectIds: readonly string[],
  entry: Omit<AuditEntry, "subjectId">,
): Promise<void> {
  const rows = subjectIds.flatMap((subjectId) => rowOf(ctx, { ...entry, subjectId }) ?? []);
  if (rows.length > 0) await ctx.db.auditEvent.createMany({ data: rows });
}

function rowOf(ctx: TenantContext, entry: AuditEntry) {
  const { details = {}, before, after } = entry;
  const change = before && after ? differenceOf(before, after) : { before, after };
  if (!change) return null;
  return {
    id: newId(),
    ...actorColumns(ctx.actor),
    action: entry.action,
    subjectKind: entry.subjectKind ?? "",
    subjectId: entry.subjectId ?? null,
    communityId: communityOf(entry),
    details,
    ...givenOnly(change),
    ip: ctx.ip,
    createdAt: ctx.now,
  };
}

function communityOf({ communityId, details, subjectKind, subjectId }: AuditEntry): string | null {
  if (communityId) return communityId;
  if (typeof details?.communityId === "string") return details.communityId;
  return subjectKind === "community" ? (subjectId ?? null) : null;
}

function actorColumns(actor: Actor) {
  switch (actor.kind) {
    case "system":
      return { actorKind: "system", actorId: null, actorLabel: actor.purpose };
    case "member":
      return {
        actorKind: "member",
        actorId: actor.memberId,
        actorLabel: actor.seenBy ? "seen_by_staff" : "",
      };
    case "staff":
      return {
        ...(actor.apiKey
          ? { actorKind: "api_key", actorId: actor.apiKey.id }
          : { actorKind: "staff", actorId: actor.staffId }),
        actorLabel: actor.role,
        actorUserId: actor.userId,
      };
  }
}
