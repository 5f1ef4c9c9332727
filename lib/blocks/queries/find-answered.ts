import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { choicesOf, WON } from "../rules";
import type { Answered } from "../types";
import { findBlock } from "./find-block";

type Asked = { answered?: string; choice?: string; hasNot?: string };

/** Whom a follow-up asks for by its address: a block whose answers the actor sees, and a choice of it, if it is one; else null. */
export async function findAnswered(ctx: TenantContext, asked: Asked): Promise<Answered | null> {
  const { answered: blockId = "", choice = "", hasNot } = asked;
  try {
    const { block, communityIds, isManager } = await findBlock(ctx, blockId);
    if (!isManager) return null;
    const choices = [...choicesOf(block.content), WON].filter((known) => known === choice);
    return { blockId, content: block.content, communityIds, choices, hasNot: hasNot === "1" };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
