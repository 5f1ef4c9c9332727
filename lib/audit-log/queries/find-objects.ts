import "server-only";
import { headlineOf } from "@/lib/announcements/format/headline";
import type { AuditSubject } from "@/lib/audit/types";
import { listMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { foldForSearch } from "@/lib/shared/text";
import { canViewAudit } from "../policy";
import type { AuditObject } from "../types";

type Named = { id: string; name: string };

const MOST_OF_A_KIND = 8;
/** Of announcements the newest are looked through: older ones are followed from their own page. */
const NEWEST_ANNOUNCEMENTS = 500;

const newestFirst = { select: { id: true, name: true }, orderBy: { id: "desc" } } as const;

/** What there is to choose from, by kind. */
const LISTS: Partial<Record<AuditSubject, (ctx: TenantContext, text: string) => Promise<Named[]>>> = {
  member: async (ctx, q) => (await listMembers(ctx, { q }, { limit: MOST_OF_A_KIND })).data,
  community: async ({ db }, text) => matching(await db.community.findMany(newestFirst), text),
  group: async ({ db }, text) => matching(await db.group.findMany(newestFirst), text),
  segment: async ({ db }, text) => matching(await db.segment.findMany(newestFirst), text),
  api_key: async ({ db }, text) => matching(await db.apiKey.findMany(newestFirst), text),
  announcement: async ({ db }, text) => {
    const select = { id: true, body: true };
    const rows = await db.announcement.findMany({
      select,
      orderBy: { id: "desc" },
      take: NEWEST_ANNOUNCEMENTS,
    });
    return matching(
      rows.map(({ id, body }) => ({ id, name: headlineOf(body) })),
      text,
    );
  },
  staff: async ({ db }, text) => {
    const staff = await db.staff.findMany({ select: { id: true, userId: true } });
    const users = await db.user.findMany({
      where: { id: { in: staff.map(({ userId }) => userId) } },
      select: { id: true, name: true, email: true },
    });
    const people = staff.map(({ id, userId }) => {
      const user = users.find((each) => each.id === userId);
      return { id, name: user?.name || user?.email || "" };
    });
    return matching(people, text);
  },
};

/**
 * Objects whose name has a text in it, accents and case aside, some of each kind: to choose whose history to read.
 * @throws Refusal `not_allowed`
 */
export async function findObjects(
  ctx: TenantContext,
  { text, kind }: { text: string; kind?: AuditSubject | undefined },
): Promise<AuditObject[]> {
  authorize(canViewAudit(ctx.actor));
  const kinds = (Object.keys(LISTS) as AuditSubject[]).filter((each) => kind === undefined || each === kind);
  const found = await Promise.all(
    kinds.map(async (each) => {
      const rows = (await LISTS[each]?.(ctx, text)) ?? [];
      return rows.map(({ id, name }) => ({ id, name, kind: each }));
    }),
  );
  return found.flat();
}

function matching(rows: readonly Named[], text: string): Named[] {
  const wanted = foldForSearch(text);
  return rows.filter(({ name }) => foldForSearch(name).includes(wanted)).slice(0, MOST_OF_A_KIND);
}
