"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { checkWhatsapp } from "./commands/check";
import { connectWhatsapp, disconnectWhatsapp } from "./commands/connect";
import { connectForm } from "./schema";

const PAGE = "/t/[tenant]/settings/whatsapp";

export const connectWhatsappAction = defineStaffAction({
  schema: connectForm,
  run: async (ctx, input) => {
    await connectWhatsapp(ctx, input);
    await checkWhatsapp(ctx);
    revalidatePath(PAGE, "page");
  },
});

export const checkWhatsappAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: z.object({}),
  run: async (ctx) => {
    await checkWhatsapp(ctx);
    revalidatePath(PAGE, "page");
  },
});

export const disconnectWhatsappAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: z.object({}),
  run: async (ctx) => {
    await disconnectWhatsapp(ctx);
    revalidatePath(PAGE, "page");
  },
});
