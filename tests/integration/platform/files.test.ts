import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { findFile, readFile } from "@/lib/platform/files/read-file";
import { isSignedFor, signedFileUrl } from "@/lib/platform/files/signed-url";
import { storeFile } from "@/lib/platform/files/store-file";
import { aTenant, aWorld, NOON } from "../../support/world";

beforeAll(() => {
  process.env.ALDEIA_DATA_DIR = mkdtempSync(join(tmpdir(), "aldeia-files-"));
});

const photo = () =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: "#c0522c" } })
    .withExif({ IFD0: { Copyright: "a secret place" } })
    .jpeg()
    .toBuffer();

describe("files of a tenant", () => {
  test("a picture is made anew as WebP in three sizes, without what the camera wrote into it", async () => {
    const ctx = (await aTenant()).as("owner");
    const { id } = await storeFile(ctx, { purpose: "icon", bytes: await photo(), name: "../casa.jpg" });
    const file = await readFile(ctx, id, 96);
    const meta = await sharp(file?.bytes).metadata();
    expect([meta.format, meta.width, meta.height, meta.exif]).toEqual(["webp", 96, 96, undefined]);
    expect((await sharp((await readFile(ctx, id, 1280))?.bytes).metadata()).width).toBe(300);
  });

  test("T3: another tenant's file is as one that does not exist", async () => {
    const { here, there } = await aWorld();
    const { id } = await storeFile(here.as("owner"), { purpose: "icon", bytes: await photo() });
    expect(await readFile(there.as("owner"), id)).toBeNull();
    expect(await findFile(there.as("owner"), "../../etc/passwd")).toBeNull();
  });

  test("SVG, text with a picture's name, broken and empty pictures are refused at the field", async () => {
    const ctx = (await aTenant()).as("owner");
    const bad: [Uint8Array, string][] = [
      [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"), "file_type_refused"],
      [Buffer.from("<?xml version='1.0'?><svg/>"), "file_type_refused"],
      [Buffer.from("hello"), "file_type_refused"],
      [(await photo()).subarray(0, 300), "image_unreadable"],
      [Buffer.alloc(0), "file_empty"],
    ];
    for (const [bytes, code] of bad) {
      const refusal = storeFile(ctx, { purpose: "photo", bytes, name: "a.png" });
      await expect(refusal).rejects.toMatchObject({ issues: [{ path: "file", code }] });
    }
    const large = storeFile(ctx, { purpose: "photo", bytes: Buffer.alloc(11 * 1024 * 1024) });
    await expect(large).rejects.toMatchObject({ code: "payload_too_large" });
  });

  test("P12: a signed address opens one file until it expires", () => {
    const file = {
      slug: "casa",
      tenantId: "01890000-0000-7000-8000-000000000001",
      id: "01890000-0000-7000-8000-000000000002",
    };
    const query = new URL(signedFileUrl(file, NOON, 60), "http://x").searchParams;
    const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);
    expect(isSignedFor(file, query, later(59))).toBe(true);
    expect(isSignedFor(file, query, later(61))).toBe(false);
    expect(isSignedFor({ ...file, id: file.tenantId }, query, NOON)).toBe(false);
    query.set("expires", String(Number(query.get("expires")) + 999));
    expect(isSignedFor(file, query, NOON)).toBe(false);
  });
});
