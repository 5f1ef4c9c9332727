import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import { z } from "zod";
import { systemContext } from "@/lib/platform/context";
import { createPool } from "@/lib/platform/db/pool";
import { databaseUrl } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { Refusal } from "@/lib/shared/refusal";
import { cronItems } from "./cron";
import { jobs } from "./registry";

const tenantPayload = z.looseObject({ tenantId: z.uuid() });

/** Starts the job engine on the queue of this database; several workers may run at once. */
export async function startWorker(): Promise<Runner> {
  return await run({
    pgPool: createPool(databaseUrl(), 6),
    concurrency: 4,
    noHandleSignals: true,
    taskList: taskList(),
    parsedCronItems: cronItems(),
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") log.warn({ from: "queue" }, message);
    }),
  });
}

function taskList(): TaskList {
  const tasks: TaskList = {};
  for (const job of jobs) {
    tasks[job.name] = async (payload) => {
      try {
        if ("handlePlatform" in job) return await job.handlePlatform(job.payload.parse(payload));
        const { tenantId } = tenantPayload.parse(payload);
        await job.handle(systemContext(tenantId, job.name), job.payload.parse(payload));
      } catch (error) {
        // A rule's "no" is an outcome: trying again would meet the same rule.
        if (error instanceof Refusal) log.warn({ job: job.name, code: error.code }, "a job was refused");
        else throw error;
      }
    };
  }
  return tasks;
}
