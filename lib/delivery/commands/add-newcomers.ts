import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { insertNewcomers } from "../newcomers-sql";
import type { Audience, LocalStarts } from "../types";
import { findEvergreen, type OpenEvergreen } from "./evergreens";

/**
 * Adds those who joined since to a sending (A5). Inside a transaction: it holds the announcement, as pause, cancel and retract
 * do, and looks again whether the sending still reaches newcomers. @returns how many came
 */
export async function addNewcomers(
  tx: TenantContext,
  { open, newcomers, starts }: { open: OpenEvergreen; newcomers: Audience; starts: LocalStarts | null },
): Promise<number> {
  await tx.db
    .$queryRaw`SELECT 1 FROM announcements WHERE id = ${open.announcementId}::uuid FOR NO KEY UPDATE`;
  if (!(await findEvergreen(tx, open.id))) return 0;
  return await insertNewcomers(tx.db, open.id, newcomers, starts);
}
