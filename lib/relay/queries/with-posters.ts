import "server-only";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import type { BareTask } from "../select-tasks-sql";
import type { RelayTask } from "../types";

/** Tasks with the name of whoever has each, as the actor may see it (P12). */
export async function withPosters(ctx: TenantContext, tasks: readonly BareTask[]): Promise<RelayTask[]> {
  const own = ownMemberId(ctx.actor);
  const people = await viewMembers(
    ctx,
    tasks.flatMap(({ assigneeId }) => assigneeId ?? []),
  );
  return tasks.map(({ assigneeId, ...task }) => {
    const person = assigneeId === null ? undefined : people.get(assigneeId);
    return {
      ...task,
      assignee: person ? { memberId: person.id, name: person.name } : null,
      isMine: assigneeId !== null && assigneeId === own,
    };
  });
}
