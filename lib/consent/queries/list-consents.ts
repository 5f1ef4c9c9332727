import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { canReadConsents } from "../policy";
import type { ConsentChannel, ConsentEntry, ConsentPurpose } from "../types";

const place = z.tuple([z.iso.datetime(), z.string().refine(isId)]);

/** A person's ledger, newest first. @throws Refusal `not_allowed`, `invalid_cursor`. */
export async function listConsents(
  ctx: TenantContext,
  memberId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<ConsentEntry>> {
  authorize(canReadConsents(ctx.actor, memberId));
  const [at, id] = page.cursor === undefined ? [] : decodeCursor(page.cursor, place);
  const older =
    at === undefined || id === undefined
      ? {}
      : { OR: [{ at: { lt: new Date(at) } }, { at: new Date(at), id: { lt: String(id) } }] };
  const rows = await ctx.db.consent.findMany({
    where: { memberId, ...older },
    select: {
      id: true,
      channel: true,
      purpose: true,
      granted: true,
      wordingVersion: true,
      source: true,
      at: true,
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: page.limit + 1,
  });
  const { data, nextCursor } = pageOf(rows, page.limit, (row) => [row.at.toISOString(), row.id]);
  return { data: data.map(entryOf), nextCursor };
}

type Row = Omit<ConsentEntry, "channel" | "purpose" | "at"> & { channel: string; purpose: string; at: Date };

function entryOf({ channel, purpose, granted, wordingVersion, source, at }: Row): ConsentEntry {
  return {
    channel: channel as ConsentChannel,
    purpose: purpose as ConsentPurpose,
    granted,
    wordingVersion,
    source,
    at: at.toISOString(),
  };
}
