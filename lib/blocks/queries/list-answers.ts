import "server-only";
import { z } from "zod";
import { viewMembers } from "@/lib/members/queries/list-members";
import { isSeenSql } from "@/lib/members/queries/who-is-seen";
import type { TenantContext } from "@/lib/platform/context";
import { Prisma } from "@/lib/platform/db/generated/client";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { pageOfAnswers } from "../block-sql";
import type { AnswerRow } from "../types";
import { findBlock } from "./find-block";

type AnswerFilter = {
  blockId: string;
  choice?: string | undefined;
  /** Those who won alone. */
  hasWon?: boolean | undefined;
  limit: number;
  cursor?: string | undefined;
};

/**
 * Who answered what, by page: people of whom the reader may know, by the name that they may see (P12). Tickets and scores are
 * shown to those who see how the sending went, not to other members.
 * @throws Refusal `not_found`, `invalid_cursor`
 */
export async function listAnswers(ctx: TenantContext, filter: AnswerFilter): Promise<Page<AnswerRow>> {
  const { blockId, choice, hasWon = false, limit, cursor } = filter;
  const { isManager } = await findBlock(ctx, blockId);
  const rows = await pageOfAnswers(ctx.db, {
    blockId,
    choice: choice ?? null,
    hasWon,
    after: cursor ? String(decodeCursor(cursor, z.tuple([z.uuid()]))[0]) : null,
    limit: limit + 1,
    isSeen: isSeenSql(ctx, Prisma.sql`a.member_id`),
  });
  const { data, nextCursor } = pageOf(rows, limit, ({ memberId }) => [memberId]);
  const people = await viewMembers(
    ctx,
    data.map(({ memberId }) => memberId),
  );
  const shown = data.map((row) => ({
    ...row,
    name: people.get(row.memberId)?.name ?? "",
    ...(isManager ? {} : { ticket: null, score: null, wonPlace: null }),
  }));
  return { data: shown, nextCursor };
}
