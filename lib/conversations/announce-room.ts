import "server-only";
import { publishChange } from "@/lib/platform/db/notify";

/** Wakes those who look at a room. Call it after the transaction, never inside. */
export function announceRoom(ctx: { tenantId: string }, groupId: string): void {
  publishChange({ tenantId: ctx.tenantId, subject: "room", id: groupId });
}
