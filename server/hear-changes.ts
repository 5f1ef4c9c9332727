import { listen } from "@/lib/platform/db/listen";
import { CHANGE_CHANNEL, type Change } from "@/lib/platform/db/notify";
import { log } from "@/lib/platform/log";

type Hearer = {
  told(change: Change): void;
  /** The connection that listens is back: what was said meanwhile was not heard. */
  back(): void;
};

const hearers = new Set<Hearer>();
let listener: { stop(): Promise<void> } | null = null;
let wasConnected = false;

/** Hears of changes until the answered function is called; however many hear, one connection listens. */
export function hearChanges(hearer: Hearer): () => Promise<void> {
  hearers.add(hearer);
  listener ??= listen(CHANGE_CHANNEL, tellAll, greetBack);
  return async () => {
    hearers.delete(hearer);
    if (hearers.size > 0) return;
    const ending = listener;
    listener = null;
    wasConnected = false;
    await ending?.stop();
  };
}

function tellAll(payload: string): void {
  try {
    const change = JSON.parse(payload) as Change;
    for (const hearer of hearers) hearer.told(change);
  } catch (error) {
    log.warn({ err: (error as Error).message }, "a change was not understood");
  }
}

function greetBack(): void {
  if (wasConnected) for (const hearer of hearers) hearer.back();
  wasConnected = true;
}
