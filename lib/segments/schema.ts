import { z } from "zod";
import { CONSENT_CHANNELS, CONSENT_PURPOSES } from "@/lib/consent/types";
import { cleanName, cleanText } from "@/lib/shared/text";
import { CONTACTS, FIELD_TESTS } from "./types";

/** What somebody typed, without what no text in the database may hold. */
const text = (most: number) => z.string().max(most).transform(cleanText).pipe(z.string().min(1));
const tags = z.array(text(200)).max(50);
const ids = z.array(z.uuid()).max(50);
const day = z.iso.date();

const fieldTest = z
  .strictObject({
    key: text(200),
    test: z.enum(FIELD_TESTS),
    value: z
      .union([z.string().max(1_000).transform(cleanText).pipe(z.string()), z.number(), z.boolean()])
      .optional(),
  })
  .superRefine(({ test, value }, issues) => {
    if (value === undefined && test !== "is_set" && test !== "is_not_set")
      issues.addIssue({ code: "custom", message: "required", path: ["value"] });
  });

/**
 * The filter of a segment: people for whom all of it holds. `q`, `tag`, `communityId` and `groupId` are those of the list of
 * members; a filter that asks nothing has everybody.
 */
export const segmentFilter = z.strictObject({
  version: z.literal(1).default(1),
  /** Part of a name, a phone, an address, or the beginning of a tag. */
  q: text(200).optional(),
  tag: text(200).optional(),
  communityId: z.uuid().optional(),
  groupId: z.uuid().optional(),
  tagsAll: tags.optional(),
  tagsAny: tags.optional(),
  tagsNone: tags.optional(),
  communityIds: ids.optional().meta({ description: "In one of them at least" }),
  notCommunityIds: ids.optional(),
  groupIds: ids.optional().meta({ description: "In one of them at least" }),
  notGroupIds: ids.optional(),
  role: z.enum(["admin", "member"]).optional().meta({ description: "In a community" }),
  addedAfter: day.optional().meta({ description: "On or after this day, UTC" }),
  addedBefore: day.optional().meta({ description: "Before this day, UTC" }),
  addedWithinDays: z.int().min(1).max(3_650).optional(),
  locale: text(35).optional(),
  has: z.array(z.enum(CONTACTS)).max(3).optional(),
  lacks: z.array(z.enum(CONTACTS)).max(3).optional(),
  consent: z
    .strictObject({
      channel: z.enum(CONSENT_CHANNELS),
      purpose: z.enum(CONSENT_PURPOSES),
      said: z.enum(["yes", "no", "nothing"]),
    })
    .optional(),
  fields: z.array(fieldTest).max(20).optional(),
});
export type SegmentFilter = z.output<typeof segmentFilter>;
export type FieldTest = NonNullable<SegmentFilter["fields"]>[number];

const name = z.string().max(2_200).transform(cleanName).pipe(z.string().min(1));

/** What a form or the API sends to save a segment. */
export const createSegmentInput = z.strictObject({ name, filter: segmentFilter });
export type CreateSegmentInput = z.output<typeof createSegmentInput>;

export const updateSegmentInput = createSegmentInput.partial();
export type UpdateSegmentInput = z.output<typeof updateSegmentInput>;
