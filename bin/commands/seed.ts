import { platformClient } from "@/lib/platform/db/clients";
import { withDatabase } from "../database";

/** `aldeia seed`: the demo village, if it is not there yet. */
export async function run(): Promise<number> {
  await withDatabase(() => seedOnFirstRun((line) => process.stdout.write(`${line}\n`)));
  return 0;
}

/** Seeds the demo village into an empty installation; ALDEIA_DEMO=0 leaves it empty. */
export async function seedOnFirstRun(say: (line: string) => void): Promise<void> {
  if (process.env.ALDEIA_DEMO === "0") return;
  const [row] = await platformClient().$queryRaw<
    { some: boolean }[]
  >`SELECT EXISTS (SELECT FROM all_tenant_ids()) AS some`;
  if (row?.some) return;
  say("first start: building the demo village");
  const { seedVillage } = await import("@/prisma/seed/village");
  await seedVillage();
}
