"use server";
import { revalidatePath } from "next/cache";
import { defineMemberAction, defineStaffAction } from "@/lib/accounts/define-actions";
import { answerBlock, withdrawAnswer } from "./commands/answer-block";
import { closeBlock } from "./commands/close-block";
import { drawWinners } from "./commands/draw-winners";
import { answerForm, blockIdForm } from "./schema";

const portalPage = "/m/[tenant]";
const staffPage = "/t/[tenant]/announcements/[id]/answers";

export const answerBlockAction = defineMemberAction({
  schema: answerForm,
  run: async (ctx, { blockId, ...answer }) => {
    await answerBlock(ctx, blockId, answer);
    revalidatePath(portalPage, "page");
  },
});

export const withdrawAnswerAction = defineMemberAction({
  schema: blockIdForm,
  run: async (ctx, { blockId }) => {
    await withdrawAnswer(ctx, blockId);
    revalidatePath(portalPage, "page");
  },
});

export const closeBlockAction = defineStaffAction({
  schema: blockIdForm,
  run: async (ctx, { blockId }) => {
    await closeBlock(ctx, blockId);
    revalidatePath(staffPage, "page");
  },
});

export const drawWinnersAction = defineStaffAction({
  schema: blockIdForm,
  run: async (ctx, { blockId }) => {
    await drawWinners(ctx, blockId);
    revalidatePath(staffPage, "page");
  },
});
