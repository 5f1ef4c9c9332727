import { notFound } from "next/navigation";
import { z } from "zod";
import { requireStaff, type StaffContext } from "@/lib/accounts/load-context";
import { canManageInbox, canUseInbox } from "@/lib/inbox/policy";
import { listAssignees } from "@/lib/inbox/queries/list-assignees";
import { countViews, listConversations } from "@/lib/inbox/queries/list-conversations";
import { listLabels } from "@/lib/inbox/queries/list-kept-words";
import { INBOX_VIEWS, type InboxView } from "@/lib/inbox/rules";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTenant } from "@/lib/tenants/queries/find-tenant";

const PAGE_SIZE = 50;

// What an address may ask for; anything else is passed over.
const search = z.object({
  view: z.enum(INBOX_VIEWS).catch("open").default("open"),
  label: z.uuid().optional().catch(undefined),
  cursor: z.string().max(500).optional().catch(undefined),
});
export type InboxChoice = { view: InboxView; label?: string | undefined; cursor?: string | undefined };

/** The list of the inbox as its address asks for it, for both of its pages. */
export async function loadList(slug: string, asked: object) {
  const { cursor, ...chosen } = search.parse(asked);
  const ctx: StaffContext = await requireStaff(slug);
  if (!canUseInbox(ctx.actor).ok) notFound();
  const filter = { view: chosen.view, labelId: chosen.label };
  const [tenant, page, counts, labels, assignees] = await Promise.all([
    findTenant(ctx),
    pageOr404(listConversations(ctx, filter, { limit: PAGE_SIZE, cursor })),
    countViews(ctx),
    listLabels(ctx),
    listAssignees(ctx),
  ]);
  const list = {
    slug,
    zone: tenant.timezone,
    now: ctx.now,
    page,
    chosen: { ...chosen, cursor },
    counts,
    labels,
    assignees,
  };
  return { ctx, tenant, list, mayManage: canManageInbox(ctx.actor).ok };
}
