import { platformClient } from "@/lib/platform/db/clients";
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

/** Seeds the demo village into an empty installation; ALDEIA_DEMO=0 leaves it empty. */
export async function seedOnFirstRun(say: (line: string) => void): Promise<void> {
  if (process.env.ALDEIA_DEMO === "0" || (await isSeeded())) return;
  say("first start: building the demo village");
  const { seedVillage } = await import("@/prisma/seed/village");
  await seedVillage();
}

async function isSeeded(): Promise<boolean> {
  const [row] = await platformClient().$queryRaw<
    { some: boolean }[]
  >`SELECT EXISTS (SELECT FROM all_tenant_ids()) AS some`;
  return row?.some === true;
}
