import { z } from "zod";

/** The record that goes into the one of the address. */
export const mergeFields = z.strictObject({ memberId: z.uuid() });
export const mergeForm = z.object({ intoId: z.uuid(), memberId: z.uuid() });
export const undoForm = z.object({ mergeId: z.uuid() });
