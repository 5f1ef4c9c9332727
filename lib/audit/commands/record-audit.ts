import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { Actor } from "@/lib/shared/actor";
import { newId } from "@/lib/shared/ids";

export type AuditEntry = {
  /** What was done, as `noun.verb`: `staff.role_changed`. */
  action: string;
  subjectKind?: string;
  subjectId?: string | null;
  /** Ids, codes and numbers only: personal data must not outlive an erasure (X29). */
  details?: Record<string, string | number | boolean | null | readonly string[]>;
};

/** Writes one append-only event: who, what, on whom, when, from where (R6). Call it in the transaction of the act. */
export async function recordAudit(ctx: TenantContext, entry: AuditEntry): Promise<void> {
  await ctx.db.auditEvent.create({
    data: {
      id: newId(),
      ...actorColumns(ctx.actor),
      action: entry.action,
      subjectKind: entry.subjectKind ?? "",
      subjectId: entry.subjectId ?? null,
      details: entry.details ?? {},
      ip: ctx.ip,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
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
      return actor.apiKey
        ? { actorKind: "api_key", actorId: actor.apiKey.id, actorLabel: actor.role }
        : { actorKind: "staff", actorId: actor.staffId, actorLabel: actor.role };
  }
}
