import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, normalize, sep } from "node:path";
import type { AppliedMigration } from "@/lib/platform/db/recount";
import { openRefill, type Refill } from "@/lib/platform/db/refill";
import { readArchive } from "./archive";
import {
  type BackupHeader,
  type BackupManifest,
  backupHeader,
  backupManifest,
  EXTRA_FOLDERS,
  HEADER,
  MANIFEST,
  sha256,
} from "./format";

export type Backup = { file: string; header: BackupHeader; manifest: BackupManifest };
export type Restored = { tables: number; rows: number; files: number };

/**
 * Reads a backup from end to end and checks every entry against the list at its end, before anything is touched.
 * @throws Error that says what is wrong: no backup, cut off, damaged
 */
export async function checkBackup(file: string): Promise<Backup> {
  const { header, manifest, found } = await readAll(file).catch((error: Error) => {
    throw new Error(`${file} is damaged or no backup of Aldeia: ${error.message}`, { cause: error });
  });
  if (header === null) throw new Error(`${file} is no backup of Aldeia`);
  if (manifest === null) throw new Error(`${file} is cut off: its end is missing`);
  const wanted = manifest.entries;
  const differing = wanted.find((entry, n) => JSON.stringify(entry) !== JSON.stringify(found[n]));
  if (differing || found.length !== wanted.length)
    throw new Error(`${file} is damaged: ${differing?.name ?? "there is more in it than its list says"}`);
  return { file, header, manifest };
}

async function readAll(file: string) {
  const found: BackupManifest["entries"] = [];
  let header: BackupHeader | null = null;
  let manifest: BackupManifest | null = null;
  for await (const { name, bytes } of readArchive(file)) {
    if (name === HEADER) header = backupHeader.parse(JSON.parse(bytes.toString("utf8")));
    if (header === null) break;
    if (name === MANIFEST) manifest = backupManifest.parse(JSON.parse(bytes.toString("utf8")));
    else found.push({ name, size: bytes.byteLength, sha256: sha256(bytes) });
  }
  return { header, manifest, found };
}

/**
 * Puts a checked backup into an empty installation, or with `replace` in place of what is there: all of it or nothing. The
 * counts of every table are compared before it is kept.
 * @throws Error when the schema is another, the installation is not empty, Aldeia runs, or a table came out different
 */
export async function restoreBackup(
  backup: Backup,
  { url, dataDir, replace }: { url: string; dataDir: string; replace: boolean },
): Promise<Restored> {
  const refill = await openRefill(url, { replace });
  const folders = await exchange(dataDir);
  try {
    assertSameSchema(backup.header.migrations, refill.migrations);
    const files = await unpack(backup, refill, folders.incoming);
    await refill.finish(backup.manifest.tables, folders.swap);
    const counts = Object.values(backup.manifest.tables);
    return { tables: counts.length, rows: counts.reduce((sum, { rows }) => sum + rows, 0), files };
  } catch (error) {
    await folders.swapBack();
    await refill.abandon();
    throw error;
  } finally {
    await folders.end();
  }
}

function assertSameSchema(theirs: readonly AppliedMigration[], ours: readonly AppliedMigration[]): void {
  const known = new Map(ours.map(({ name, checksum }) => [name, checksum]));
  const strange = theirs.filter(({ name, checksum }) => known.get(name) !== checksum).map(({ name }) => name);
  const names = new Set(theirs.map(({ name }) => name));
  const missing = ours.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  if (strange.length === 0 && missing.length === 0) return;
  const because = strange[0] ? `it has ${strange[0]}, which is unknown here` : `it lacks ${missing[0]}`;
  throw new Error(
    `this backup is of another schema version: ${because}. ` +
      "Restore it with the version of Aldeia that made it; starting a newer one on it then brings it up to date",
  );
}

async function unpack({ file, manifest }: Backup, refill: Refill, incoming: string): Promise<number> {
  let files = 0;
  for await (const { name, bytes } of readArchive(file)) {
    const table = /^tables\/([^/]+)\//.exec(name)?.[1];
    if (table) {
      await refill.write({ name: table, columns: manifest.tables[table]?.columns ?? [] }, bytes);
    } else if (name !== HEADER && name !== MANIFEST) {
      const path = join(incoming, normalize(name));
      if (!path.startsWith(incoming + sep)) throw new Error(`an entry leads out of the data folder: ${name}`);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes, { mode: 0o600 });
      files += 1;
    }
  }
  return files;
}

/** Puts the unpacked folders in place of those that are there, which can come back until the end. */
async function exchange(dataDir: string) {
  const [incoming, outgoing] = [join(dataDir, "restoring"), join(dataDir, "replaced")];
  const swapped: string[] = [];
  for (const folder of [incoming, outgoing]) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  }
  return {
    incoming,
    swap: async () => {
      for (const folder of ["files", ...EXTRA_FOLDERS]) {
        await mkdir(join(incoming, folder), { recursive: true });
        await mkdir(join(dataDir, folder), { recursive: true });
        await rename(join(dataDir, folder), join(outgoing, folder));
        await rename(join(incoming, folder), join(dataDir, folder));
        swapped.push(folder);
      }
    },
    swapBack: async () => {
      for (const folder of swapped) {
        await rm(join(dataDir, folder), { recursive: true, force: true });
        await rename(join(outgoing, folder), join(dataDir, folder));
      }
    },
    end: async () => {
      for (const folder of [incoming, outgoing]) await rm(folder, { recursive: true, force: true });
    },
  };
}
