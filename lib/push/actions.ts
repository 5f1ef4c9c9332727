"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineMemberAction } from "@/lib/accounts/define-actions";
import { turnOffPush } from "./commands/turn-off";
import { turnOnPush } from "./commands/turn-on";
import { deviceName } from "./rules";
import { turnOnForm } from "./schema";

const ME = "/m/[tenant]/me";

export const turnOnPushAction = defineMemberAction({
  whenReadOnly: "allowed",
  schema: turnOnForm,
  run: async (ctx, { userAgent, ...subscription }) => {
    const device = deviceName(userAgent);
    const { id } = await turnOnPush(ctx, ctx.actor.memberId, { ...subscription, device });
    revalidatePath(ME, "page");
    return { id };
  },
});

export const turnOffPushAction = defineMemberAction({
  whenReadOnly: "allowed",
  schema: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    await turnOffPush(ctx, ctx.actor.memberId, id);
    revalidatePath(ME, "page");
  },
});
