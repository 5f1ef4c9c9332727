import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { getRelayCoverage } from "@/lib/relay/queries/get-coverage";
import type { RelayCoverage } from "@/lib/relay/types";
import { getWatchedAnnouncement } from "./get-watched-announcement";

/** How far the posting by hand of the latest sending has come (A21); null when nothing is posted by hand. @throws Refusal `not_found` */
export async function getRelay(ctx: TenantContext, id: string): Promise<RelayCoverage | null> {
  await getWatchedAnnouncement(ctx, id);
  return await getRelayCoverage(ctx, id);
}
