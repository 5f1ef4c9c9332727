import { z } from "zod";

/** At the end of a giveaway's entries; a block that is closed already stays as it is. */
export const closeBlockJob = { name: "close_block", payload: z.object({ blockId: z.uuid() }) };
