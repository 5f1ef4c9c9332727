import { beginShutdown } from "./children";

type Part = { stop(): Promise<void> };

/** A list of running parts that end together, the last one first, on Ctrl-C or when the system asks. */
export function stopTogether(): Part[] {
  const parts: Part[] = [];
  let stopping = false;
  const stopAll = async () => {
    if (stopping) return;
    stopping = true;
    beginShutdown();
    for (const part of parts.reverse()) await part.stop();
    process.exit(0);
  };
  process.on("SIGINT", () => void stopAll());
  process.on("SIGTERM", () => void stopAll());
  return parts;
}
