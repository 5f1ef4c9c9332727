import { z } from "zod";

/** The record that goes into the one of the address. */
export const mergeFields = z.strictObject({ memberId: z.uuid() });
export const mergeForm = z.object({ intoId: z.uuid(), memberId: z.uuid() });
export const undoForm = z.object({ mergeId: z.uuid() });

/** Two records that are, or may be, two people. */
export const coupleFields = z.strictObject({ memberIds: z.tuple([z.uuid(), z.uuid()]) });
export const coupleForm = z
  .object({ oneId: z.uuid(), otherId: z.uuid() })
  .transform(({ oneId, otherId }) => ({ memberIds: [oneId, otherId] as [string, string] }));
