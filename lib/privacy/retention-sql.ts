import "server-only";
import type { Db } from "@/lib/platform/db/clients";

/** Takes the addresses out of the tenant's audit events of before an instant; the events stay, and their chain holds. */
export async function forgetAddresses(db: Db, before: Date): Promise<void> {
  await db.$executeRaw`SELECT forget_addresses(${before}::timestamptz)`;
}

/** The tenants that have such addresses, through a door of the database. */
export async function tenantsWithAddresses(db: Db, before: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT tenants_with_addresses(${before}::timestamptz) AS id`;
  return rows.map(({ id }) => id);
}

/** Removes jobs that failed for good before an instant, with their payloads and faults. */
export async function forgetDeadJobs(db: Db, before: Date): Promise<void> {
  await db.$executeRaw`SELECT forget_dead_jobs(${before}::timestamptz)`;
}

/** Removes the answers of the API that were kept for repeated requests since before an instant. */
export async function forgetAnswers(db: Db, before: Date): Promise<void> {
  await db.$executeRaw`SELECT forget_answers(${before}::timestamptz)`;
}

/** Removes acts on many people that ended before an instant, with whom they were for and what came of each. */
export async function forgetBulkActs(db: Db, before: Date): Promise<void> {
  await db.$executeRaw`SELECT forget_bulk_acts(${before}::timestamptz)`;
}
