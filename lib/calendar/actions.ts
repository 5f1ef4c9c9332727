"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { makeCalendarLink, revokeCalendarLink } from "./commands/make-link";

const PAGE = "/t/[tenant]/announcements/calendar/feed";

export const makeCalendarLinkAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: z.object({}),
  run: async (ctx) => {
    await makeCalendarLink(ctx);
    revalidatePath(PAGE, "page");
  },
});

export const revokeCalendarLinkAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: z.object({}),
  run: async (ctx) => {
    await revokeCalendarLink(ctx);
    revalidatePath(PAGE, "page");
  },
});
