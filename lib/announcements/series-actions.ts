"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { moveAnnouncement } from "./commands/move-announcement";
import { moveFollowing } from "./commands/move-following";
import { openPart } from "./commands/open-part";
import { skipOccurrence } from "./commands/skip-occurrence";
import { skipInput, splitInput } from "./series-schema";

const PAGES = "/t/[tenant]/announcements";
const localTime = z.string().min(1, { error: "required" }).max(30);
const id = z.uuid();

export const moveTimeAction = defineStaffAction({
  schema: z.object({
    id,
    localTime,
    /** The time of a series. */
    from: z.preprocess((value) => (value === "" ? undefined : value), localTime.optional()),
    scope: z.enum(["this", "following"]).default("this"),
  }),
  run: async (ctx, { id, scope, ...move }) => {
    const { from } = move;
    if (from && scope === "following") await moveFollowing(ctx, id, { ...move, from });
    else await moveAnnouncement(ctx, id, move);
    revalidatePath(PAGES, "layout");
  },
});

export const skipTimeAction = defineStaffAction({
  schema: skipInput.extend({ id }),
  run: async (ctx, { id, localTime }) => {
    await skipOccurrence(ctx, id, localTime);
    revalidatePath(PAGES, "layout");
  },
});

export const openPartAction = defineStaffAction({
  schema: splitInput.extend({ id }),
  run: async (ctx, { id, ...part }) => {
    const { id: partId } = await openPart(ctx, id, part);
    revalidatePath(PAGES, "layout");
    redirect(`/t/${await findSlug(ctx)}/announcements/${partId}/edit`);
  },
});
