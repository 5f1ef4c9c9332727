import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { invalidInput } from "@/lib/shared/refusal";
import { namesInRoom } from "../mentions-sql";
import { withMarks } from "../rules";

/**
 * A body with marks in place of the names of those whom it calls, all of them in the room: who is not there is as unknown as
 * nobody (P12).
 * @throws Refusal `invalid_input` with `unknown_id` at `mentions`
 */
export async function readMentions(
  ctx: TenantContext,
  {
    groupId,
    body,
    mentions = [],
  }: { groupId: string; body: string; mentions?: readonly string[] | undefined },
): Promise<{ body: string; mentions: string[] }> {
  if (mentions.length === 0) return { body, mentions: [] };
  const people = await namesInRoom(ctx.db, groupId, mentions);
  const known = new Set(people.map(({ id }) => id));
  const unknown = mentions.findIndex((id) => !known.has(id));
  if (unknown >= 0) throw invalidInput({ path: `mentions.${unknown}`, code: "unknown_id" });
  return withMarks(body, people);
}
