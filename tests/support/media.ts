import { Readable } from "node:stream";
import sharp from "sharp";
import { receiveMedia } from "@/lib/media/commands/receive-media";
import type { Media } from "@/lib/media/types";
import type { TenantContext } from "@/lib/platform/context";

/** A photo as a phone takes it: lying on its side, with the place in it. */
export function aPhoto({ width = 900, height = 600 } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: "#c0522c" } })
    .withExif({
      IFD0: { Make: "Telefone da Ana" },
      IFD3: {
        GPSLatitudeRef: "S",
        GPSLatitude: "23/1 33/1 0/1",
        GPSLongitudeRef: "W",
        GPSLongitude: "46/1 38/1 0/1",
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A document of one empty page. */
export function aPdf(after = ""): Buffer {
  const page = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj";
  return Buffer.from(`%PDF-1.4\n${page}\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n${after}`, "latin1");
}

const box = (type: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.byteLength + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
};

/** A film of no pictures, 640 × 360, in which a phone wrote where it was. */
export function aFilm(after = Buffer.alloc(0)): Buffer {
  const sides = Buffer.alloc(84);
  sides.writeUInt32BE(640 << 16, 76);
  sides.writeUInt32BE(360 << 16, 80);
  return Buffer.concat([
    box("ftyp", Buffer.from("isom\0\0\x02\0isomiso2mp41", "latin1")),
    box(
      "moov",
      box("trak", box("tkhd", sides)),
      box("udta", box("\xa9xyz", Buffer.from("-23.5500-046.6333/"))),
    ),
    box("mdat", Buffer.alloc(64)),
    after,
  ]);
}

/** The bytes as a browser sends them. */
export function sent(bytes: Uint8Array, chunkBytes = 16_384): AsyncIterable<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.byteLength; at += chunkBytes) chunks.push(bytes.subarray(at, at + chunkBytes));
  return Readable.from(chunks);
}

/** A photo of somebody, uploaded. */
export async function anUpload(ctx: TenantContext, bytes?: Uint8Array, name = "foto.jpg"): Promise<Media> {
  return await receiveMedia(ctx, sent(bytes ?? (await aPhoto())), name);
}
