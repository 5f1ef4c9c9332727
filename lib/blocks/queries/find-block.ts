import "server-only";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { canViewSending } from "@/lib/delivery/policy";
import { listAdministeredCommunityIds } from "@/lib/delivery/queries/list-administered";
import type { TenantContext } from "@/lib/platform/context";
import { isId } from "@/lib/shared/ids";
import { notFound, Refusal } from "@/lib/shared/refusal";
import type { BlockKind } from "../block-rules";
import { isShownTo } from "../block-sql";
import type { BlockContent } from "../schema";
import type { Block } from "../types";

export const blockColumns = {
  id: true,
  announcementId: true,
  kind: true,
  content: true,
  openedAt: true,
  closesAt: true,
  closedAt: true,
  startsAt: true,
  endsAt: true,
  drawnAt: true,
} as const;

type Row = Omit<Block, "kind" | "content"> & { kind: string; content: unknown };

export function toBlock(row: Row): Block {
  return { ...row, kind: row.kind as BlockKind, content: row.content as BlockContent };
}

export type FoundBlock = { block: Block; communityIds: string[]; isManager: boolean };

/**
 * A block for an actor who may know of it: staff and admins who see how the sending went, and the members who got it.
 * `isManager`: the former, to whom counts are shown as they are.
 * @throws Refusal `not_found`
 */
export async function findBlock(ctx: TenantContext, id: string): Promise<FoundBlock> {
  const found = await lookUp(ctx, id);
  if (!found) throw notFound();
  return found;
}

/** Whether the actor sees how the sending of a block went. */
export async function managesBlock(ctx: TenantContext, id: string): Promise<boolean> {
  return (await lookUp(ctx, id))?.isManager ?? false;
}

async function lookUp(ctx: TenantContext, id: string): Promise<FoundBlock | null> {
  const row = isId(id)
    ? await ctx.db.block.findFirst({ where: { id }, select: { ...blockColumns, communityIds: true } })
    : null;
  if (!row) return null;
  const { communityIds, ...columns } = row;
  const administered = await listAdministeredCommunityIds(ctx);
  const isManager = canViewSending(ctx.actor, communityIds, administered).ok;
  if (!isManager && !(await isRecipient(ctx, id))) return null;
  return { block: toBlock(columns), communityIds, isManager };
}

export type Received = FoundBlock & { memberId: string };

/** A block for one who may answer it: whose own member record got it. @throws Refusal `not_found`, `not_allowed` */
export async function requireReceived(ctx: TenantContext, id: string): Promise<Received> {
  const found = await findBlock(ctx, id);
  const memberId = ownMemberId(ctx.actor);
  if (memberId === null || !(await hasReceived(ctx, found))) throw new Refusal("not_allowed");
  return { ...found, memberId };
}

/** Whether the actor's own member record got what they found: whoever does not look after it sees it for no other reason. */
export async function hasReceived(ctx: TenantContext, { block, isManager }: FoundBlock): Promise<boolean> {
  return !isManager || (await isRecipient(ctx, block.id));
}

async function isRecipient(ctx: TenantContext, blockId: string): Promise<boolean> {
  const memberId = ownMemberId(ctx.actor);
  return memberId !== null && (await isShownTo(ctx.db, blockId, memberId));
}
