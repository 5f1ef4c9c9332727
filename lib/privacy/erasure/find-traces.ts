import "server-only";
import { unzipSync } from "fflate";
import type { TenantContext } from "@/lib/platform/context";
import { readFile } from "@/lib/platform/files/read-file";
import { mentionsOf, type Traces } from "./traces";

export type Found = { traces: Traces; userId: string | null; photoFileId: string | null };

/** What a person is known by, as long as they are known, with their login and photo. Null: there is no such person. */
export async function findTraces(ctx: TenantContext, memberId: string): Promise<Found | null> {
  const member = await ctx.db.member.findFirst({
    where: { id: memberId },
    select: { name: true, userId: true, photoFileId: true },
  });
  if (!member) return null;
  const [identifiers, chats, user] = await Promise.all([
    ctx.db.identifier.findMany({
      where: { memberId },
      select: { kind: true, value: true, canonical: true, typed: true },
    }),
    ctx.db.chatAuthor.findMany({ where: { memberId }, select: { name: true } }),
    member.userId && ctx.db.user.findUnique({ where: { id: member.userId }, select: { email: true } }),
  ]);
  const of = (...kinds: string[]) =>
    identifiers
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ value, canonical, typed }) => [...new Set([value, canonical, ...(typed ? [typed] : [])])]);
  const traces = {
    memberId,
    name: member.name,
    chatNames: chats.map(({ name }) => name),
    emails: [...new Set([...of("email"), ...(user ? [user.email] : [])])],
    phones: of("phone", "whatsapp").filter((value) => /^\+?\d{7,15}$/.test(value)),
    usernames: [...of("username"), ...of("whatsapp").filter((value) => !/^\+?\d{7,15}$/.test(value))],
  };
  return { traces, userId: member.userId, photoFileId: member.photoFileId };
}

/** The files of imports that speak of the person: lists and chats as they were uploaded, archives looked into. */
export async function findImportFiles(ctx: TenantContext, traces: Traces): Promise<string[]> {
  const mentions = mentionsOf(traces);
  const files = await ctx.db.file.findMany({ where: { purpose: "import" }, select: { id: true } });
  const found: string[] = [];
  for (const { id } of files) {
    const file = await readFile(ctx, id);
    if (!file || textsOf(file.bytes).some(mentions)) found.push(id);
  }
  return found;
}

const ZIP = "PK";

/** The texts of a file, in either of the encodings that lists come in; of an archive those of all its parts. */
function textsOf(bytes: Uint8Array): string[] {
  const parts = Buffer.from(bytes.slice(0, 2)).toString("latin1") === ZIP ? partsOf(bytes) : [bytes];
  return parts.flatMap((part) => {
    const buffer = Buffer.from(part);
    return [buffer.toString("utf8"), buffer.toString("latin1"), buffer.toString("utf16le")];
  });
}

/** What cannot be opened is read as it is. */
function partsOf(bytes: Uint8Array): Uint8Array[] {
  try {
    return Object.values(unzipSync(bytes));
  } catch {
    return [bytes];
  }
}
