import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { receiveMedia } from "@/lib/media/commands/receive-media";
import { dataDir } from "@/lib/platform/env";
import { fileFolder } from "@/lib/platform/files/file-paths";
import { MEDIA_PARTS } from "@/lib/platform/files/media-rules";
import { sendPart } from "@/lib/platform/files/send-part";
import { aFilm, anUpload, aPdf, aPhoto, sent } from "../../support/media";
import { aMember, aTenant, type Neighbour } from "../../support/world";

let here: Neighbour;

beforeAll(async () => {
  process.env.ALDEIA_DATA_DIR = mkdtempSync(join(tmpdir(), "aldeia-media-"));
  here = await aTenant();
});

const partsOf = (id: string) => readdirSync(fileFolder(here.tenantId, id)).sort();
const pathOf = (id: string, part: string) => join(fileFolder(here.tenantId, id), part);
const refused = (code: string) => ({ code: "invalid_input", issues: [{ path: "file", code }] });

describe("an upload", () => {
  test("X28: of a photo with a place in it none comes out; it stands upright, in two sizes and as JPEG", async () => {
    const photo = await aPhoto({ width: 2_400, height: 1_200 });
    expect((await sharp(photo).metadata()).exif?.includes("Telefone da Ana")).toBe(true);
    const media = await anUpload(here.as("marketer"), photo);
    expect(media).toMatchObject({
      kind: "image",
      contentType: "image/webp",
      width: 800,
      height: 1_600,
      name: "",
    });
    expect(partsOf(media.id)).toEqual(MEDIA_PARTS.filter((part) => part !== "original").toSorted());
    for (const part of partsOf(media.id)) {
      const { exif, xmp, iptc, orientation, width, height } = await sharp(pathOf(media.id, part)).metadata();
      expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
      expect((width ?? 0) * 2).toBe(height);
    }
  });

  test("X28: a film loses where it was taken and keeps its length; a document stays as it came, with its name", async () => {
    const film = aFilm();
    const media = await anUpload(here.as("owner"), film, "praia.mp4");
    expect(media).toMatchObject({
      kind: "video",
      contentType: "video/mp4",
      width: 640,
      height: 360,
      name: "",
    });
    const kept = Buffer.from(await (await request(media.id, "video/mp4")).arrayBuffer());
    expect([kept.byteLength, kept.includes("-23.55"), film.includes("-23.55")]).toEqual([
      film.byteLength,
      false,
      true,
    ]);
    const document = await anUpload(here.as("owner"), aPdf(), "../cardápio.pdf");
    expect(document).toMatchObject({ kind: "document", name: "../cardápio.pdf", width: null });
  });

  test("X28: what it is its bytes say: SVG, pages, archives, texts and other films are refused, whatever their names", async () => {
    const bad = [
      "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
      "<!doctype html><script>1</script>",
      "PK\x03\x04 an archive",
      "hello",
      "MZ\x90 a program",
    ];
    for (const text of bad)
      await expect(
        receiveMedia(here.as("owner"), sent(Buffer.from(text, "latin1")), "a.png"),
      ).rejects.toMatchObject(refused("file_type_refused"));
    await expect(receiveMedia(here.as("owner"), null, "a.png")).rejects.toMatchObject(refused("file_empty"));
  });

  test("X28: something that is two things at once is refused, or only the picture is left of it", async () => {
    const archive = "PK\x03\x04 and an archive behind it";
    const owner = here.as("owner");
    await expect(anUpload(owner, aPdf(archive))).rejects.toMatchObject(refused("file_not_whole"));
    await expect(anUpload(owner, aPdf("<script>1</script>"))).rejects.toMatchObject(
      refused("file_not_whole"),
    );
    await expect(anUpload(owner, aFilm(Buffer.from(archive, "latin1")))).rejects.toMatchObject(
      refused("file_not_whole"),
    );
    await expect(anUpload(owner, Buffer.from("GIF89a/*<script>1</script>*/"))).rejects.toMatchObject(
      refused("image_unreadable"),
    );
    const media = await anUpload(
      owner,
      Buffer.concat([await aPhoto(), Buffer.from("<script>secret</script>")]),
    );
    for (const part of partsOf(media.id)) {
      const answer = await request(media.id, "image/webp", part as "640.webp");
      expect(Buffer.from(await answer.arrayBuffer()).includes("<script>")).toBe(false);
    }
  });

  test("X28: a small file that unpacks to gigabytes is refused", async () => {
    const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: "#fff" } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    await expect(anUpload(here.as("owner"), bomb)).rejects.toMatchObject(refused("image_unreadable"));
  });

  test("one that is too big for its kind is refused before all of it was read, and one cut off in the middle leaves nothing", async () => {
    let read = 0;
    async function* endless() {
      yield await aPhoto();
      for (;;) {
        read += 1;
        yield Buffer.alloc(1024 * 1024);
      }
    }
    await expect(receiveMedia(here.as("owner"), endless(), "a.jpg")).rejects.toMatchObject({
      code: "payload_too_large",
    });
    expect(read).toBeLessThan(25);
    async function* cutOff() {
      yield await aPhoto();
      throw new Error("the line broke");
    }
    await expect(receiveMedia(here.as("owner"), cutOff(), "a.jpg")).rejects.toThrow("the line broke");
    expect(readdirSync(join(dataDir(), "uploads"))).toEqual([]);
  });

  test("R1: who writes neither announcements nor messages uploads nothing, nor does who looks through a member's eyes", async () => {
    const memberId = await aMember(here.tenantId);
    const look = here.as({ memberId });
    const seenBy = { userId: here.staff.owner.userId, within: null };
    const looking = { ...look, actor: { ...look.actor, seenBy } as typeof look.actor };
    for (const ctx of [here.as("finance"), looking])
      await expect(anUpload(ctx)).rejects.toMatchObject({ code: "not_allowed" });
  });

  test("a part of it answers a request for a span, as players ask, and is never guessed at or shared", async () => {
    const { id } = await anUpload(here.as("owner"), aFilm());
    const whole = await request(id, "video/mp4");
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-cache",
      "accept-ranges": "bytes",
    });
    const bytes = Buffer.from(await whole.arrayBuffer());
    const span = await request(id, "video/mp4", "original", "bytes=4-7");
    expect([span.status, span.headers.get("content-range"), await span.text()]).toEqual([
      206,
      `bytes 4-7/${bytes.byteLength}`,
      "ftyp",
    ]);
    expect((await request(id, "video/mp4", "original", "bytes=99999-")).status).toBe(416);
    const again = new Request("http://localhost/", {
      headers: { "if-none-match": whole.headers.get("etag") ?? "" },
    });
    const file = { tenantId: here.tenantId, id, part: "original", contentType: "video/mp4" } as const;
    expect((await sendPart(again, { ...file, name: "", isInline: true })).status).toBe(304);
    expect((await request(id, "video/mp4", "original", "bytes=-4")).headers.get("content-length")).toBe("4");
  });
});

function request(
  id: string,
  contentType: string,
  part: (typeof MEDIA_PARTS)[number] = "original",
  range?: string,
) {
  const asked = new Request("http://localhost/", range ? { headers: { range } } : {});
  return sendPart(asked, { tenantId: here.tenantId, id, part, contentType, name: "", isInline: true });
}
