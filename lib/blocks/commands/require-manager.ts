import "server-only";
import { listAdministeredCommunityIds } from "@/lib/delivery/queries/list-administered";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canManageBlock } from "../policy";
import { findBlock } from "../queries/find-block";
import type { Block } from "../types";

/** The block, for an actor who may close it and draw. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function requireManager(ctx: TenantContext, id: string): Promise<Block> {
  const { block, communityIds } = await findBlock(ctx, id);
  authorize(canManageBlock(ctx.actor, communityIds, await listAdministeredCommunityIds(ctx)));
  return block;
}
