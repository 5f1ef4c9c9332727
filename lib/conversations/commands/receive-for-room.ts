import "server-only";
import { receiveMedia } from "@/lib/media/commands/receive-media";
import type { Media } from "@/lib/media/types";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canPostMessage } from "../policy";
import { assertMayWrite } from "../queries/assert-may-write";
import { findRoomStanding } from "../queries/find-room-standing";

/**
 * Takes a picture, film or document for a message of a room. Who may not write there is told so before the bytes are read.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `silenced`, and what `receiveMedia` does
 */
export async function receiveForRoom(
  ctx: TenantContext,
  groupId: string,
  body: AsyncIterable<Uint8Array> | null,
  name: string,
): Promise<Media> {
  const standing = await findRoomStanding(ctx, groupId);
  authorize(canPostMessage(ctx.actor, standing));
  await assertMayWrite(ctx, standing);
  return await receiveMedia(ctx, body, name);
}
