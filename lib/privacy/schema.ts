import { z } from "zod";

export const deleteMemberInput = z.object({ memberId: z.uuid() });
