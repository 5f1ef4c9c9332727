import { choiceNames } from "@/components/blocks/choice-name";
import type { Answered } from "@/lib/blocks/types";
import type { ComposerStart } from "./announcement-composer";

/** The composer's beginning for a follow-up to answers (A15): whom it is for, and the words for it. */
export async function answeredStart(answered: Answered | null): Promise<Partial<ComposerStart>> {
  if (!answered) return {};
  const { blockId, content, communityIds, choices, hasNot } = answered;
  const names = choices.map(await choiceNames(content)).join(", ");
  const [communityId] = communityIds;
  return { answered: { blockId, choices, hasNot, names }, ...(communityId ? { communityId } : {}) };
}
