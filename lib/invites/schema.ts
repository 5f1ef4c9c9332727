import { z } from "zod";

/** Making an invite (H7): without a room, whoever joins chooses among the open ones. */
export const createInviteInput = z.strictObject({
  communityId: z.uuid(),
  groupId: z.uuid().nullable().default(null),
  expiresAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .nullable()
    .default(null),
  maxUses: z.int().min(1).max(1_000_000).nullable().default(null),
  approval: z.boolean().default(false),
});
export type CreateInviteInput = z.input<typeof createInviteInput>;
