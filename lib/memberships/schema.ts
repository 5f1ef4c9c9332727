import { z } from "zod";
import { roleField } from "@/lib/communities/schema";

/** One person in a community or, with a group, in a room of it. */
export const membershipReference = z.object({
  communityId: z.uuid(),
  groupId: z.uuid().optional(),
  memberId: z.uuid(),
});
export const roleForm = membershipReference.extend({ role: roleField });
export const addMembersForm = z.object({
  communityId: z.uuid(),
  groupId: z.uuid().optional(),
  memberIds: z.array(z.uuid()).min(1, { error: "nobody_chosen" }).max(200),
});

const noGroup = z
  .union([z.uuid(), z.literal("")])
  .default("")
  .transform((id) => id || null);
/** Who takes over a place; an empty `memberId` is nobody. */
export const successorForm = z.object({ communityId: z.uuid(), groupId: noGroup, memberId: noGroup });
export const memberIdForm = z.object({ memberId: z.uuid() });

const MOST_MUTES = 500;
/** The rooms that somebody does not want to hear of. */
export const mutesInput = z.strictObject({ groupIds: z.array(z.uuid()).max(MOST_MUTES) });
