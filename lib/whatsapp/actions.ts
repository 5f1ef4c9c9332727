"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { checkWhatsapp } from "./commands/check";
import { connectWhatsapp, disconnectWhatsapp } from "./commands/connect";
import { setPrices } from "./commands/set-prices";
import { readPriceList } from "./price-list";
import { connectForm, pricesForm } from "./schema";

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

export const setPricesAction = defineStaffAction({
  schema: pricesForm,
  run: async (ctx, { currency, prices }) => {
    await setPrices(ctx, { currency, prices: readPriceList(prices) });
    revalidatePath(PAGE, "page");
  },
});
