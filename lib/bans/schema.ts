import { z } from "zod";
import { cleanText } from "@/lib/shared/text";

const reason = z.string().max(10_000).transform(cleanText).pipe(z.string().max(500)).default("");

/** Banning somebody from a room, a community, or, without either, the whole organization. */
export const banInput = z.strictObject({
  memberId: z.uuid(),
  communityId: z.uuid().nullable().default(null),
  groupId: z.uuid().nullable().default(null),
  reason,
});
export type BanInput = z.input<typeof banInput>;

const optionalId = z.union([z.uuid(), z.literal("").transform(() => null)]).default(null);

/** The same from a form. */
export const banForm = z.object({
  memberId: z.uuid(),
  communityId: optionalId,
  groupId: optionalId,
  reason,
});
export const banReference = z.object({ banId: z.uuid() });
