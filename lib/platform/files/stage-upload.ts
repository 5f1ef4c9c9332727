import "server-only";
import { createHash, type Hash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileTypeFromBuffer } from "file-type";
import { newId } from "@/lib/shared/ids";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { dataDir } from "../env";
import { MAX_MEDIA_BYTES, type MediaKind, mediaKindOf } from "./media-rules";

/** An upload that arrived whole, beside the stored files until it is one of them. */
export type StagedUpload = {
  path: string;
  kind: MediaKind;
  contentType: string;
  byteSize: number;
  sha256: string;
  /** Takes it away; when it was stored there is nothing left to take. */
  discard(): Promise<void>;
};

// What a type is read from: beyond it nothing that is allowed here needs more.
const HEAD_BYTES = 4_100;

/**
 * Writes an upload to disk as it comes, never more of it than its kind may have. What it is, its first bytes say, and what it may
 * not be is refused at them. An upload that is cut off in the middle leaves nothing.
 * @throws Refusal `payload_too_large`; `invalid_input` at `file`: `file_empty`, `file_type_refused`
 */
export async function stageUpload(body: AsyncIterable<Uint8Array> | null): Promise<StagedUpload> {
  const folder = stagingFolder();
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${newId()}.part`);
  const discard = () => rm(path, { force: true });
  try {
    return { ...(await write(path, body)), path, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** Takes away what a process that ended in the middle of an upload left. */
export async function sweepStaged(before: Date): Promise<void> {
  for (const name of await readdir(stagingFolder()).catch(() => [])) {
    const path = join(stagingFolder(), name);
    const known = await stat(path).catch(() => null);
    if (known && known.mtime < before) await rm(path, { force: true });
  }
}

function stagingFolder(): string {
  return join(dataDir(), "uploads");
}

type Known = { kind: MediaKind; contentType: string };

async function write(path: string, body: AsyncIterable<Uint8Array> | null) {
  const hash = createHash("sha256");
  const state: { known: Known | null; byteSize: number } = { known: null, byteSize: 0 };
  await pipeline(watched(body, hash, state), createWriteStream(path, { flags: "wx" }));
  const { known, byteSize } = state;
  return { ...(known ?? (await sniff(new Uint8Array()))), byteSize, sha256: hash.digest("hex") };
}

/** The same bytes, counted and recognised as they pass. */
async function* watched(
  body: AsyncIterable<Uint8Array> | null,
  hash: Hash,
  state: { known: Known | null; byteSize: number },
): AsyncGenerator<Uint8Array> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of body ?? []) {
    state.byteSize += chunk.byteLength;
    head = head && Buffer.concat([head, chunk]);
    if (head && head.byteLength >= HEAD_BYTES) {
      state.known = await sniff(head);
      head = null;
    }
    const maxBytes = MAX_MEDIA_BYTES[state.known?.kind ?? "document"];
    if (state.byteSize > maxBytes) throw new Refusal("payload_too_large", { maxBytes });
    hash.update(chunk);
    yield chunk;
  }
  if (head) state.known = await sniff(head);
}

async function sniff(head: Uint8Array): Promise<Known> {
  if (head.byteLength === 0) throw invalidInput({ path: "file", code: "file_empty" });
  const contentType = (await fileTypeFromBuffer(head))?.mime;
  const kind = mediaKindOf(contentType);
  if (!kind || !contentType) throw invalidInput({ path: "file", code: "file_type_refused" });
  return { kind, contentType };
}
