import { z } from "zod";

export const eraseMemberInput = z.object({ memberId: z.uuid() });
