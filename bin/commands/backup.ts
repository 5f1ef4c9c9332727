import { databaseUrl, dataDir, secret } from "@/lib/platform/env";
import { writeBackup } from "../backup/write-backup";
import { withDatabase } from "../database";

/** `aldeia backup FILE`: the whole installation in one file, while it goes on running. */
export async function run([file, ...rest]: string[]): Promise<number> {
  if (!file || rest.length > 0) throw new Error("usage: aldeia backup FILE");
  const done = await withDatabase(
    () => writeBackup(file, { url: databaseUrl(), dataDir: dataDir(), secret: secret() }),
    // A backup before an upgrade must not begin the upgrade.
    { migrates: false },
  );
  const { tables, rows, files, missingFiles, bytes } = done;
  process.stdout.write(`${file}: ${tables} tables, ${rows} rows, ${files} files, ${bytes} bytes\n`);
  if (missingFiles > 0)
    process.stderr.write(
      `${missingFiles} stored files were not on this machine's disk; their names are in the backup\n`,
    );
  return 0;
}
