import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { daysAfter } from "@/lib/shared/days";
import { type Ties, tiesOf } from "../ties-rules";
import { neighboursAmong, talkAmong } from "../ties-sql";

// Who answered whom half a year ago says little of who belongs together now.
const TALK_DAYS = 180;

/** What ties these people of a community together (L10). The caller answers for access: nothing of it leaves as names. */
export async function systemFindTies(
  ctx: TenantContext,
  communityId: string,
  ids: readonly string[],
): Promise<Ties> {
  const since = daysAfter(ctx.now, -TALK_DAYS);
  const neighbours = await neighboursAmong(ctx.db, communityId, ids);
  return tiesOf(neighbours, await talkAmong(ctx.db, { communityId, ids, since }));
}
