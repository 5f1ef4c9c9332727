import { getConversation } from "@/lib/inbox/queries/get-conversation";
import { countViews, listConversations } from "@/lib/inbox/queries/list-conversations";
import { listEntryRows } from "@/lib/inbox/queries/list-entries";
import type { TenantContext } from "@/lib/platform/context";
import type { Ratio } from "../../scripts/bench";
import { asOwner } from "../support/as-owner";
import { withBenchDatabase } from "../support/bench-database";
import { interleave } from "../support/interleave";
import { aCommunity, people } from "../support/village-rooms";
import { aTenant } from "../support/world";

const FEW = 50;
const MANY = 50_000;
const ENTRIES = 4;
const PAGE = 50;
const FAR_PAGE = 400;
const ROUNDS = 9;
const OPENINGS = 20;

/**
 * Opening the inbox with 50,000 conversations against one with 50: the first page of the open ones, which is full in both, the
 * counts of all views, and one conversation with what was said in it; for the owner, and for an agent who is held to a community.
 * And page 400 of the list against page 1.
 */
export async function measure(): Promise<Ratio[]> {
  return await withBenchDatabase(async (ownerUrl) => {
    const few = await anInbox(FEW);
    const many = await anInbox(MANY);
    await asOwner(ownerUrl, "VACUUM ANALYZE");
    return [
      await opening("owner", many.owner, few.owner),
      await opening("agent", many.agent, few.agent),
      await farPage(many.owner),
    ];
  });
}

async function anInbox(count: number): Promise<{ owner: TenantContext; agent: TenantContext }> {
  const tenant = await aTenant();
  const owner = { ...tenant.as("owner"), now: new Date() };
  const { id: communityId } = await aCommunity(owner);
  const ids: string[] = [];
  for (let made = 0; made < count; made += 10_000)
    ids.push(...(await people(owner, communityId, Math.min(10_000, count - made))));
  const { staffId } = tenant.staff.agent;
  await owner.db.staffGrant.createMany({ data: [{ staffId, communityId }] });
  // Of ten, six are open, two of them the owner's; one is put aside; of the open every third waits too long. Of few all are open.
  await owner.db.$executeRaw`
    INSERT INTO inbox_conversations (id, member_id, channel, status, snoozed_until, assignee_id, moved_at, last_position,
      waiting_since, reply_due_at, created_at)
    SELECT new_id(), id, 'portal', CASE WHEN n % 10 < 6 OR ${count <= FEW} THEN 'open' WHEN n % 10 = 6 THEN 'snoozed' ELSE 'closed' END,
      CASE WHEN n % 10 = 6 AND ${count > FEW} THEN now() + interval '1 day' END,
      CASE WHEN n % 10 IN (1, 2) THEN ${tenant.staff.owner.staffId}::uuid WHEN n % 10 = 3 THEN ${staffId}::uuid END,
      date_trunc('milliseconds', now()) - n * interval '1 minute', ${ENTRIES}::int,
      CASE WHEN n % 10 < 6 AND n % 3 = 0 THEN now() - n * interval '1 minute' END,
      CASE WHEN n % 10 < 6 AND n % 3 = 0 THEN now() - n * interval '1 second' END, now()
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS x (id, n)`;
  await owner.db.$executeRaw`
    INSERT INTO inbox_messages (id, conversation_id, position, kind, body)
    SELECT new_id(), c.id, p, CASE WHEN p % 2 = 0 THEN 'out' ELSE 'in' END, 'Que horas abre no domingo?'
    FROM inbox_conversations c CROSS JOIN generate_series(1, ${ENTRIES}::int) p WHERE c.tenant_id = current_tenant()`;
  return { owner, agent: { ...tenant.as("agent", [communityId]), now: new Date() } };
}

async function opening(who: string, many: TenantContext, few: TenantContext): Promise<Ratio> {
  const { oursMs, limitMs, ratio } = await interleave(
    ROUNDS,
    () => openAll(many),
    () => openAll(few),
  );
  return {
    name: `opening the inbox, ${MANY.toLocaleString("en")} conversations, ${who}`,
    ratio,
    bound: 1.5,
    detail: `${(oursMs / OPENINGS).toFixed(1)} ms against ${(limitMs / OPENINGS).toFixed(1)} ms with ${FEW}`,
  };
}

async function openAll(ctx: TenantContext): Promise<void> {
  for (let turn = 0; turn < OPENINGS; turn++) {
    const open = listConversations(ctx, { view: "open" }, { limit: PAGE });
    const [page] = await Promise.all([open, countViews(ctx)]);
    const [first] = page.data;
    if (page.data.length < PAGE || !first) throw new Error("a page is not full");
    await Promise.all([getConversation(ctx, first.id), listEntryRows(ctx, first.id, { limit: PAGE })]);
  }
}

async function farPage(ctx: TenantContext): Promise<Ratio> {
  let cursor: string | undefined;
  for (let walked = 0; walked < ((FAR_PAGE - 1) * PAGE) / 200; walked++)
    cursor = (await listConversations(ctx, { view: "open" }, { limit: 200, cursor })).nextCursor ?? undefined;
  const read = async (from?: string) => {
    for (let turn = 0; turn < OPENINGS; turn++) {
      const page = await listConversations(ctx, { view: "open" }, { limit: PAGE, cursor: from });
      if (page.data.length !== PAGE) throw new Error(`a page has ${page.data.length} conversations`);
    }
  };
  const { oursMs, limitMs, ratio } = await interleave(
    ROUNDS,
    () => read(cursor),
    () => read(),
  );
  const each = (ms: number) => `${(ms / OPENINGS).toFixed(2)} ms`;
  return {
    name: `page ${FAR_PAGE} of the inbox`,
    ratio,
    bound: 1.5,
    detail: `${each(oursMs)} against ${each(limitMs)} of page 1`,
  };
}
