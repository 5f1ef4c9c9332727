export const PRESENCES = ["viewing", "typing", "gone"] as const;
/** What somebody of the team does in a conversation right now. Nothing of it is kept (C1). */
export type Presence = (typeof PRESENCES)[number];
