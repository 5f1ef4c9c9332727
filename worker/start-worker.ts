import { EventEmitter } from "node:events";
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { z } from "zod";
import { systemContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { databaseNow } from "@/lib/platform/db/database-now";
import { createPool, type Pool } from "@/lib/platform/db/pool";
import { databaseUrl } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { Refusal } from "@/lib/shared/refusal";
import { cronItems } from "./cron";
import { jobs } from "./registry";

// How late a job of a set time may begin; what is due at once is told by the database and not waited for.
const POLL_MS = 500;

const tenantPayload = z.looseObject({ tenantId: z.uuid() });

/** The engine under way, its connections, and the name by which it locks jobs. */
export type Working = { runner: Runner; pool: Pool; poolId: string };

/** Starts the job engine on the queue of this database; several workers may run at once. */
export async function startWorker(): Promise<Working> {
  const pool = createPool(databaseUrl(), 6);
  let poolId = "";
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => {
    poolId = workerPool.id;
  });
  const runner = await run({
    pgPool: pool,
    events,
    concurrency: 4,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    taskList: taskList(),
    parsedCronItems: cronItems(),
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") log.warn({ from: "queue" }, message);
    }),
  });
  return { runner, pool, poolId };
}

function taskList(): TaskList {
  const tasks: TaskList = {};
  for (const job of jobs) {
    tasks[job.name] = async (payload) => {
      try {
        // The queue gives a job out by the database's clock; by another it might seem to come too early, again and again.
        const now = await databaseNow(platformClient());
        if ("handlePlatform" in job) return await job.handlePlatform(job.payload.parse(payload), now);
        const { tenantId } = tenantPayload.parse(payload);
        await job.handle(systemContext(tenantId, job.name, now), job.payload.parse(payload));
      } catch (error) {
        // A rule's "no" is an outcome: trying again would meet the same rule.
        if (error instanceof Refusal) log.warn({ job: job.name, code: error.code }, "a job was refused");
        else throw error;
      }
    };
  }
  return tasks;
}
