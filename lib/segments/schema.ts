import { z } from "zod";
import { cleanName } from "@/lib/shared/text";
import { segmentFilter } from "./filter-schema";

const name = z.string().max(2_200).transform(cleanName).pipe(z.string().min(1));

/** What a form or the API sends to save a segment. */
export const createSegmentInput = z.strictObject({ name, filter: segmentFilter });
export type CreateSegmentInput = z.output<typeof createSegmentInput>;

export const updateSegmentInput = createSegmentInput.partial();
export type UpdateSegmentInput = z.output<typeof updateSegmentInput>;
