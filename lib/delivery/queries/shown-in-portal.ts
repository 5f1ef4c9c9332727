import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";

/**
 * Whether a delivery `d` shows in its person's portal: the portal always has it (A10), whatever became of the e-mail, as soon
 * as the sending began; what goes to the portal alone shows once it is sent.
 */
export const shownInPortalSql = Prisma.sql`(d.status IN ('sent', 'delivered', 'read', 'unknown', 'failed')
  OR d.channel <> 'in_app' AND d.status IN ('queued', 'sending') AND (d.not_before IS NULL OR d.not_before <= now()))`;

/** Shown there and not read yet. */
export const unreadInPortalSql = Prisma.sql`(d.status IN ('sent', 'delivered', 'unknown', 'failed')
  OR d.channel <> 'in_app' AND d.status IN ('queued', 'sending') AND (d.not_before IS NULL OR d.not_before <= now()))`;
