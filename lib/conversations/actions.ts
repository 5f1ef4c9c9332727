"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineMemberAction } from "@/lib/accounts/define-actions";
import { markRoomRead } from "@/lib/groups/commands/mark-room-read";
import { postMessage } from "./commands/post-message";
import { postMessageFields } from "./schema";

export const postMessageAction = defineMemberAction({
  schema: z.object({ groupId: z.uuid(), body: postMessageFields.shape.body }),
  run: async (ctx, input) => {
    await postMessage(ctx, input);
    await markRoomRead(ctx, input.groupId);
    revalidatePath("/m/[tenant]/groups/[id]", "page");
  },
});
