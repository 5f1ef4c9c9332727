import "server-only";
import { z } from "zod";
import { reachFor, roomNames } from "@/lib/members/queries/explain-visibility";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { GrantingRule } from "@/lib/members/visibility/policy";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import {
  countSight,
  countSightChanges,
  hadPhone,
  type Instant,
  pageOfSight,
  pageOfSightChanges,
  type SightOf,
  type SightRow,
} from "../sight-sql";
import type { Sight, SightChange, SightSummary, SightViewer } from "../types";
import { staffNamesOf } from "./staff-names";

export type SightQuestion = { memberId: string; sight: Sight; at: Instant };

const place = z.tuple([z.int().min(0).max(1_000_000)]);

/**
 * How many people see somebody, or saw them at an instant, by rule and room (P15): asked by the person, by owner and
 * admin, and by admins of a community as far as it goes.
 * @throws Refusal `not_allowed`, `not_found`
 */
export async function summarizeSight(ctx: TenantContext, question: SightQuestion): Promise<SightSummary> {
  const of = await sightOf(ctx, question);
  const [{ total, counts }, phone] = await Promise.all([
    countSight(ctx.db, of),
    hadPhone(ctx.db, question.memberId, question.at),
  ]);
  const names = await roomNames(
    ctx,
    counts.map(({ roomId }) => roomId),
  );
  return {
    total,
    hadPhone: phone,
    counts: counts.map(({ rule, roomId, people }) => ({
      rule: rule as GrantingRule,
      roomId,
      roomName: roomId && (names.get(roomId) ?? null),
      people,
    })),
  };
}

/**
 * Who they are, members first, each with the rules and rooms that let them see. Whoever the asker may not know has no id
 * and no name here (P12). @throws Refusal as `summarizeSight`, and `invalid_cursor`
 */
export async function listViewers(
  ctx: TenantContext,
  question: SightQuestion,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<SightViewer>> {
  const of = await sightOf(ctx, question);
  const offset = offsetOf(page.cursor);
  const rows = await pageOfSight(ctx.db, of, { offset, limit: page.limit + 1 });
  const { data, nextCursor } = pageOf(rows, page.limit, () => [offset + page.limit]);
  return { data: await named(ctx, data), nextCursor };
}

export type SightSpan = Omit<SightQuestion, "at"> & { from: Instant; to: Instant };

/** How many gained and lost the sight of somebody between two instants. @throws Refusal as `summarizeSight` */
export async function summarizeSightChanges(ctx: TenantContext, { from, to, ...question }: SightSpan) {
  const of = await sightOf(ctx, { ...question, at: from });
  return countSightChanges(ctx.db, of, { from, to });
}

/** Who gained and who lost the sight of somebody, and why. @throws Refusal as `listViewers` */
export async function listSightChanges(
  ctx: TenantContext,
  { from, to, ...question }: SightSpan,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<SightChange>> {
  const of = await sightOf(ctx, { ...question, at: from });
  const offset = offsetOf(page.cursor);
  const rows = await pageOfSightChanges(ctx.db, of, { from, to, offset, limit: page.limit + 1 });
  const { data, nextCursor } = pageOf(rows, page.limit, () => [offset + page.limit]);
  const views = await named(ctx, data);
  const changes = data.map(({ change }) => change);
  return {
    data: views.map((view, index) => ({ ...view, change: changes[index] ?? "gained" })),
    nextCursor,
  };
}

async function sightOf(ctx: TenantContext, { memberId, sight, at }: SightQuestion): Promise<SightOf> {
  const known = isId(memberId) && (await ctx.db.member.count({ where: { id: memberId } })) > 0;
  if (!known) throw notFound();
  return { memberId, sight, at, reach: await reachFor(ctx, memberId) };
}

function offsetOf(cursor: string | undefined): number {
  return cursor === undefined ? 0 : Number(decodeCursor(cursor, place)[0]);
}

async function named(ctx: TenantContext, rows: readonly SightRow[]): Promise<SightViewer[]> {
  const idsOf = (kind: SightRow["kind"]) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  const [people, staff, rooms] = await Promise.all([
    viewMembers(ctx, idsOf("member")),
    staffNamesOf(ctx, idsOf("staff")),
    roomNames(
      ctx,
      rows.flatMap(({ reasons }) => reasons.map(({ roomId }) => roomId)),
    ),
  ]);
  return rows.map(({ kind, id, role, phone, reasons }) => {
    const name = (kind === "member" ? people.get(id)?.name : staff.get(id)) ?? null;
    return {
      kind,
      id: name === null ? null : id,
      name,
      role,
      phone,
      reasons: reasons.map(({ rule, roomId }) => ({
        rule: rule as GrantingRule,
        roomId,
        roomName: roomId && (rooms.get(roomId) ?? null),
      })),
    };
  });
}
