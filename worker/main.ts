import { closeAppPool } from "@/lib/platform/db/pool";
import { log } from "@/lib/platform/log";
import { startHeartbeat } from "./heartbeat";
import { startWorker } from "./start-worker";

const worker = await startWorker();
const heartbeat = await startHeartbeat();
log.info("worker is up");

async function stop(): Promise<void> {
  await heartbeat.stop();
  await worker.stop();
  await closeAppPool();
  process.exit(0);
}
process.once("SIGTERM", () => void stop());
process.once("SIGINT", () => void stop());
process.once("disconnect", () => void stop());
