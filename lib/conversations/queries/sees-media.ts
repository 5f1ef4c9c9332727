import "server-only";
import type { MediaOwner } from "@/lib/media/types";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { canReadMessages } from "../policy";
import { findMessage } from "./find-message";

/** Whether somebody reads the message that shows a medium, as things are now: who left or was banned does not (R7). */
export async function seesMediaOfMessage(ctx: TenantContext, { id }: MediaOwner): Promise<boolean> {
  try {
    const { standing, removedAt } = await findMessage(ctx, id);
    return removedAt === null && canReadMessages(ctx.actor, standing).ok;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
