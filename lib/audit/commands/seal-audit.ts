import "server-only";
import { type Db, platformClient, tenantClient } from "@/lib/platform/db/clients";
import { sealSome, tenantsToSeal } from "../chain-sql";

/** Adds a tenant's newest audit events to its chain of hashes. Safe to overlap: the database lets one write at a time. */
export async function sealAudit(db: Db): Promise<void> {
  while ((await sealSome(db)) > 0);
}

/** By the clock: the same for every tenant that has something to chain. */
export async function systemSealAll(): Promise<void> {
  for (const tenantId of await tenantsToSeal(platformClient())) await sealAudit(tenantClient(tenantId));
}
