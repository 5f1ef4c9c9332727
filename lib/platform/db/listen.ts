import "server-only";
import pg from "pg";
import { appDatabaseUrl } from "../env";
import { log } from "../log";

const AGAIN_AFTER_MS = 1_000;

/**
 * Hears the notices of one channel on a connection of its own, and comes back by itself when the connection is lost.
 * `onBack` runs after each (re)connection: what was said meanwhile was not heard.
 */
export function listen(
  channel: string,
  onNotice: (payload: string) => void,
  onBack: () => void,
): { stop(): Promise<void> } {
  let client: pg.Client | null = null;
  let isStopped = false;
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: appDatabaseUrl(), keepAlive: true });
    client = next;
    next.on("notification", ({ payload }) => onNotice(payload ?? ""));
    next.once("error", (error) => log.warn({ err: error.message }, "the connection that listens was lost"));
    next.once("end", () => again());
    try {
      await next.connect();
      await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      onBack();
    } catch (error) {
      log.warn({ err: (error as Error).message }, "could not listen");
      await next.end().catch(() => undefined);
    }
  };
  const again = () => {
    if (!isStopped) setTimeout(() => void connect(), AGAIN_AFTER_MS).unref();
  };
  void connect();
  return {
    stop: async () => {
      isStopped = true;
      await client?.end().catch(() => undefined);
    },
  };
}
