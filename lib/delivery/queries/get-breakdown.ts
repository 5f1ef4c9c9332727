import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { countChannels, countGroups } from "../breakdown-sql";
import type { Breakdown } from "../recipient-types";
import { shownShare, smallCount } from "../small-count-rules";
import { getOccurrence } from "./get-occurrence";

/** How a sending goes by channel and by room (A14), rooms without their small counts (P12). @throws Refusal `not_found`, also for those who may not see it. */
export async function getBreakdown(ctx: TenantContext, occurrenceId: string): Promise<Breakdown> {
  const { id } = await getOccurrence(ctx, occurrenceId);
  const [channels, groups] = await Promise.all([countChannels(ctx.db, id), countGroups(ctx.db, id)]);
  return {
    channels,
    groups: groups.map(({ people, reached, ...group }) => ({
      ...group,
      people: smallCount(people),
      reached: smallCount(reached),
      share: shownShare(reached, people),
    })),
  };
}
