import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { readTags } from "@/lib/members/profile-rules";
import { selectedMembersSql } from "@/lib/members/queries/select-members";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { refreshStatistics } from "@/lib/platform/db/refresh-statistics";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { filterOfList } from "@/lib/segments/queries/list-filtered-members";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { type FieldIssue, invalidInput, Refusal } from "@/lib/shared/refusal";
import { freezePeople } from "../bulk-acts-sql";
import { runBulkActName } from "../job-names";
import { canActInBulk } from "../policy";
import { MOST_ROWS, rowsOf } from "../rules";
import type { Selection, StartBulkActInput } from "../schema";

/**
 * Starts an act on many people. Whom it is for is asked at this moment, of the people whom the actor may see, and frozen; it
 * goes on only when they are as many as was confirmed. A job does it.
 * @returns the id of the act
 * @throws Refusal `not_allowed`, `confirmation_required` naming the number, `invalid_input`: nobody, too many rows, places that
 *   do not exist
 */
export async function startBulkAct(ctx: TenantContext, input: StartBulkActInput): Promise<{ id: string }> {
  authorize(canActInBulk(ctx.actor));
  const places = { communityIds: unique(input.communityIds), groupIds: unique(input.groupIds) };
  const tags = readTags(input.tags);
  await checkPlaces(ctx, places);
  const selected = await selectedMembersSql(ctx, await filterOf(ctx, input.selection));
  const started = await inTransaction(ctx, async (tx) => {
    const id = newId();
    const { action } = input;
    const createdBy = tx.actor.kind === "staff" ? tx.actor.staffId : null;
    await tx.db.bulkAct.create({
      data: { id, action, ...places, tags, createdBy, createdAt: tx.now },
      select: { id: true },
    });
    const people = await freezePeople(tx.db, id, selected);
    checkCount({ people, ...places }, input.confirmPeople);
    await tx.db.bulkAct.updateMany({ where: { id }, data: { peopleCount: people } });
    await recordAudit(tx, {
      action: "bulk_act.started",
      subjectKind: "bulk_act",
      subjectId: id,
      details: { action, people, ...places, tags: tags.length },
    });
    await enqueue(tx.db, runBulkActName, { actId: id }, { key: `bulk_act:${id}` });
    return { id, people };
  });
  await refreshStatistics(ctx.db, started.people);
  return { id: started.id };
}

function filterOf(ctx: TenantContext, { memberIds, filter }: Selection) {
  return memberIds ? { ids: unique(memberIds) } : filterOfList(ctx, filter ?? {});
}

function checkCount(act: { people: number; communityIds: string[]; groupIds: string[] }, confirmed: number) {
  const { people } = act;
  if (people === 0) throw invalidInput({ path: "selection", code: "nobody_chosen" });
  if (rowsOf(act) > MOST_ROWS)
    throw invalidInput({ path: "groupIds", code: "too_many_rows", params: { maximum: MOST_ROWS } });
  if (people !== confirmed)
    throw new Refusal("confirmation_required", { people }, [
      { path: "confirmPeople", code: "confirm_selection", params: { people } },
    ]);
}

async function checkPlaces(
  ctx: TenantContext,
  { communityIds, groupIds }: { communityIds: string[]; groupIds: string[] },
): Promise<void> {
  const select = { id: true } as const;
  const [communities, groups] = await Promise.all([
    ctx.db.community.findMany({ where: { id: { in: communityIds } }, select }),
    ctx.db.group.findMany({ where: { id: { in: groupIds } }, select }),
  ]);
  const known = new Set([...communities, ...groups].map(({ id }) => id));
  const missing = (name: string, ids: string[]): FieldIssue[] =>
    ids.flatMap((id, index) => (known.has(id) ? [] : [{ path: `${name}.${index}`, code: "unknown_id" }]));
  const issues = [...missing("communityIds", communityIds), ...missing("groupIds", groupIds)];
  if (issues.length > 0) throw invalidInput(...issues);
}

const unique = (ids: readonly string[]) => [...new Set(ids)];
