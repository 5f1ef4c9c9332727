import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { type NewTasks, rewordTasks } from "../tasks-sql";

/** Gives what is posted by hand other words (A11): who posted already is told that the group has the old ones. */
export async function systemRewordTasks(
  tx: TenantContext,
  occurrenceId: string,
  words: NewTasks["words"],
): Promise<void> {
  await rewordTasks(tx.db, occurrenceId, words);
}
