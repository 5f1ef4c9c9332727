import { beginShutdown } from "./children";

type Part = { stop(): Promise<void> };

const ASKED_TO_STOP = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * A list of running parts that end together, the last one first, on Ctrl-C or when the system asks. Nobody else listens: the
 * embedded database's package would stop it first, under those who are still finishing their work.
 */
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
  for (const signal of ASKED_TO_STOP) {
    process.removeAllListeners(signal);
    process.on(signal, () => void stopAll());
  }
  return parts;
}
