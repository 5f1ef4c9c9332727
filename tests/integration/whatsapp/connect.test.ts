import { expect, test } from "vitest";
import { connectWhatsapp } from "@/lib/whatsapp/commands/connect";
import { aConnection } from "../../support/whatsapp-connection";
import { aTenant } from "../../support/world";

test("R6: two who connect a number at once are one that connected and one that changed it", async () => {
  const ctx = (await aTenant()).as("owner");
  await Promise.all([1, 2, 3].map((n) => connectWhatsapp(ctx, aConnection({ templateName: `aviso_${n}` }))));
  expect(await ctx.db.whatsappAccount.count()).toBe(1);
  const events = await ctx.db.auditEvent.findMany({
    where: { action: { startsWith: "whatsapp." } },
    select: { action: true },
  });
  expect(events.map(({ action }) => action).sort()).toEqual([
    "whatsapp.changed",
    "whatsapp.changed",
    "whatsapp.connected",
  ]);
});
