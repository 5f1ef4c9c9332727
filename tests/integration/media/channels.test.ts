import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { changeAnnouncement } from "@/lib/announcements/commands/change-announcement";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import type { TenantContext } from "@/lib/platform/context";
import { turnOnPush } from "@/lib/push/commands/turn-on";
import { listTasks } from "@/lib/relay/queries/list-tasks";
import { anUpload, aPdf } from "../../support/media";
import { serveMedia } from "../../support/media-server";
import { aDevice } from "../../support/push-device";
import { aPushService } from "../../support/push-world";
import { aMailServer } from "../../support/smtp-world";
import { aCommunity, people, withAddresses } from "../../support/village-rooms";
import { aWhatsappHouse, drain, numberOf } from "../../support/whatsapp-house";
import { aTenant } from "../../support/world";
import "../matrix/web-edge";

let address: string;

beforeAll(async () => {
  process.env.ALDEIA_DATA_DIR = mkdtempSync(join(tmpdir(), "aldeia-channels-"));
  address = await serveMedia();
});

type Given = {
  communityId: string;
  channels: string[];
  media: { id: string; alt?: string }[];
  body?: string;
  kind?: string;
};

async function begin(ctx: TenantContext, { communityId, ...given }: Given): Promise<string> {
  const input = createAnnouncementInput.parse({
    communityIds: [communityId],
    body: "Corrida no sábado",
    ...given,
  });
  const { id } = await createAnnouncement(ctx, input);
  await sendAnnouncement(ctx, id, { undoSeconds: 0 });
  await startAnnouncement(ctx, id);
  return id;
}

async function send(ctx: TenantContext, announcementId: string): Promise<void> {
  const [occurrence] = (await listOccurrencesOf(ctx, { announcementId, limit: 1 })).data;
  await sendOccurrence(ctx, occurrence?.id ?? "");
}

describe("A10: what an announcement shows goes out", () => {
  test("by e-mail as pictures with their words, other things as links; the links end when it is taken back", async () => {
    const server = await aMailServer();
    const ctx = { ...(await aTenant()).as("owner"), now: new Date() };
    const { id: communityId } = await aCommunity(ctx);
    await withAddresses(ctx, await people(ctx, communityId, 1));
    const picture = await anUpload(ctx);
    const menu = await anUpload(ctx, aPdf(), "cardápio.pdf");
    const media = [{ id: picture.id, alt: 'Cartaz "Corrida" às 8h' }, { id: menu.id }];
    const id = await begin(ctx, { communityId, channels: ["in_app", "email"], media });
    await send(ctx, id);
    const [mail] = server.received;
    const html = String(mail?.html);
    const [, src = ""] = /<img src="([^"]+)" alt="Cartaz &\S+;Corrida&\S+; às 8h"/.exec(html) ?? [];
    expect(src).toMatch(`${address}/media/`);
    expect(mail?.text).toContain('Imagem: Cartaz "Corrida" às 8h');
    expect(mail?.text).toMatch(/Documento: cardápio\.pdf:\nhttp/);
    const link = src.replaceAll("&amp;", "&").replaceAll("&#38;", "&");
    const answer = await fetch(link);
    expect((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).format).toBe("jpeg");
    await changeAnnouncement(ctx, id, { transition: "retract" });
    expect((await fetch(link)).status).toBe(404);
  });

  test("by notification with its first picture, within what a service takes", async () => {
    const service = await aPushService();
    const tenant = await aTenant();
    const ctx = { ...tenant.as("owner"), now: new Date() };
    const { id: communityId } = await aCommunity(ctx);
    const [memberId = ""] = await people(ctx, communityId, 1);
    const device = aDevice(`${service.origin}/${tenant.slug}`);
    await turnOnPush(tenant.as({ memberId }), memberId, device.subscription);
    const [menu, picture] = [await anUpload(ctx, aPdf(), "a.pdf"), await anUpload(ctx)];
    const media = [{ id: menu.id }, { id: picture.id, alt: "Cartaz" }];
    await send(
      ctx,
      await begin(ctx, { communityId, channels: ["in_app", "push"], media, body: "á".repeat(4_000) }),
    );
    const image = String(service.handedOver[0]?.payload.image);
    expect(image).toContain(picture.id);
    expect((await fetch(image)).headers.get("content-type")).toBe("image/jpeg");
  });

  test("by WhatsApp to whom wrote within a day: the first with the text below, cut to what is taken there", async () => {
    const house = await aWhatsappHouse(2);
    const { standIn, phoneNumberId, handle } = house.line;
    standIn.write(phoneNumberId, numberOf(0), "Bom dia");
    await standIn.courier.deliver();
    await handle();
    const { ctx, communityId } = house;
    const [picture, menu] = [await anUpload(ctx), await anUpload(ctx, aPdf(), "a.pdf")];
    const media = [{ id: picture.id, alt: "Cartaz" }, { id: menu.id }];
    const body = `${"Corrida no sábado. ".repeat(100)}`;
    const { of } = await drain(
      house,
      await begin(ctx, { communityId, channels: ["in_app", "whatsapp"], media, body }),
    );
    const sent = standIn.numbers.get(phoneNumberId)?.sent ?? [];
    const [withPicture] = sent.filter(({ to }) => to === numberOf(0));
    expect(withPicture).toMatchObject({ type: "image", text: expect.stringContaining(picture.id) });
    expect(withPicture?.text).toMatch(/…\n\nhttp.+\n\n_Responda SAIR/u);
    expect(sent.find(({ to }) => to === numberOf(1))?.type).toBe("template");
    await standIn.courier.deliver();
    await handle();
    expect(of(house.ids[0])?.status).toBe("sent");
    expect((await ctx.db.delivery.findFirst({ where: { memberId: house.ids[0] ?? "" } }))?.status).toBe(
      "read",
    );
  });

  test("by WhatsApp to everybody else above the words of the template for pictures, and by no other template", async () => {
    const house = await aWhatsappHouse(1, {
      imageTemplateName: "aviso_imagem",
      promotionTemplateName: "ofertas",
    });
    const { ctx, communityId, line } = house;
    await ctx.db.$executeRaw`
      INSERT INTO consents (member_id, channel, purpose, granted, wording_version, source, origin, at)
      SELECT id, 'whatsapp', 'promotions', true, 'test', 'test', '', now() - interval '1 day' FROM members`;
    const picture = await anUpload(ctx);
    const media = [{ id: picture.id, alt: "Cartaz" }];
    for (const given of [{ media }, { media, kind: "promotion" }, { media: [] }])
      await drain(house, await begin(ctx, { communityId, channels: ["in_app", "whatsapp"], ...given }));
    const sent = line.standIn.numbers.get(line.phoneNumberId)?.sent ?? [];
    expect(sent.map(({ type, text }) => [type, text.includes(picture.id), text.includes("Corrida")])).toEqual(
      [
        ["template", true, true],
        ["template", false, true],
        ["template", false, true],
      ],
    );
    await line.standIn.courier.deliver();
    await line.handle();
    expect(await ctx.db.delivery.count({ where: { status: "read" } })).toBe(3);
  });

  test("X8: what WhatsApp could not fetch is told as such", async () => {
    const house = await aWhatsappHouse(1);
    const { standIn, phoneNumberId, handle } = house.line;
    standIn.write(phoneNumberId, numberOf(0), "Bom dia");
    await standIn.courier.deliver();
    await handle();
    const { ctx, communityId } = house;
    const media = [{ id: (await anUpload(ctx)).id, alt: "Cartaz" }];
    const id = await begin(ctx, { communityId, channels: ["in_app", "whatsapp"], media });
    await ctx.db.mediaUse.deleteMany({ where: { ownerKind: "occurrence" } });
    await drain(house, id);
    await standIn.courier.deliver();
    await handle();
    const delivery = await ctx.db.delivery.findFirst({ where: { memberId: house.ids[0] ?? "" } });
    expect([delivery?.status, delivery?.reason]).toEqual(["failed", "media_refused"]);
  });

  test("A21: whoever posts by hand sees and downloads it, until it is taken back", async () => {
    const tenant = await aTenant();
    const ctx = { ...tenant.as("owner"), now: new Date() };
    const { id: communityId, groups } = await aCommunity(ctx, ["Sala"]);
    const [poster = ""] = await people(ctx, communityId, 2, () => groups);
    await ctx.db.groupMember.updateMany({ where: { memberId: poster }, data: { role: "admin" } });
    const { id: mediaId } = await anUpload(ctx);
    const id = await begin(ctx, {
      communityId,
      channels: ["relay"],
      media: [{ id: mediaId, alt: "Cartaz" }],
    });
    const { getMedia } = await import("@/lib/media-access/queries/get-media");
    const asPoster = { ...tenant.as({ memberId: poster }), now: new Date(Date.now() + 1_000) };
    const wanted = { state: "todo", whose: "all", limit: 5 } as const;
    expect((await listTasks(asPoster, wanted)).data[0]?.media).toMatchObject([
      { id: mediaId, alt: "Cartaz" },
    ]);
    expect(await getMedia(asPoster, mediaId)).toMatchObject({ id: mediaId, kind: "image" });
    await changeAnnouncement(ctx, id, { transition: "retract" });
    await expect(getMedia(asPoster, mediaId)).rejects.toMatchObject({ code: "not_found" });
  });
});
