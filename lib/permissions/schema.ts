import { z } from "zod";
import { PARTIES, type Party } from "./rules";

/** `?party=` of the page of permissions; what is no role and no tie is passed over. */
export const permissionsSearch = z.object({
  party: z
    .enum(PARTIES as readonly [Party, ...Party[]])
    .optional()
    .catch(undefined),
});
