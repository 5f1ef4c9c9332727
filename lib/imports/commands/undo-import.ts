import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { canRunImports } from "../policy";
import { isUndoable } from "../rules";
import type { ImportStatus } from "../types";
import { removeMembers, removeMemberships, removeMessages } from "../undo-sql";

/**
 * Takes an import back: its messages, the memberships that it made and nobody changed, and the people whom it made and
 * nothing else has touched since. What people changed meanwhile stays; values that a row wrote over are not brought back.
 * @throws Refusal `not_allowed`, `not_found`, `illegal_transition`
 */
export async function undoImport(ctx: TenantContext, { id }: { id: string }): Promise<void> {
  authorize(canRunImports(ctx.actor));
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .$queryRaw`SELECT id FROM imports WHERE tenant_id = current_tenant() AND id = ${id}::uuid FOR UPDATE`;
    const known = await tx.db.import.findFirst({
      where: { id },
      select: { status: true, dryRun: true, communityId: true },
    });
    if (!known) throw notFound();
    const status = known.status as ImportStatus;
    if (!isUndoable({ status, dryRun: known.dryRun }))
      throw new Refusal("illegal_transition", { from: status, to: "undone" });
    const messages = await removeMessages(tx.db, id);
    if (known.communityId)
      await removeMemberships(tx.db, { id, communityId: known.communityId, now: tx.now });
    const members = await removeMembers(tx.db, id);
    await tx.db.import.updateMany({ where: { id }, data: { status: "undone", finishedAt: tx.now } });
    await recordAudit(tx, {
      action: "import.undone",
      subjectKind: "import",
      subjectId: id,
      details: { messages, members },
    });
  });
}
