import { createHash } from "node:crypto";
import { z } from "zod";

/** What a backup is, at the beginning of its file: enough to say no before anything is done. */
export const backupHeader = z.object({
  format: z.literal("aldeia-backup"),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  serverVersion: z.string(),
  /** The schema, to the letter. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** Tells whether the secret of an installation is the one that signed this one's sessions; not the secret itself. */
  secretFingerprint: z.string(),
});
export type BackupHeader = z.infer<typeof backupHeader>;

/** What is in it, at its end: a file without is cut off. */
export const backupManifest = z.object({
  tables: z.record(
    z.string(),
    z.object({ columns: z.array(z.string()), rows: z.number(), digest: z.string() }),
  ),
  entries: z.array(z.object({ name: z.string(), size: z.number(), sha256: z.string() })),
  /** Files that a row knows and the disk does not. */
  missingFiles: z.array(z.string()),
});
export type BackupManifest = z.infer<typeof backupManifest>;

export const HEADER = "header.json";
export const MANIFEST = "manifest.json";

/** Other folders of the data folder that belong to an installation: mails without a mail server, the Stripe stand-in. */
export const EXTRA_FOLDERS = ["outbox", "stripe"] as const;

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Says which secret it is without telling it. */
export function fingerprintOf(secret: string): string {
  return sha256(Buffer.from(`aldeia:fingerprint:${secret}`)).slice(0, 16);
}
