export const BLOCK_KINDS = ["poll", "event", "giveaway", "feedback", "button"] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];
