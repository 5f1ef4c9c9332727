import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { databaseUrl, dataDir } from "@/lib/platform/env";
import { settleRestored } from "../backup/after-restore";
import { fingerprintOf } from "../backup/format";
import { type Backup, checkBackup, restoreBackup } from "../backup/read-backup";
import { withDatabase } from "../database";

/** `aldeia restore FILE [--force]`: puts a backup into an empty installation; with --force in place of what is there. */
export async function run(args: string[]): Promise<number> {
  const [file, ...rest] = args.filter((arg) => arg !== "--force");
  if (!file || rest.length > 0) throw new Error("usage: aldeia restore FILE [--force]");
  const backup = await checkBackup(file);
  await withDatabase(async () => {
    const place = { url: databaseUrl(), dataDir: dataDir(), replace: args.includes("--force") };
    const { tables, rows, files } = await restoreBackup(backup, place);
    say(
      `restored from ${backup.header.createdAt}: ${tables} tables, ${rows} rows, ${files} files, all counted again`,
    );
    const { paused, missed, imports, bulkActs, stripeEvents } = await settleRestored(new Date());
    say(`sendings paused: ${paused}; missed since the backup: ${missed}`);
    say(
      `queued again: ${imports} imports, ${bulkActs} bulk acts, ${stripeEvents} events of Stripe; waiting mails are not sent again`,
    );
  });
  warnOfOtherSecret(backup);
  return 0;
}

/** Sessions and signed links are of the secret that made them. */
function warnOfOtherSecret({ header }: Backup): void {
  const file = join(dataDir(), "secret");
  const present = process.env.NEXTAUTH_SECRET || (existsSync(file) ? readFileSync(file, "utf8") : "");
  if (present && fingerprintOf(present) === header.secretFingerprint) return;
  process.stderr.write(
    `The secret here is not the one of the backup (fingerprint ${header.secretFingerprint}): everybody signs in again. ` +
      `To keep sessions, put the old one back: NEXTAUTH_SECRET, or the file ${file}.\n`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
