import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { getAnnouncement } from "@/lib/announcements/queries/get-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import type { TenantContext } from "@/lib/platform/context";
import { closeChanges } from "@/lib/platform/db/notify";
import type { Ratio } from "@/scripts/bench";
import { withBenchDatabase } from "../support/bench-database";
import { aCommunity, people, withAddresses } from "../support/village-rooms";
import { kill, startWorker, until } from "../support/worker-process";
import { aTenant } from "../support/world";

const FULL = 21_504;
const TENTH = Math.floor(FULL / 10);
const LONGEST_MS = 300_000;

/** In bytes. `held`: by the program itself; `resident`: by the process, with what the engine keeps in store; `peak`: at most. */
type Memory = { held: number; resident: number; peak: number };

/**
 * What a worker holds after it sent to a full community, in the portal and by letters into the outbox, against what another holds
 * after a tenth of the people: what the program holds when garbage is collected, and what the process does. The engine lets its
 * heap grow before it collects, up to a point; what grew with the people would be ten times as much.
 */
export async function measure(): Promise<Ratio[]> {
  process.env.NEXTAUTH_SECRET = "a secret of the benches";
  const folder = mkdtempSync(join(tmpdir(), "aldeia-memory-"));
  process.env.ALDEIA_DATA_DIR = folder;
  try {
    return await withBenchDatabase(async () => {
      const tenth = await send(TENTH, folder);
      const full = await send(FULL, folder);
      await closeChanges();
      return [
        line("the program holds", tenth.held, full.held, 1.15),
        line("is resident after GC", tenth.resident, full.resident, 1.25),
        line("was resident at most", tenth.peak, full.peak, 2),
      ];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Sends to so many people by a worker of its own. */
async function send(count: number, folder: string): Promise<Memory> {
  const ctx = { ...(await aTenant()).as("owner"), now: new Date() };
  const { id: communityId } = await aCommunity(ctx);
  await withAddresses(ctx, await people(ctx, communityId, count));
  const id = await anAnnouncement(ctx, communityId, count);
  const report = join(folder, `memory-${count}`);
  const worker = startWorker({ MEMORY_REPORT: report, NODE_OPTIONS: "--expose-gc" }, [
    "./tests/support/memory-setup.ts",
  ]);
  try {
    await until(async () => (await getAnnouncement(ctx, id)).status === "sent", LONGEST_MS);
    return await memoryOf(worker, report);
  } finally {
    await kill(worker);
  }
}

async function anAnnouncement(ctx: TenantContext, communityId: string, count: number): Promise<string> {
  const words = {
    communityIds: [communityId],
    body: "Bom dia, {{first_name|amigo}}",
    channels: ["in_app", "email"],
  };
  const { id } = await createAnnouncement(ctx, createAnnouncementInput.parse(words));
  await sendAnnouncement(ctx, id, { undoSeconds: 0, confirmPeople: count });
  return id;
}

async function memoryOf(worker: ChildProcess, report: string): Promise<Memory> {
  worker.kill("SIGUSR2");
  await until(async () => existsSync(report) && readFileSync(report, "utf8") !== "");
  const status = readFileSync(`/proc/${worker.pid}/status`, "utf8");
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 2 ** 10;
  const { heapUsed, external, rss } = JSON.parse(readFileSync(report, "utf8")) as NodeJS.MemoryUsage;
  return { held: heapUsed + external, resident: rss, peak };
}

function line(what: string, tenth: number, full: number, bound: number): Ratio {
  return {
    name: `memory of a worker for ${FULL} against ${TENTH} people: ${what}`,
    ratio: full / tenth,
    bound,
    detail: `${megabytes(full)} against ${megabytes(tenth)}`,
  };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}
