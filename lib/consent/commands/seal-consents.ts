import "server-only";
import { type Db, platformClient, tenantClient } from "@/lib/platform/db/clients";
import { sealSomeConsents, tenantsWithLooseConsents } from "../ledger-sql";

/** Adds a tenant's newest entries to the chain of its ledger (P16). Safe to overlap: the database lets one write at a time. */
export async function sealConsents(db: Db): Promise<void> {
  while ((await sealSomeConsents(db)) > 0);
}

/** By the clock: the same for every tenant that has something to chain. */
export async function systemSealAllConsents(): Promise<void> {
  for (const tenantId of await tenantsWithLooseConsents(platformClient()))
    await sealConsents(tenantClient(tenantId));
}
