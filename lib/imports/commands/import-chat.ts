import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { departedAuthors, firstLines, makeInstantReader } from "../chat-rules";
import { countNew, insertMessages, loadAuthors, type NewMessage } from "../chat-sql";
import { endImport } from "../imports-sql";
import { NO_COUNTS } from "../rules";
import type { ChatReview, ImportJob } from "../types";
import { parseChat } from "../whatsapp/parse-chat";
import { readChatFile } from "../whatsapp/read-chat-file";
import type { ChatEntry, ParsedChat } from "../whatsapp/types";
import { moveOn } from "./import-members";
import { settleAuthors } from "./settle-authors";

const CHUNK_MESSAGES = 5_000;
const MAX_REVIEW_AUTHORS = 1_000;

/**
 * Brings an exported chat into a group (I2): its authors become members, its messages keep their instants. Each message
 * has one name in every export of the chat, so the same file adds nothing and a longer one only what is new. A chat whose
 * order of day and month nobody can tell waits for a person.
 */
export async function importChat(ctx: TenantContext, job: ImportJob, bytes: Uint8Array): Promise<void> {
  const file = readChatFile(bytes);
  if (!file.ok) return fail(ctx, job, file.code);
  const chat = parseChat(file.text, job.options.dateOrder);
  if (chat.status === "not_a_chat") return fail(ctx, job, "not_a_chat");
  if (chat.status === "ambiguous") {
    return endImport(ctx, job.id, { status: "needs_review", review: await reviewOf(ctx, job, chat) });
  }
  if (job.dryRun) return rehearse(ctx, job, chat);
  const { groupId } = job;
  if (groupId === null) return fail(ctx, job, "group_required");
  await write(ctx, { ...job, groupId }, chat);
}

function fail(ctx: TenantContext, job: ImportJob, code: string): Promise<void> {
  return endImport(ctx, job.id, {
    status: "failed",
    errors: [{ row: 0, code, params: {}, column: null }],
  });
}

async function reviewOf(ctx: TenantContext, job: ImportJob, chat: ParsedChat): Promise<ChatReview> {
  const known = job.groupId ? await loadAuthors(ctx.db, job.groupId) : new Map<string, string>();
  const authors = chat.authors.slice(0, MAX_REVIEW_AUTHORS).map((author) => ({
    ...author,
    memberId: job.options.authors[author.name] ?? known.get(author.name) ?? null,
  }));
  const { dateOrder, candidates, sampleDate } = chat;
  return { kind: "chat", dateOrder, candidates, sampleDate, authors };
}

async function rehearse(ctx: TenantContext, job: ImportJob, chat: ParsedChat): Promise<void> {
  const review = await reviewOf(ctx, job, chat);
  const authored = chat.entries.filter(({ author }) => author !== null);
  const fresh = await countNew(
    ctx.db,
    job.groupId,
    authored.map(({ fingerprint }) => fingerprint),
  );
  const created = review.authors.filter(({ memberId }) => memberId === null).length;
  const counts = {
    ...NO_COUNTS,
    rows: chat.entries.length,
    created,
    unchanged: review.authors.length - created,
    skipped: authored.length - fresh,
    messages: fresh,
  };
  await endImport(ctx, job.id, { status: "done", counts, review });
}

async function write(ctx: TenantContext, job: ImportJob & { groupId: string }, chat: ParsedChat) {
  const { entries } = chat;
  const total = entries.length;
  if (!job.progress.started) {
    const people = {
      names: chat.authors.map(({ name }) => name),
      departed: departedAuthors(entries),
      lines: firstLines(entries),
    };
    const isOurs = await moveOn(ctx, job.id, null, async (tx) => {
      const { counts, errors } = await settleAuthors(tx, job, people);
      return { step: { counts: { ...counts, rows: total }, errors }, next: 0, total };
    });
    if (!isOurs) return;
  }
  const authors = await loadAuthors(ctx.db, job.groupId);
  const instantOf = makeInstantReader(job.options.timezone);
  for (let next = job.progress.next; next < total; next += CHUNK_MESSAGES) {
    const chunk = entries.slice(next, next + CHUNK_MESSAGES);
    const messages = chunk.flatMap((entry) => messageOf(entry, authors, instantOf));
    const isOurs = await moveOn(ctx, job.id, next, async (tx) => {
      const given = { groupId: job.groupId, importId: job.id, messages };
      const { added, authored } = await insertMessages(tx.db, given);
      const counts = { ...NO_COUNTS, messages: authored, skipped: chunk.length - added };
      return { step: { counts, errors: [] }, next: Math.min(next + CHUNK_MESSAGES, total), total };
    });
    if (!isOurs) return;
  }
  await inTransaction(ctx, (tx) => endImport(tx, job.id, { status: "done" }));
}

function messageOf(
  entry: ChatEntry,
  authors: ReadonlyMap<string, string>,
  instantOf: (localTime: string) => Date | null,
): NewMessage[] {
  const createdAt = instantOf(entry.localTime);
  if (createdAt === null) return [];
  return [
    {
      authorId: entry.author === null ? null : (authors.get(entry.author) ?? null),
      body: entry.body,
      kind: entry.kind,
      mediaName: entry.mediaName ?? null,
      fingerprint: entry.fingerprint,
      createdAt,
      // The export marks what was edited, not when.
      editedAt: entry.edited ? createdAt : null,
    },
  ];
}
