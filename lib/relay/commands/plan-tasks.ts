import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { findSettings } from "@/lib/tenants/queries/find-settings";
import { termsOf } from "../rules";
import { insertTasks, type NewTasks } from "../tasks-sql";

type Planned = Omit<NewTasks, "dueAt" | "closesAt"> & {
  /** When the next sending of its series begins. */
  before: Date | null;
};

/**
 * What is to be posted by hand for an occurrence that was just frozen, one task a group, each given to an admin of it (A21). In the
 * transaction of the freeze; twice makes it once.
 */
export async function systemPlanTasks(tx: TenantContext, { before, ...planned }: Planned): Promise<void> {
  const { relayDueHours, relayCloseHours } = await findSettings(tx);
  const terms = termsOf(planned.opensAt, { dueHours: relayDueHours, closeHours: relayCloseHours, before });
  await insertTasks(tx.db, { ...planned, ...terms });
}
