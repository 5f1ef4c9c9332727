import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { deleteValues } from "../fields-sql";
import { canManageFields } from "../policy";

/**
 * Deletes the definition of a field. Its values stay with people as they are, under their key, unless they are to go too.
 * @throws Refusal `not_allowed`, `not_found`
 */
export async function deleteField(
  ctx: TenantContext,
  { id, withValues }: { id: string; withValues: boolean },
): Promise<void> {
  authorize(canManageFields(ctx.actor));
  await inTransaction(ctx, async (tx) => {
    const field = await tx.db.customField.findFirst({ where: { id }, select: { key: true, name: true } });
    if (!field) throw notFound();
    await tx.db.customField.deleteMany({ where: { id } });
    const people = withValues ? await deleteValues(tx.db, field.key) : 0;
    await recordAudit(tx, {
      action: "field.deleted",
      details: { name: field.name, withValues, people },
    });
  });
}
