import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import { managedPlaces } from "../invites-sql";
import type { ManagedPlace } from "../types";

/** The communities and rooms that the acting member administers, with what waits for an answer in each (R3, R4). */
export async function listManagedPlaces(ctx: TenantContext): Promise<ManagedPlace[]> {
  return ctx.actor.kind === "member" ? managedPlaces(ctx.db, ctx.actor.memberId, null) : [];
}

/** One of them, by the id of the community or room. @throws Refusal `not_found` for any other */
export async function getManagedPlace(ctx: TenantContext, id: string): Promise<ManagedPlace> {
  const [place] = ctx.actor.kind === "member" ? await managedPlaces(ctx.db, ctx.actor.memberId, id) : [];
  if (!place) throw notFound();
  return place;
}
