import { z } from "zod";

/** Takes away what was kept of merges that can no longer be undone, in one tenant. */
export const forgetKeptName = { name: "merges.forget_kept", payload: z.looseObject({}) };
