import "server-only";
import { readdirSync } from "node:fs";
import { platformClient } from "./db/clients";
import { role } from "./env";
import { log } from "./log";

export type Readiness = { ok: boolean; database: boolean; migrations: boolean; worker: boolean };

/** Whether this process may take traffic: the database answers, no migration is missing, and with `all` a worker lives. */
export async function checkReadiness(): Promise<Readiness> {
  try {
    const [row] = await platformClient().$queryRaw<{ applied: number; workers: number }[]>`
      SELECT applied_migrations() AS applied, live_workers() AS workers`;
    const migrations =
      Number(row?.applied ?? 0) >=
      readdirSync("prisma/migrations", { withFileTypes: true }).filter((entry) => entry.isDirectory()).length;
    const worker = role() !== "all" || Number(row?.workers ?? 0) > 0;
    return { ok: migrations && worker, database: true, migrations, worker };
  } catch (error) {
    log.warn({ err: (error as Error).message }, "not ready");
    return { ok: false, database: false, migrations: false, worker: false };
  }
}
