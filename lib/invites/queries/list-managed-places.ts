import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { isInSight } from "@/lib/shared/actor";
import { notFound } from "@/lib/shared/refusal";
import { managedPlaces } from "../invites-sql";
import type { ManagedPlace } from "../types";

/** The communities and rooms that the acting member administers, with what waits for an answer in each (R3, R4). */
export async function listManagedPlaces(ctx: TenantContext): Promise<ManagedPlace[]> {
  if (ctx.actor.kind !== "member") return [];
  const places = await managedPlaces(ctx.db, ctx.actor.memberId, null);
  return places.filter(({ communityId }) => isInSight(ctx.actor, communityId));
}

/** One of them, by the id of the community or room. @throws Refusal `not_found` for any other */
export async function getManagedPlace(ctx: TenantContext, id: string): Promise<ManagedPlace> {
  const [place] = ctx.actor.kind === "member" ? await managedPlaces(ctx.db, ctx.actor.memberId, id) : [];
  if (!place || !isInSight(ctx.actor, place.communityId)) throw notFound();
  return place;
}
