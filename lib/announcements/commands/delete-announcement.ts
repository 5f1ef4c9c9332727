import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { requireSender } from "./require-sender";

/** Deletes a draft; what was ever sent or scheduled keeps its history. @throws Refusal `illegal_transition`. */
export async function deleteAnnouncement(ctx: TenantContext, id: string): Promise<void> {
  const { status } = await requireSender(ctx, id);
  const { count } = await ctx.db.announcement.deleteMany({ where: { id, status: "draft" } });
  if (count === 0) throw new Refusal("illegal_transition", { from: status, to: "deleted" });
}
