import "server-only";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { postersOf } from "../posters-sql";
import type { Poster, RelayTask } from "../types";
import { requireTask } from "./find-task";

/** To whom a task can be given: admins of its group, then of its community. @throws Refusal `not_found`, `not_granted`, `not_allowed` */
export async function listPosters(ctx: TenantContext, taskId: string): Promise<Poster[]> {
  const task = await requireTask(ctx, taskId);
  return (await listPostersOf(ctx, [task])).get(task.id) ?? [];
}

/** The same of each of some tasks that the actor was shown, as far as the actor may know of the people (P12). */
export async function listPostersOf(
  ctx: TenantContext,
  tasks: readonly Pick<RelayTask, "id">[],
): Promise<Map<string, Poster[]>> {
  const rows = await postersOf(
    ctx.db,
    tasks.map(({ id }) => id),
  );
  const people = await viewMembers(
    ctx,
    rows.map(({ memberId }) => memberId),
  );
  const posters = new Map<string, Poster[]>(tasks.map(({ id }) => [id, []]));
  for (const { taskId, memberId } of rows) {
    const person = people.get(memberId);
    if (person) posters.get(taskId)?.push({ memberId, name: person.name });
  }
  return posters;
}
