import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";

type Unsent = { announcementId: string; dueAt: Date; status: "missed" | "cancelled" };

/** An occurrence that nobody got stays on the record (X3): without audience, deliveries or a start. */
export async function recordUnsent(
  ctx: TenantContext,
  { announcementId, dueAt, status }: Unsent,
): Promise<void> {
  await ctx.db.occurrence.createMany({
    data: [{ id: newId(), announcementId, dueAt, status, finishedAt: ctx.now }],
    skipDuplicates: true,
  });
}
