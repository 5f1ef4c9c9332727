import "server-only";
import { ownMemberId } from "@/lib/communities/actor-rules";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import type { Standing } from "@/lib/tenants/policy";
import { canRelay } from "../policy";
import { type BareTask, selectTask } from "../select-tasks-sql";
import type { RelayTask } from "../types";
import { withPosters } from "./with-posters";

/** A task for an actor who may do it. @throws Refusal `not_found`, `not_granted`, `not_allowed` */
export async function requireTask(ctx: TenantContext, id: string): Promise<BareTask> {
  const task = isId(id) ? await selectTask(ctx.db, id, ctx.now) : null;
  if (!task) throw notFound();
  authorize(canRelay(ctx.actor, await standingIn(ctx, task)));
  return task;
}

/** The same as it is shown. @throws Refusal `not_found`, `not_granted`, `not_allowed` */
export async function getTask(ctx: TenantContext, id: string): Promise<RelayTask> {
  const [task] = await withPosters(ctx, [await requireTask(ctx, id)]);
  if (!task) throw notFound();
  return task;
}

type TaskPlace = Pick<BareTask, "communityId" | "groupId">;

async function standingIn(ctx: TenantContext, { communityId, groupId }: TaskPlace): Promise<Standing> {
  const memberId = ownMemberId(ctx.actor);
  if (memberId === null) return { communityId, role: null };
  const select = { role: true } as const;
  const [inCommunity, inGroup] = await Promise.all([
    ctx.db.communityMember.findFirst({ where: { communityId, memberId }, select }),
    ctx.db.groupMember.findFirst({ where: { groupId, memberId }, select }),
  ]);
  const roleOf = (row: { role: string } | null) => row && (row.role === "admin" ? "admin" : "member");
  return { communityId, role: roleOf(inCommunity), groupRole: roleOf(inGroup) };
}
