import "server-only";
import { z } from "zod";
import { wordsOfSendings } from "@/lib/announcements/queries/words-of-sendings";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { staffNamesOf } from "@/lib/privacy/queries/staff-names";
import type { Entry, EntryEvent, EntryKind, EntryRow, EntryState } from "../types";
import { findConversation } from "./find-conversation";

const place = z.tuple([z.int()]);

/** The entries of a conversation, newest first. @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor` */
export async function listEntries(
  ctx: TenantContext,
  conversationId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Entry>> {
  await findConversation(ctx, conversationId);
  const before = cursor === undefined ? undefined : Number(decodeCursor(cursor, place)[0]);
  const records = await ctx.db.inboxMessage.findMany({
    where: { conversationId, ...(before !== undefined && { position: { lt: before } }) },
    select: entryFields,
    orderBy: { position: "desc" },
    take: limit + 1,
  });
  return pageOf(records.map(entryOf), limit, ({ position }) => [position]);
}

/** One entry. Its caller has found its conversation. */
export async function findEntry(ctx: TenantContext, id: string): Promise<Entry | null> {
  const record = await ctx.db.inboxMessage.findFirst({ where: { id }, select: entryFields });
  return record && entryOf(record);
}

/** The same page with the names that staff read beside the ids. @throws Refusal as `listEntries` */
export async function listEntryRows(
  ctx: TenantContext,
  conversationId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<EntryRow>> {
  const { data, nextCursor } = await listEntries(ctx, conversationId, page);
  const refs = (kind: EntryKind) => data.flatMap((entry) => (entry.kind === kind && entry.refId) || []);
  const [staff, sendings] = await Promise.all([
    staffNamesOf(ctx, [...data.flatMap(({ authorId }) => authorId ?? []), ...refs("event")]),
    wordsOfSendings(ctx, refs("in")),
  ]);
  const nameOf = (id: string | null) => (id ? (staff.get(id) ?? null) : null);
  const rows = data.map((entry) => ({
    ...entry,
    authorName: nameOf(entry.authorId),
    refName: entry.kind === "event" ? nameOf(entry.refId) : null,
    about: (entry.kind === "in" && sendings.get(entry.refId ?? "")) || null,
  }));
  return { data: rows, nextCursor };
}

const entryFields = {
  id: true,
  conversationId: true,
  position: true,
  kind: true,
  authorId: true,
  body: true,
  event: true,
  refId: true,
  state: true,
  reason: true,
  createdAt: true,
} as const;

type EntryRecord = Omit<Entry, "kind" | "event" | "state"> & {
  kind: string;
  event: string | null;
  state: string;
};

function entryOf({ kind, event, state, ...record }: EntryRecord): Entry {
  return {
    ...record,
    kind: kind as EntryKind,
    event: event as EntryEvent | null,
    state: state as EntryState,
  };
}
