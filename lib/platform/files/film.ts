import "server-only";
import { type FileHandle, open } from "node:fs/promises";
import { invalidInput } from "@/lib/shared/refusal";

/** A box of a film: where its content begins and where it ends (ISO 14496-12 §4.2). */
type Box = { type: string; at: number; content: number; end: number };

// What holds other boxes on the way to what is looked for.
const HOLDERS = ["moov", "trak"];
// Where cameras and phones write place, device and owner. As `free` they are skipped by every player, and nothing moves.
const PRIVATE = ["udta", "meta", "uuid"];
const MOST_BOXES = 10_000;

/**
 * Looks a film through: that it is whole, one box behind the other to its last byte, with a track list; and takes out of it where
 * and with what it was taken. @returns its sides in pixels, null where it does not say.
 * @throws Refusal `invalid_input` at `file` with `file_not_whole`
 */
export async function openFilm(path: string): Promise<{ width: number | null; height: number | null }> {
  const file = await open(path, "r+");
  try {
    const { size } = await file.stat();
    const boxes = await boxesWithin(file, 0, size);
    if (boxes[0]?.type !== "ftyp" || !boxes.some(({ type }) => type === "moov")) throw notWhole();
    return await lookThrough(file, boxes);
  } finally {
    await file.close();
  }
}

type Sides = { width: number | null; height: number | null };

async function lookThrough(file: FileHandle, boxes: readonly Box[]): Promise<Sides> {
  let sides: Sides = { width: null, height: null };
  for (const box of boxes) {
    if (PRIVATE.includes(box.type)) await blank(file, box);
    else if (box.type === "tkhd") sides = (await sidesOf(file, box)) ?? sides;
    else if (HOLDERS.includes(box.type)) {
      const inner = await lookThrough(file, await boxesWithin(file, box.content, box.end));
      if (inner.width) sides = inner;
    }
  }
  return sides;
}

/** The boxes between two places, which they must fill. */
async function boxesWithin(file: FileHandle, from: number, end: number): Promise<Box[]> {
  const boxes: Box[] = [];
  for (let at = from; at < end; at = boxes.at(-1)?.end ?? end) {
    const box = await boxAt(file, at, end);
    if (!box || boxes.length === MOST_BOXES) throw notWhole();
    boxes.push(box);
  }
  return boxes;
}

async function boxAt(file: FileHandle, at: number, limit: number): Promise<Box | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, at);
  if (bytesRead < 8) return null;
  const type = buffer.toString("latin1", 4, 8);
  if (!/^[\x20-\x7e\xa9]{4}$/.test(type)) return null;
  const short = buffer.readUInt32BE(0);
  // 1: the size follows as 64 bits; 0: to the end of the file.
  const isLong = short === 1 && bytesRead === 16;
  const length = isLong ? Number(buffer.readBigUInt64BE(8)) : short;
  const content = at + (isLong ? 16 : 8);
  const end = short === 0 ? limit : at + length;
  return end >= content && end <= limit ? { type, at, content, end } : null;
}

/** The sides of a track as it is shown, 16.16 fixed point in the last eight bytes (§8.3.2); null for one of sound. */
async function sidesOf(file: FileHandle, { content, end }: Box): Promise<Sides | null> {
  if (end - content < 8) return null;
  const { buffer } = await file.read(Buffer.alloc(8), 0, 8, end - 8);
  const [width, height] = [
    Math.round(buffer.readUInt32BE(0) / 65_536),
    Math.round(buffer.readUInt32BE(4) / 65_536),
  ];
  return width > 0 && height > 0 ? { width, height } : null;
}

async function blank(file: FileHandle, { at, content, end }: Box): Promise<void> {
  await file.write("free", at + 4, "latin1");
  await file.write(Buffer.alloc(end - content), 0, end - content, content);
}

function notWhole() {
  return invalidInput({ path: "file", code: "file_not_whole" });
}
