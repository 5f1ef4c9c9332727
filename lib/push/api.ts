import "server-only";
import { z } from "zod";
import { memberExists, memberParams } from "@/lib/members/api";
import type { TenantContext } from "@/lib/platform/context";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { vapidKeys } from "@/lib/platform/push/vapid-keys";
import { authorize } from "@/lib/shared/decision";
import { turnOffPush } from "./commands/turn-off";
import { turnOnPush } from "./commands/turn-on";
import { canManageDevices } from "./policy";
import { getDevice, listDevices } from "./queries/list-devices";
import { subscribeInput } from "./schema";

const deviceSchema = z
  .object({ id: z.uuid(), device: z.string(), createdAt: z.iso.datetime() })
  .meta({ id: "PushDevice" });

const deviceParams = z.object({ id: z.uuid(), deviceId: z.uuid() });
/** Whoever may not see devices is told that, of whomever they ask. */
const ownerExists = async (ctx: TenantContext, { id }: { id: string }) => {
  authorize(canManageDevices(ctx.actor, id));
  await memberExists(ctx, { id });
};

export const getPushKeyRoute = defineRoute({
  method: "GET",
  path: "/push-key",
  scope: null,
  summary: "The public key with which a browser subscribes (`applicationServerKey`)",
  response: z.object({ publicKey: z.string() }),
  run: async () => ({ publicKey: vapidKeys().publicKey }),
});

export const listDevicesRoute = defineRoute({
  method: "GET",
  path: "/members/{id}/push-subscriptions",
  scope: "members:read",
  summary: "The devices on which a person is told of announcements",
  params: memberParams,
  response: z.object({ data: z.array(deviceSchema), nextCursor: z.null() }),
  exists: ownerExists,
  run: async (ctx, { params: { id } }) => ({ data: await listDevices(ctx, id), nextCursor: null }),
});

export const turnOnPushRoute = defineRoute({
  method: "POST",
  path: "/members/{id}/push-subscriptions",
  whenReadOnly: "allowed",
  scope: "members:write",
  summary: "Add a device as a browser subscribed it; the person's consent goes into the ledger",
  params: memberParams,
  body: subscribeInput,
  response: deviceSchema,
  status: 201,
  exists: ownerExists,
  run: async (ctx, { params: { id }, body }) => {
    const added = await turnOnPush(ctx, id, body);
    return getDevice(ctx, id, added.id);
  },
});

export const turnOffPushRoute = defineRoute({
  method: "DELETE",
  path: "/members/{id}/push-subscriptions/{deviceId}",
  whenReadOnly: "allowed",
  scope: "members:write",
  summary: "End a device",
  params: deviceParams,
  response: null,
  exists: async (ctx, { id, deviceId }) => {
    await ownerExists(ctx, { id });
    await getDevice(ctx, id, deviceId);
  },
  run: (ctx, { params: { id, deviceId } }) => turnOffPush(ctx, id, deviceId),
});
