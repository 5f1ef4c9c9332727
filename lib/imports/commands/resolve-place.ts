import "server-only";
import { createGroup } from "@/lib/groups/commands/create-group";
import type { TenantContext } from "@/lib/platform/context";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { foldForSearch } from "@/lib/shared/text";
import { groupNameOf } from "../rules";
import type { ImportKind } from "../types";

export type Place = { communityId: string | null; groupId: string | null };
export type AskedPlace = { communityId?: string | null | undefined; groupId?: string | null | undefined };

/**
 * Where an import is to go; a group brings its community with it.
 * @throws Refusal `invalid_input` with `unknown_id` at the field, `read_only` when it is archived
 */
export async function resolvePlace(ctx: TenantContext, asked: AskedPlace): Promise<Place> {
  const { communityId, groupId } = asked;
  const group = groupId
    ? await ctx.db.group.findFirst({
        where: { id: groupId },
        select: { communityId: true, archivedAt: true },
      })
    : null;
  if (groupId && !group) throw invalidInput({ path: "groupId", code: "unknown_id" });
  if (group && communityId && group.communityId !== communityId)
    throw invalidInput({ path: "groupId", code: "unknown_id" });
  const wanted = group?.communityId ?? communityId ?? null;
  const community = wanted
    ? await ctx.db.community.findFirst({ where: { id: wanted }, select: { archivedAt: true } })
    : null;
  if (wanted && !community) throw invalidInput({ path: "communityId", code: "unknown_id" });
  if (group?.archivedAt || community?.archivedAt) throw new Refusal("read_only");
  return { communityId: wanted, groupId: groupId ?? null };
}

type Wanted = Place & { kind: ImportKind; dryRun: boolean; fileName: string };

/**
 * The group of an import. A chat with a community alone goes into the group of that community that is named like its file,
 * so that the same chat again finds it; where there is none it is made. A dry run makes nothing.
 * @throws Refusal `invalid_input` with `group_required` at `groupId`, and those of making a group
 */
export async function resolveRoom(tx: TenantContext, wanted: Wanted): Promise<string | null> {
  const { communityId, groupId, kind, dryRun, fileName } = wanted;
  if (groupId !== null || kind !== "whatsapp_chat") return groupId;
  if (communityId === null) {
    if (dryRun) return null;
    throw invalidInput({ path: "groupId", code: "group_required" });
  }
  const name = groupNameOf(fileName) ?? "WhatsApp";
  const groups = await tx.db.group.findMany({
    where: { communityId, archivedAt: null },
    select: { id: true, name: true },
  });
  const known = groups.find((group) => foldForSearch(group.name) === foldForSearch(name));
  if (known || dryRun) return known?.id ?? null;
  return (await createGroup(tx, { communityId, name })).id;
}
