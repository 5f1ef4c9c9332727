import "server-only";
import { z } from "zod";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { canReadLedger } from "../policy";
import type { ConsentChannel, ConsentPurpose, RegisterEntry } from "../types";

export type RegisterFilter = {
  memberId?: string | undefined;
  purpose?: ConsentPurpose | undefined;
  channel?: ConsentChannel | undefined;
  granted?: boolean | undefined;
};
const place = z.tuple([z.iso.datetime(), z.string().refine(isId)]);

/** The ledger of the whole tenant, newest first, with the proof of each entry. @throws Refusal `not_allowed`, `invalid_cursor` */
export async function listRegister(
  ctx: TenantContext,
  filter: RegisterFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<RegisterEntry>> {
  authorize(canReadLedger(ctx.actor));
  const [at = "", id = ""] = page.cursor === undefined ? [] : decodeCursor(page.cursor, place).map(String);
  const last = new Date(at);
  const older =
    page.cursor === undefined ? {} : { at: { lte: last }, OR: [{ at: { lt: last } }, { id: { lt: id } }] };
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  const rows = await ctx.db.consent.findMany({
    where: { ...given, ...older },
    omit: { tenantId: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: page.limit + 1,
  });
  const { data, nextCursor } = pageOf(rows, page.limit, (row) => [row.at.toISOString(), row.id]);
  const people = await viewMembers(
    ctx,
    data.map(({ memberId }) => memberId),
  );
  const entries = data.map(({ channel, purpose, proofSalt: _, proof: __, position, origin, ...row }) => ({
    ...row,
    name: people.get(row.memberId)?.name ?? null,
    channel: channel as ConsentChannel,
    purpose: purpose as ConsentPurpose,
    origin: origin || null,
    position: position === null ? null : Number(position),
    at: row.at.toISOString(),
  }));
  return { data: entries, nextCursor };
}
