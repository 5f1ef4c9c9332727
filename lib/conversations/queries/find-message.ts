import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import type { RoomStanding } from "../types";
import { findRoomStanding } from "./find-room-standing";

export type FoundMessage = {
  groupId: string;
  authorId: string | null;
  createdAt: Date;
  kind: string;
  removedAt: Date | null;
  /** The actor's in its room, for the policies. */
  standing: RoomStanding;
};

/** A message with the actor's standing in its room, whoever asks. @throws Refusal `not_found` */
export async function findMessage(ctx: TenantContext, id: string): Promise<FoundMessage> {
  const message = isId(id)
    ? await ctx.db.message.findFirst({
        where: { id },
        select: { groupId: true, authorId: true, createdAt: true, kind: true, removedAt: true },
      })
    : null;
  if (!message) throw notFound();
  return { ...message, standing: await findRoomStanding(ctx, message.groupId) };
}

/** The same of one that was not removed. @throws Refusal `not_found` */
export async function findStandingMessage(ctx: TenantContext, id: string): Promise<FoundMessage> {
  const message = await findMessage(ctx, id);
  if (message.removedAt !== null) throw notFound();
  return message;
}
