import { z } from "zod";

export const proposeInput = z.object({
  staffId: z.uuid(),
  /** Proves that the owner sits there. */
  currentPassword: z.string().max(1_000),
});
export const transferIdInput = z.object({ transferId: z.uuid() });
export const deletionForm = z.object({ typedName: z.string().max(1_000) });
