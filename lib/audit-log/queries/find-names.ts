import "server-only";
import { headlineOf } from "@/lib/announcements/format/headline";
import type { AuditValues } from "@/lib/audit/types";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { canViewAudit } from "../policy";

type Row = {
  actorId: string | null;
  actorUserId: string | null;
  subjectId: string | null;
  details: unknown;
  before: unknown;
  after: unknown;
};

/** The names of now by id; what is not in it is gone. */
export type Names = ReadonlyMap<string, string>;

const named = { id: true, name: true } as const;

/** Looks up the names of all that some events mention: one statement per kind of thing. */
export async function findNames({ db }: TenantContext, rows: readonly Row[]): Promise<Names> {
  const ids = [...new Set(rows.flatMap(idsIn))];
  const where = { id: { in: ids } };
  const [staff, announcements, ...things] = await Promise.all([
    db.staff.findMany({ where, select: { id: true, userId: true } }),
    db.announcement.findMany({ where, select: { id: true, body: true } }),
    db.member.findMany({ where, select: named }),
    db.community.findMany({ where, select: named }),
    db.group.findMany({ where, select: named }),
    db.apiKey.findMany({ where, select: named }),
    db.segment.findMany({ where, select: named }),
  ]);
  const users = await db.user.findMany({
    where: { id: { in: [...ids, ...staff.map(({ userId }) => userId)] } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map([
    ...users.map(({ id, name, email }): [string, string] => [id, name || email]),
    ...announcements.map(({ id, body }): [string, string] => [id, headlineOf(body)]),
    ...things.flat().map(({ id, name }): [string, string] => [id, name]),
  ]);
  for (const { id, userId } of staff) names.set(id, names.get(userId) ?? "");
  return names;
}

/** What one object is called now; empty when it is gone. @throws Refusal `not_allowed` */
export async function getObjectName(ctx: TenantContext, id: string): Promise<string> {
  authorize(canViewAudit(ctx.actor));
  const nothing = { actorId: null, actorUserId: null, details: {}, before: null, after: null };
  return (await findNames(ctx, [{ ...nothing, subjectId: id }])).get(id) ?? "";
}

/** The names that one event mentions in its values, for those who read them. */
export function namesIn(row: Row, names: Names): Record<string, string> {
  const known = valueIds(row).flatMap((id) => {
    const name = names.get(id);
    return name ? [[id, name] as const] : [];
  });
  return Object.fromEntries(known);
}

/** Whom or what an event was done to. Who left the team has no row there any more: the details say which user it was. */
export function subjectName(row: Row, names: Names): string {
  const user = (row.details as AuditValues).userId;
  return names.get(row.subjectId ?? "") ?? names.get(typeof user === "string" ? user : "") ?? "";
}

function idsIn(row: Row): string[] {
  const own = [row.actorId, row.actorUserId, row.subjectId].filter((id) => id !== null);
  return [...own, ...valueIds(row)];
}

function valueIds({ before, after, details }: Row): string[] {
  const values = [before, after, details].flatMap((part) => Object.values((part ?? {}) as AuditValues));
  return values.flat().filter((value): value is string => typeof value === "string" && isId(value));
}
