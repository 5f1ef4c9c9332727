import { z } from "zod";
import { proofFields } from "@/lib/accounts/schema";

export const proposeInput = z.object({ staffId: z.uuid(), ...proofFields });
export const transferIdInput = z.object({ transferId: z.uuid() });
export const deletionForm = z.object({ typedName: z.string().max(1_000) });
