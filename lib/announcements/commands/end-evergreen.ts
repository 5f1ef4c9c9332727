import "server-only";
import { endEvergreens } from "@/lib/delivery/commands/evergreens";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { announceChange } from "../announce-change";
import { getAnnouncement } from "../queries/get-announcement";
import type { Announcement } from "../types";
import { recordTransition } from "./change-status";
import { requireSender } from "./require-sender";

/**
 * Who joins from now on does not get what was sent (A5); of a series its next sendings begin anew.
 * @throws Refusal `illegal_transition` when it reaches nobody who joins, and what `requireSender` does.
 */
export async function endEvergreen(ctx: TenantContext, id: string): Promise<Announcement> {
  const { status } = await requireSender(ctx, id);
  await inTransaction(ctx, async (tx) => {
    if ((await endEvergreens(tx, id)) === 0)
      throw new Refusal("illegal_transition", { from: status, to: status });
    await recordTransition(tx, { id, from: status, to: status, reason: "evergreen_ended" });
  });
  announceChange(ctx, id);
  return await getAnnouncement(ctx, id);
}
