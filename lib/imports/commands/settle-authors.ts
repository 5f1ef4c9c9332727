import "server-only";
import { upsertMembers } from "@/lib/members/commands/upsert-members";
import { maskPhone, parsePhone } from "@/lib/members/phone-rules";
import type { ProfileInput } from "@/lib/members/profile-rules";
import type { TenantContext } from "@/lib/platform/context";
import { cleanName, takeGraphemes } from "@/lib/shared/text";
import { loadAuthors, lockChat, saveAuthors } from "../chat-sql";
import type { Step } from "../imports-sql";
import { NO_COUNTS } from "../rules";
import type { ImportJob, StoredError } from "../types";
import { authorDisplayName } from "../whatsapp/authors";
import { seat } from "./write-members";

const MAX_NAME_GRAPHEMES = 100;

export type ChatPeople = {
  names: readonly string[];
  /** Those whom the chat sees leave: they are known as authors and take no seat. */
  departed: ReadonlySet<string>;
  lines: ReadonlyMap<string, number>;
};

/**
 * Settles who the names of a chat are: as a person has said, as earlier imports of this group know, by a raw phone
 * number, or a new member. Two people of one name in two groups are never taken for one. Only names that are new here
 * take a seat, so that whom staff removed is not brought back by the same chat.
 */
export async function settleAuthors(
  tx: TenantContext,
  job: ImportJob & { groupId: string },
  { names, departed, lines }: ChatPeople,
): Promise<Step> {
  await lockChat(tx.db, job.groupId);
  const known = await loadAuthors(tx.db, job.groupId);
  const said = job.options.authors;
  const unknown = names.filter((name) => said[name] === undefined && !known.has(name));
  const made = await makeMembers(tx, job.id, unknown, lines);
  const settled = names.flatMap((name) => {
    const memberId = said[name] ?? known.get(name) ?? made.ids.get(name);
    return memberId ? [{ name, memberId, row: lines.get(name) ?? 0 }] : [];
  });
  const isNew = ({ name, memberId }: { name: string; memberId: string }) => known.get(name) !== memberId;
  await saveAuthors(tx.db, { groupId: job.groupId, importId: job.id, authors: settled.filter(isNew) });
  const present = settled.filter((author) => isNew(author) && !departed.has(author.name));
  const refused = await seat(tx, job, present);
  const counts = { ...NO_COUNTS, created: made.created, unchanged: settled.length - made.created };
  return { counts, errors: [...made.errors, ...refused] };
}

async function makeMembers(
  tx: TenantContext,
  importId: string,
  names: readonly string[],
  lines: ReadonlyMap<string, number>,
): Promise<{ ids: Map<string, string>; created: number; errors: StoredError[] }> {
  const results = await upsertMembers(tx, names.map(profileOf), { source: "chat", importId, mode: "keep" });
  const ids = new Map<string, string>();
  const errors: StoredError[] = [];
  for (const { index, memberId, code } of results) {
    const name = names[index] ?? "";
    if (memberId) ids.set(name, memberId);
    else
      errors.push({
        row: lines.get(name) ?? 0,
        code: code ?? "invalid",
        params: { value: name },
        column: null,
      });
  }
  return { ids, created: results.filter(({ outcome }) => outcome === "created").length, errors };
}

/** A name of the exporter's address book, or a raw number. The name never shows the whole number (P8). */
function profileOf(author: string): ProfileInput {
  const shown = authorDisplayName(author);
  const phone = shown.startsWith("+") ? parsePhone(shown) : null;
  if (phone?.ok) {
    return { name: maskPhone(phone.e164), identifiers: [{ kind: "phone", value: phone.e164 }] };
  }
  return { name: takeGraphemes(cleanName(shown) || "?", MAX_NAME_GRAPHEMES) };
}
