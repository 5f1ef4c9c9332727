import type { ServerResponse } from "node:http";
import type { Change } from "@/lib/platform/db/notify";
import { log } from "@/lib/platform/log";
import { watchStreams } from "./watch-streams";

export type HeldStream<Holder, Sight> = { response: ServerResponse; holder: Holder; sight: Sight };

type Kind<Holder, Sight> = {
  /** One change of the tenant of these streams: who of them hears what. */
  tell: (change: Change, group: ReadonlySet<HeldStream<Holder, Sight>>) => Promise<void>;
  /** What each holder of one tenant may see now, in their order: null for those who may no longer look (R7). */
  sightsOf: (tenantId: string, holders: readonly Holder[]) => Promise<(Sight | null)[]>;
};

/** The open streams of one kind, by tenant: each is kept until its reader leaves or may no longer look. */
export function tenantStreams<Holder extends { tenantId: string }, Sight>({
  tell,
  sightsOf,
}: Kind<Holder, Sight>) {
  type Stream = HeldStream<Holder, Sight>;
  const streams = new Map<string, Set<Stream>>();
  let running: { stop(): Promise<void> } | null = null;

  function* responses(): Generator<ServerResponse> {
    for (const group of streams.values()) for (const { response } of group) yield response;
  }

  async function told(change: Change): Promise<void> {
    const group = streams.get(change.tenantId);
    if (!group) return;
    try {
      await tell(change, group);
    } catch (error) {
      log.warn({ err: (error as Error).message, subject: change.subject }, "a change was not told");
    }
  }

  /** Readers come again, with the last event they had or to read the page anew. */
  const endAll = () => {
    for (const response of responses()) response.end();
  };

  async function recheck(): Promise<void> {
    for (const [tenantId, group] of streams) {
      const watched = [...group];
      try {
        const sights = await sightsOf(
          tenantId,
          watched.map(({ holder }) => holder),
        );
        for (const [index, stream] of watched.entries()) {
          const now = sights[index];
          if (now) stream.sight = now;
          else stream.response.end();
        }
      } catch (error) {
        log.warn({ err: (error as Error).message }, "the rights of open streams could not be read");
      }
    }
  }

  return {
    hold(stream: Stream): void {
      running ??= watchStreams({
        responses,
        told: (change) => void told(change),
        back: endAll,
        recheck: () => void recheck(),
      });
      const { tenantId } = stream.holder;
      const group = streams.get(tenantId) ?? new Set();
      streams.set(tenantId, group.add(stream));
      stream.response.once("close", () => {
        group.delete(stream);
        if (group.size === 0 && streams.get(tenantId) === group) streams.delete(tenantId);
      });
    },
    /** Ends every stream and stops listening. */
    async stop(): Promise<void> {
      endAll();
      await running?.stop();
      running = null;
    },
  };
}
