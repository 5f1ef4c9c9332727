import { z } from "zod";

export const ownershipForm = z.object({ staffId: z.uuid() });
export const deletionForm = z.object({ typedName: z.string().max(1_000) });
