/** Where a ban holds: a room with its siblings, a community, or (both null) the whole organization. */
export type BanPlace = { communityId: string | null; groupId: string | null };

/** A ban as those who manage it see it: whom it names, only where the viewer may see them (P13). */
export type Ban = BanPlace & {
  id: string;
  memberId: string | null;
  name: string | null;
  reason: string;
  createdAt: Date;
  liftedAt: Date | null;
};
