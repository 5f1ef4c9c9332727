import "server-only";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { dataDir } from "../env";
import { mailSchema } from "./mail";

/** A letter of an announcement is named by its sending and its person, another mail by an id of its own. */
const outboxMail = mailSchema.extend({ id: z.string().regex(/^[\w.-]{1,120}$/u), at: z.coerce.date() });
export type OutboxMail = z.infer<typeof outboxMail>;

const folder = () => join(dataDir(), "outbox");

/** Lays a mail into the outbox, one file each; the same mail again replaces itself. */
export async function keepInOutbox(mail: Omit<OutboxMail, "at">): Promise<void> {
  await mkdir(folder(), { recursive: true });
  const file = join(folder(), `${mail.id}.json`);
  // Written beside and renamed, so that the page, which is another process, never reads half a mail.
  await writeFile(`${file}.part`, JSON.stringify({ ...mail, at: new Date() }), { mode: 0o600 });
  await rename(`${file}.part`, file);
}

/** The newest mails of the outbox, newest first: ids are ordered by time. */
export async function listOutbox(limit = 100): Promise<OutboxMail[]> {
  const names = await readdir(folder()).catch(() => [] as string[]);
  const newest = names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .reverse()
    .slice(0, limit);
  const texts = await Promise.all(newest.map((name) => readFile(join(folder(), name), "utf8")));
  return texts.map((text) => outboxMail.parse(JSON.parse(text)));
}

/** Takes mails out of the outbox for good: an erasure leaves none to or about the person. @returns how many */
export async function forgetOutbox(isMeant: (text: string) => boolean): Promise<number> {
  let count = 0;
  for (const name of await readdir(folder()).catch(() => [] as string[])) {
    const file = join(folder(), name);
    const text = await readFile(file, "utf8").catch(() => "");
    if (!isMeant(text)) continue;
    await rm(file, { force: true });
    count += 1;
  }
  return count;
}
