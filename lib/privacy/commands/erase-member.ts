import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { unsafeLeaveCommunity } from "@/lib/communities/commands/leave-community";
import { canManageMembers } from "@/lib/members/policy";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { removeFileBytes, removeFileRows } from "@/lib/platform/files/remove-files";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { forgetOutbox } from "@/lib/platform/mail/outbox";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { findImportFiles, findTraces } from "../erasure/find-traces";
import { mentionsOf, type Traces, textsOf, writingsOf } from "../erasure/traces";
import {
  eraseChatLines,
  eraseRequests,
  eraseShown,
  eraseWords,
  forgetInImports,
  forgetOwnTags,
  forgetPerson,
  forgetTexts,
  hideWritings,
  isLoginOfOnly,
  keepOptOuts,
} from "../erasure-sql";
import { forgetSamplesJob, removeFilesJob } from "../job-names";

/**
 * Erases a person (P16): everything personal goes from rows, search, files, queues and kept answers; what was done and how
 * often stays under the member's id, which then is a pseudonym and names nobody. An opt-out stays as digests (X29).
 * @throws Refusal `not_found`, `not_allowed`, `last_admin` where nobody else leads (H4)
 */
export async function eraseMember(ctx: TenantContext, memberId: string): Promise<void> {
  authorize(canManageMembers(ctx.actor));
  const found = await findTraces(ctx, memberId);
  if (!found) throw notFound();
  const { traces, userId, photoFileId } = found;
  const importFiles = await findImportFiles(ctx, traces);
  const fileIds = await inTransaction(ctx, async (tx) => {
    await leaveEverything(tx, memberId);
    await keepOptOuts(tx.db, memberId);
    const shown = await eraseShown(tx.db, memberId);
    await eraseTexts(tx, traces);
    await closeRequests(tx, memberId);
    const others = await removeFileRows(tx, [...importFiles, ...(photoFileId ? [photoFileId] : [])]);
    const files = [...shown, ...others];
    await eraseRecord(tx, traces, userId);
    await recordAudit(tx, { action: "member.erased", subjectKind: "member", subjectId: memberId });
    if (files.length > 0) await enqueue(tx.db, removeFilesJob, { fileIds: files });
    await enqueue(tx.db, forgetSamplesJob, {}, { key: forgetSamplesJob.name, isBackground: true });
    return files;
  });
  // The job does it too, should this process end here.
  await removeFileBytes(ctx.tenantId, fileIds);
  await forgetOutbox(mentionsOf({ ...traces, name: "", chatNames: [] }));
}

async function leaveEverything(tx: TenantContext, memberId: string): Promise<void> {
  const memberships = await tx.db.communityMember.findMany({
    where: { memberId },
    select: { communityId: true },
    orderBy: { communityId: "asc" },
  });
  for (const { communityId } of memberships) await unsafeLeaveCommunity(tx, { communityId, memberId });
}

async function eraseTexts(tx: TenantContext, traces: Traces): Promise<void> {
  const { memberId, chatNames } = traces;
  await eraseWords(tx.db, memberId, tx.now);
  await eraseChatLines(tx.db, chatNames);
  await hideWritings(tx.db, writingsOf(traces));
  await tx.db.ban.updateMany({ where: { memberId }, data: { reason: "" } });
  await forgetOwnTags(tx.db, memberId);
  await forgetPerson(tx.db, memberId);
  await forgetTexts(tx.db, textsOf(traces));
  await forgetInImports(tx.db, [...textsOf(traces), ...chatNames]);
}

/** What the person had asked is answered by the erasure, or called off by it; each is told to the audit. */
async function closeRequests(tx: TenantContext, memberId: string): Promise<void> {
  const handledBy = tx.actor.kind === "staff" ? tx.actor.staffId : null;
  for (const { id, kind, status } of await eraseRequests(tx.db, memberId, { now: tx.now, handledBy }))
    await recordAudit(tx, {
      action: status === "done" ? "privacy_request.completed" : "privacy_request.cancelled",
      subjectKind: "member",
      subjectId: memberId,
      details: { requestId: id, kind },
    });
}

/** The record itself, and the login where it is nobody else's. */
async function eraseRecord(
  tx: TenantContext,
  { memberId, emails }: Traces,
  userId: string | null,
): Promise<void> {
  await tx.db.member.deleteMany({ where: { id: memberId } });
  // A note about somebody else, from when they were staff, stays without their name.
  if (userId) await tx.db.memberNote.updateMany({ where: { authorId: userId }, data: { authorName: "" } });
  await tx.db.signInToken.deleteMany({ where: { email: { in: emails } } });
  if (!userId || !(await isLoginOfOnly(tx.db, userId, tx.tenantId))) return;
  await tx.db.staffInvitation.deleteMany({ where: { email: { in: emails } } });
  await tx.db.user.deleteMany({ where: { id: userId } });
}
