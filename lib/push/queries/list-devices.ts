import "server-only";
import { createHash } from "node:crypto";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { canManageDevices } from "../policy";
import type { Device, OwnDevice } from "../types";

const shown = { id: true, device: true, createdAt: true } as const;
const newestFirst = [{ createdAt: "desc" }, { id: "desc" }] as const;

/** The devices of a person, the newest first; never their addresses. @throws Refusal `not_allowed` */
export async function listDevices(ctx: TenantContext, memberId: string): Promise<Device[]> {
  authorize(canManageDevices(ctx.actor, memberId));
  return await ctx.db.pushSubscription.findMany({
    where: { memberId },
    select: shown,
    orderBy: [...newestFirst],
  });
}

/** The acting member's own, each with what their browser knows itself by; none through somebody's eyes (P15). */
export async function listOwnDevices(ctx: TenantContext): Promise<OwnDevice[]> {
  if (ctx.actor.kind !== "member" || ctx.actor.seenBy) return [];
  const rows = await ctx.db.pushSubscription.findMany({
    where: { memberId: ctx.actor.memberId },
    select: { ...shown, endpoint: true },
    orderBy: [...newestFirst],
  });
  return rows.map(({ endpoint, ...device }) => ({
    ...device,
    mark: createHash("sha256").update(endpoint).digest("hex"),
  }));
}

/** One of them. @throws Refusal `not_allowed`, `not_found` */
export async function getDevice(ctx: TenantContext, memberId: string, id: string): Promise<Device> {
  authorize(canManageDevices(ctx.actor, memberId));
  const device = isId(id)
    ? await ctx.db.pushSubscription.findFirst({ where: { id, memberId }, select: shown })
    : null;
  if (!device) throw notFound();
  return device;
}
