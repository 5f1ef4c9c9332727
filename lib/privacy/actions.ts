"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineMemberAction, defineStaffAction } from "@/lib/accounts/define-actions";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { eraseMember } from "./commands/erase-member";
import { askAboutOwnData, enterRequest } from "./commands/open-request";
import { cancelRequest, completeRequest, refuseRequest, startRequest } from "./commands/step-request";
import { askInput, completeInput, enterRequestForm, eraseMemberInput, refuseInput } from "./schema";

const OWN = "/m/[tenant]/me/privacy";
const ONE = "/t/[tenant]/settings/privacy/requests/[id]";
const which = z.object({ requestId: z.uuid() });

export const eraseMemberAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: eraseMemberInput,
  run: async (ctx, { memberId }) => {
    await eraseMember(ctx, memberId);
    redirect(`/t/${await findSlug(ctx)}/members`);
  },
});

export const askAboutOwnDataAction = defineMemberAction({
  whenReadOnly: "allowed",
  schema: askInput,
  run: async (ctx, input) => {
    await askAboutOwnData(ctx, input);
    revalidatePath(OWN, "page");
  },
});

export const cancelOwnRequestAction = defineMemberAction({
  whenReadOnly: "allowed",
  schema: which,
  run: async (ctx, { requestId }) => {
    await cancelRequest(ctx, requestId);
    revalidatePath(OWN, "page");
  },
});

export const enterRequestAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: enterRequestForm,
  run: async (ctx, input) => {
    const { id } = await enterRequest(ctx, input);
    redirect(`/t/${await findSlug(ctx)}/settings/privacy/requests/${id}`);
  },
});

export const startRequestAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: which,
  run: async (ctx, { requestId }) => {
    await startRequest(ctx, requestId);
    revalidatePath(ONE, "page");
  },
});

export const completeRequestAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: completeInput.extend(which.shape),
  run: async (ctx, { requestId, answer }) => {
    await completeRequest(ctx, requestId, { answer });
    revalidatePath(ONE, "page");
  },
});

export const refuseRequestAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: refuseInput.extend(which.shape),
  run: async (ctx, { requestId, ...refused }) => {
    await refuseRequest(ctx, requestId, refused);
    revalidatePath(ONE, "page");
  },
});

export const cancelRequestAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: which,
  run: async (ctx, { requestId }) => {
    await cancelRequest(ctx, requestId);
    revalidatePath(ONE, "page");
  },
});
