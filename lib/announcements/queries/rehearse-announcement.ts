import "server-only";
import { rehearseAudience } from "@/lib/delivery/queries/rehearse-audience";
import type { Rehearsal } from "@/lib/delivery/types";
import type { TenantContext } from "@/lib/platform/context";
import { checkAudience } from "../check-audience";
import { loadAudience } from "../load-audience";
import { getWatchedAnnouncement } from "./get-watched-announcement";

type Choice = Parameters<typeof loadAudience>[1];

/** The rehearsal of an announcement as it stands (A17), for those who look after it. @throws Refusal `not_found`. */
export async function rehearseAnnouncement(ctx: TenantContext, id: string): Promise<Rehearsal> {
  const announcement = await getWatchedAnnouncement(ctx, id);
  const on = announcement.dueAt && announcement.dueAt > ctx.now ? announcement.dueAt : ctx.now;
  return await rehearseAudience(ctx, await loadAudience(ctx, announcement), on);
}

/** The rehearsal of an audience that is being chosen, before anything is saved. @throws Refusal as when creating. */
export async function rehearseChoice(ctx: TenantContext, choice: Choice): Promise<Rehearsal> {
  await checkAudience(ctx, choice);
  return await rehearseAudience(ctx, await loadAudience(ctx, choice));
}
