import { migrate } from "@/lib/platform/db/migrate";
import { closeAppPool } from "@/lib/platform/db/pool";
import { publicUrl } from "@/lib/platform/env";
import { supervise } from "../children";
import { startDatabase } from "../database";
import { stopTogether } from "../stop-together";
import { startBilling } from "../stripe";
import { startWhatsapp } from "../whatsapp";
import { seedOnFirstRun } from "./seed";

/** `aldeia dev`: the same as start, with pages that follow the sources. */
export async function run(): Promise<undefined> {
  const running = stopTogether();
  running.push(await startDatabase());
  await migrate();
  const standIn = await startBilling();
  if (standIn) running.push(standIn);
  const whatsapp = await startWhatsapp();
  if (whatsapp) running.push(whatsapp);
  await seedOnFirstRun((line) => process.stdout.write(`${line}\n`));
  await closeAppPool();
  running.push(supervise("worker", "worker/main.ts"));
  running.push(
    supervise("web", "server/main.ts", ["--dev"], { NODE_ENV: "development", NEXTAUTH_URL: publicUrl() }),
  );
}
