"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineMemberAction, defineStaffAction } from "@/lib/accounts/define-actions";
import { formatPhone } from "@/lib/members/phone-rules";
import { decideReports } from "./commands/decide-reports";
import { refuseWords } from "./commands/refuse-words";
import { reportMessage } from "./commands/report-message";
import { revealPhone } from "./commands/reveal-phone";
import { setSlowMode } from "./commands/set-slow-mode";
import { endSilence, silenceMember } from "./commands/silence-member";
import { getMessage } from "./queries/list-messages";
import { MOST_SILENT_MINUTES, MOST_SLOW_SECONDS } from "./rules";
import { refusedWordsFields, reportFields } from "./schema";

const IN_PORTAL = "/m/[tenant]/groups/[id]/care";
const IN_DASHBOARD = "/t/[tenant]/communities/[communityId]/groups/[groupId]/care";

const report = z.object({ id: z.uuid(), reason: reportFields.shape.reason });
const decision = z.object({ id: z.uuid(), remove: z.stringbool() });
const silence = z.object({
  groupId: z.uuid(),
  memberId: z.uuid(),
  minutes: z.coerce.number().int().min(1).max(MOST_SILENT_MINUTES),
});
const silenced = silence.omit({ minutes: true });
const slowMode = z.object({
  groupId: z.uuid(),
  seconds: z.coerce.number().int().min(0).max(MOST_SLOW_SECONDS),
});

const wordsForm = z.object({
  groupId: z.uuid(),
  // One a line.
  words: z
    .string()
    .transform((text) => text.split("\n"))
    .pipe(refusedWordsFields.shape.words),
});

/** Answers the message, so that the page that shows it goes on. */
export const reportMessageAction = defineMemberAction({
  schema: report,
  run: async (ctx, input) => {
    await reportMessage(ctx, input);
    return getMessage(ctx, input.id);
  },
});

export const decideReportsAction = defineMemberAction({
  schema: decision,
  run: async (ctx, input) => {
    await decideReports(ctx, input);
    revalidatePath(IN_PORTAL, "page");
  },
});

export const decideReportsAsStaffAction = defineStaffAction({
  schema: decision,
  run: async (ctx, input) => {
    await decideReports(ctx, input);
    revalidatePath(IN_DASHBOARD, "page");
  },
});

export const silenceMemberAction = defineMemberAction({
  schema: silence,
  run: async (ctx, input) => {
    await silenceMember(ctx, input);
    revalidatePath(IN_PORTAL, "page");
  },
});

export const silenceMemberAsStaffAction = defineStaffAction({
  schema: silence,
  run: async (ctx, input) => {
    await silenceMember(ctx, input);
    revalidatePath(IN_DASHBOARD, "page");
  },
});

export const endSilenceAction = defineMemberAction({
  schema: silenced,
  run: async (ctx, input) => {
    await endSilence(ctx, input);
    revalidatePath(IN_PORTAL, "page");
  },
});

export const endSilenceAsStaffAction = defineStaffAction({
  schema: silenced,
  run: async (ctx, input) => {
    await endSilence(ctx, input);
    revalidatePath(IN_DASHBOARD, "page");
  },
});

export const setSlowModeAction = defineMemberAction({
  schema: slowMode,
  run: async (ctx, input) => {
    await setSlowMode(ctx, input);
    revalidatePath(IN_PORTAL, "page");
  },
});

export const setSlowModeAsStaffAction = defineStaffAction({
  schema: slowMode,
  run: async (ctx, input) => {
    await setSlowMode(ctx, input);
    revalidatePath(IN_DASHBOARD, "page");
  },
});

export const refuseWordsAction = defineMemberAction({
  schema: wordsForm,
  run: async (ctx, input) => {
    await refuseWords(ctx, input);
    revalidatePath(IN_PORTAL, "page");
  },
});

export const refuseWordsAsStaffAction = defineStaffAction({
  schema: wordsForm,
  run: async (ctx, input) => {
    await refuseWords(ctx, input);
    revalidatePath(IN_DASHBOARD, "page");
  },
});

/** Answers the numbers, as people write them. */
export const revealPhoneAction = defineStaffAction({
  schema: z.object({ id: z.uuid() }),
  run: async (ctx, input) => (await revealPhone(ctx, input)).phones.map(formatPhone),
});
