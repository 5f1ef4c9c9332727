import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runAsOwner } from "@/lib/platform/db/as-owner";
import { platformClient } from "@/lib/platform/db/clients";
import { dataDir } from "@/lib/platform/env";
import { withDatabase } from "../database";
import { startBilling } from "../stripe";

/** `aldeia seed`: the demo village, if it is not there yet. */
export async function run(): Promise<number> {
  await withDatabase(async () => {
    if (await isSeeded()) return;
    const standIn = await startBilling();
    await seedOnFirstRun((line) => process.stdout.write(`${line}\n`));
    await standIn?.stop();
  });
  return 0;
}

/**
 * Seeds the demo village into an empty installation; ALDEIA_DEMO=0 leaves it empty. A seeding that was killed is begun
 * again from nothing.
 */
export async function seedOnFirstRun(say: (line: string) => void): Promise<void> {
  if (process.env.ALDEIA_DEMO === "0" || (await isSeeded())) return;
  say("first start: building the demo village");
  await removeDemoTenants();
  mkdirSync(dataDir(), { recursive: true });
  writeFileSync(unfinished(), "");
  const { seedVillage } = await import("@/prisma/seed/village");
  await seedVillage();
  rmSync(unfinished());
}

/** Exists while the village is being built. */
const unfinished = () => join(dataDir(), "seeding");

async function isSeeded(): Promise<boolean> {
  if (existsSync(unfinished())) return false;
  const [row] = await platformClient().$queryRaw<
    { some: boolean }[]
  >`SELECT EXISTS (SELECT FROM all_tenant_ids()) AS some`;
  return row?.some === true;
}

/** The half of a village that a killed seeding left; as the owner, for whole tenants go. */
function removeDemoTenants(): Promise<void> {
  return runAsOwner([
    "DELETE FROM deliveries d USING tenants t WHERE d.tenant_id = t.id AND t.slug IN ('aurora', 'brisa')",
    "DELETE FROM tenants WHERE slug IN ('aurora', 'brisa')",
  ]);
}
