import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { extract, pack } from "tar-stream";
import { type BackupManifest, MANIFEST, sha256 } from "./format";

export type Archive = {
  add(name: string, bytes: Buffer): Promise<void>;
  /** Adds the list of all that was added, and gives the file its name. @returns its size in bytes */
  finish(rest: Omit<BackupManifest, "entries">): Promise<number>;
  abandon(): Promise<void>;
};

/** Begins a backup file: a tar, gzipped, readable by its owner alone. Until it is finished it bears another name. */
export function beginArchive(file: string): Archive {
  const part = `${file}.part`;
  const tar = pack();
  const written = pipeline(tar, createGzip({ level: 6 }), createWriteStream(part, { mode: 0o600 }));
  // Told where it is waited for.
  written.catch(() => undefined);
  const entries: BackupManifest["entries"] = [];
  const put = (name: string, bytes: Buffer): Promise<void> =>
    new Promise((resolve, reject) => {
      written.catch(reject);
      tar.entry({ name, size: bytes.byteLength, mode: 0o600 }, bytes, (error) =>
        error ? reject(error) : resolve(),
      );
    });
  return {
    add: async (name, bytes) => {
      await put(name, bytes);
      entries.push({ name, size: bytes.byteLength, sha256: sha256(bytes) });
    },
    finish: async (rest) => {
      await put(MANIFEST, Buffer.from(JSON.stringify({ ...rest, entries })));
      tar.finalize();
      await written;
      await rename(part, file);
      return (await stat(file)).size;
    },
    abandon: async () => {
      tar.destroy();
      await written.catch(() => undefined);
      await rm(part, { force: true });
    },
  };
}

/** The entries of a backup file in their order. @throws Error for a file that is none, or is damaged */
export async function* readArchive(file: string): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const tar = extract();
  const read = pipeline(createReadStream(file), createGunzip(), tar);
  read.catch(() => undefined);
  try {
    for await (const entry of tar) {
      const parts: Buffer[] = [];
      for await (const part of entry) parts.push(part as Buffer);
      yield { name: entry.header.name, bytes: Buffer.concat(parts) };
    }
    await read;
  } finally {
    tar.destroy();
  }
}
