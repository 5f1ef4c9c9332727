import { closeChanges } from "@/lib/platform/db/notify";
import { closeAppPool } from "@/lib/platform/db/pool";
import { log } from "@/lib/platform/log";
import { startHeartbeat } from "./heartbeat";
import { startWorker } from "./start-worker";

const { runner, pool, poolId } = await startWorker();
const heartbeat = await startHeartbeat(pool, poolId);
// What a killed worker left half done is not left until the next minute.
await runner.addJob("sweep_sendings", {}, { jobKey: "sweep_sendings:start" });
log.info("worker is up");

let isStopping = false;
// An engine that gave up must not leave a process behind that only looks alive: it ends, and is started again.
runner.promise
  .catch((error: Error) => log.error({ err: error.message }, "the queue was given up"))
  .then(() => isStopping || process.exit(1));

async function stop(): Promise<void> {
  isStopping = true;
  await heartbeat.stop();
  await runner.stop();
  await closeChanges();
  await closeAppPool();
  process.exit(0);
}
process.once("SIGTERM", () => void stop());
process.once("SIGINT", () => void stop());
process.once("disconnect", () => void stop());
