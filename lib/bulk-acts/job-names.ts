import { z } from "zod";

/** Works a bulk act off. */
export const runBulkActName = { name: "run_bulk_act", payload: z.object({ actId: z.uuid() }) };
