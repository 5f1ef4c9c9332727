import "server-only";
import { publishChange } from "@/lib/platform/db/notify";

/** Wakes those who watch an announcement. Call it after the transaction, never inside. */
export function announceChange(ctx: { tenantId: string }, announcementId: string): void {
  publishChange({ tenantId: ctx.tenantId, subject: "announcement", id: announcementId });
}
