import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { TableShape } from "@/lib/platform/db/recount";
import { openSnapshot, type Snapshot } from "@/lib/platform/db/snapshot";
import { fileFolder } from "@/lib/platform/files/file-paths";
import { type Archive, beginArchive } from "./archive";
import { type BackupHeader, type BackupManifest, EXTRA_FOLDERS, fingerprintOf, HEADER } from "./format";

/** Parts of a table: small enough to hold, large enough to be few. */
const PART_BYTES = 4 * 1024 * 1024;

export type Written = { tables: number; rows: number; files: number; missingFiles: number; bytes: number };

/**
 * Writes the whole installation into one file, as it is at this instant, while it goes on being used: every table in one
 * snapshot, then the stored files that those rows know (files never change), the outbox and the Stripe stand-in's journal.
 * The secret is not in it, only its fingerprint.
 */
export async function writeBackup(
  file: string,
  { url, dataDir, secret }: { url: string; dataDir: string; secret: string },
): Promise<Written> {
  const snapshot = await openSnapshot(url);
  const archive = beginArchive(file);
  try {
    await archive.add(HEADER, Buffer.from(JSON.stringify(headerOf(snapshot, secret))));
    const tables: BackupManifest["tables"] = {};
    for (const table of snapshot.tables) {
      await addTable(archive, snapshot, table);
      tables[table.name] = { columns: table.columns, ...(await snapshot.recount(table)) };
    }
    const { files, missing } = await addStoredFiles(archive, snapshot, dataDir);
    for (const folder of EXTRA_FOLDERS) await addFolder(archive, dataDir, join(dataDir, folder));
    const bytes = await archive.finish({ tables, missingFiles: missing });
    const counts = Object.values(tables);
    const rows = counts.reduce((sum, one) => sum + one.rows, 0);
    return { tables: counts.length, rows, files, missingFiles: missing.length, bytes };
  } catch (error) {
    await archive.abandon();
    throw error;
  } finally {
    await snapshot.close();
  }
}

function headerOf({ serverVersion, migrations }: Snapshot, secret: string): BackupHeader {
  return {
    format: "aldeia-backup",
    version: 1,
    createdAt: new Date().toISOString(),
    serverVersion,
    migrations,
    secretFingerprint: fingerprintOf(secret),
  };
}

async function addTable(archive: Archive, snapshot: Snapshot, table: TableShape): Promise<void> {
  let waiting: Buffer[] = [];
  let size = 0;
  let number = 0;
  const flush = async () => {
    if (size === 0) return;
    number += 1;
    const part = Buffer.concat(waiting);
    [waiting, size] = [[], 0];
    await archive.add(`tables/${table.name}/${String(number).padStart(6, "0")}.copy`, part);
  };
  for await (const chunk of snapshot.copy(table)) {
    waiting.push(chunk);
    size += chunk.byteLength;
    if (size >= PART_BYTES) await flush();
  }
  await flush();
}

async function addStoredFiles(archive: Archive, snapshot: Snapshot, dataDir: string) {
  const missing: string[] = [];
  let files = 0;
  for (const { tenantId, id } of await snapshot.files()) {
    const added = await addFolder(archive, dataDir, fileFolder(tenantId, id));
    if (added === 0) missing.push(`${tenantId}/${id}`);
    else files += 1;
  }
  return { files, missing };
}

/** Adds the files below a folder by their way from the data folder; halves of files that are being written are left out. */
async function addFolder(archive: Archive, dataDir: string, folder: string): Promise<number> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = found.filter((entry) => entry.isFile() && !entry.name.endsWith(".part"));
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    await archive.add(relative(dataDir, path), await readFile(path));
  }
  return files.length;
}
