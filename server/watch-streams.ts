import type { ServerResponse } from "node:http";
import type { Change } from "@/lib/platform/db/notify";
import { hearChanges } from "./hear-changes";

const RECHECK_MS = 1_500;
const HEARTBEAT_MS = 15_000;

type Watched = {
  /** Everybody who reads now. */
  responses: () => Iterable<ServerResponse>;
  told: (change: Change) => void;
  /** The listening connection is back: what was said meanwhile was not heard. */
  back: () => void;
  /** Looks again at who may still read (R7). */
  recheck: () => void;
};

/** Keeps the streams of a kind alive: hears changes, lets their readers know that they are heard, and looks again at their rights. */
export function watchStreams({ responses, told, back, recheck }: Watched): { stop(): Promise<void> } {
  const stopHearing = hearChanges({ told, back });
  const beat = setInterval(() => {
    for (const response of responses()) response.write(": beat\n\n");
  }, HEARTBEAT_MS);
  const check = setInterval(recheck, RECHECK_MS);
  return {
    stop: async () => {
      clearInterval(beat);
      clearInterval(check);
      await stopHearing();
    },
  };
}
