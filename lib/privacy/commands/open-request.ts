import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import { canActFor, canManagePrivacy } from "../policy";
import { dueAt, receivedAt } from "../request-rules";
import { lockPerson } from "../requests-sql";
import type { AskInput, EnterRequestInput } from "../schema";
import type { RequestKind, RequestWay } from "../types";

/**
 * A member asks about their own data (P16); from now on the law's days count. @returns the id of the request
 * @throws Refusal `not_allowed`, `already_asked` while a request of the kind waits
 */
export async function askAboutOwnData(ctx: TenantContext, input: AskInput): Promise<{ id: string }> {
  const { actor } = ctx;
  if (actor.kind !== "member") throw new Refusal("not_allowed");
  authorize(canActFor(actor, actor.memberId));
  const asked = { memberId: actor.memberId, kind: input.kind, details: input.details ?? "" };
  return open(ctx, { ...asked, receivedBy: "portal", at: ctx.now });
}

/**
 * Staff enter what somebody asked by letter, mail or word of mouth; the day when it came starts the clock.
 * @throws Refusal `not_allowed`, `already_asked`; `invalid_input` at `memberId` or, for a day to come, `receivedOn`
 */
export async function enterRequest(ctx: TenantContext, input: EnterRequestInput): Promise<{ id: string }> {
  authorize(canManagePrivacy(ctx.actor));
  const { memberId, kind, receivedBy, receivedOn, details = "" } = input;
  const at = receivedAt(receivedOn, ctx.now, await findTimezone(ctx));
  if (!at) throw invalidInput({ path: "receivedOn", code: "day_to_come" });
  return open(ctx, { memberId, kind, receivedBy, details, at });
}

type Opened = { memberId: string; kind: RequestKind; receivedBy: RequestWay; details: string; at: Date };

async function open(ctx: TenantContext, { at, ...request }: Opened): Promise<{ id: string }> {
  const { memberId, kind, receivedBy } = request;
  const due = dueAt(at, await findTimezone(ctx));
  return inTransaction(ctx, async (tx) => {
    // Held, so that two of a kind do not come in at once, and none for somebody who is being erased.
    if (!(await lockPerson(tx.db, memberId))) throw invalidInput({ path: "memberId", code: "unknown_id" });
    const waiting = await tx.db.privacyRequest.count({ where: { memberId, kind, closedAt: null } });
    if (waiting > 0) throw new Refusal("already_asked");
    const id = newId();
    await tx.db.privacyRequest.create({
      data: { id, ...request, receivedAt: at, dueAt: due, createdAt: tx.now },
      select: { id: true },
    });
    await recordAudit(tx, {
      action: "privacy_request.opened",
      subjectKind: "member",
      subjectId: memberId,
      details: { requestId: id, kind, receivedBy },
    });
    return { id };
  });
}
