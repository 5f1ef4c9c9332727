import { z } from "zod";
import { roleField } from "@/lib/communities/schema";
import { createMemberInput } from "@/lib/members/schema";
import { SEAT_ACTIONS } from "./types";

const MOST_ROWS = 25_000;
const LONGEST_ID = 100;

/** One item of `members`: as `POST /members`, with the role in the place. */
export const bulkItem = createMemberInput.extend({ role: roleField.default("member") });
export type BulkItem = z.output<typeof bulkItem>;

/** Known people by id, or people as they come; one of the two. Each row stands for itself, a malformed one too. */
export const bulkBody = z
  .strictObject({
    memberIds: z
      .array(z.unknown())
      .max(MOST_ROWS)
      .meta({ description: "Ids of members; what is no id is refused alone" })
      .transform((ids) => ids.map((id) => (typeof id === "string" ? id.slice(0, LONGEST_ID) : "")))
      .optional(),
    members: z.array(z.unknown()).max(MOST_ROWS).optional().meta({
      description:
        "Items as the body of POST /members, with an optional role; a malformed one is refused alone",
    }),
  })
  .refine((body) => (body.memberIds === undefined) !== (body.members === undefined), {
    error: "one_of_two",
    path: ["memberIds"],
  });
export type BulkBody = z.output<typeof bulkBody>;

export const bulkAnswer = z
  .object({
    added: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    refused: z.array(z.object({ index: z.int(), code: z.string() })),
  })
  .meta({ id: "BulkAnswer" });

// Each pair is a change of its own, under the locks of its room.
const MOST_PAIRS = 2_000;

/** Several people in several rooms. */
export const bulkChangeFields = z
  .strictObject({
    action: z.enum(SEAT_ACTIONS),
    groupIds: z.array(z.uuid()).min(1, { error: "choose_some" }).max(MOST_PAIRS),
    memberIds: z.array(z.uuid()).min(1, { error: "nobody_chosen" }).max(MOST_PAIRS),
  })
  .refine(({ groupIds, memberIds }) => groupIds.length * memberIds.length <= MOST_PAIRS, {
    error: "too_many_at_once",
    path: ["memberIds"],
    params: { maximum: MOST_PAIRS },
  });

export const bulkChangeAnswer = z
  .object({
    done: z.int(),
    unchanged: z.int(),
    refused: z.int(),
    rows: z.array(
      z.object({
        groupId: z.uuid(),
        memberId: z.uuid(),
        outcome: z.enum(["done", "unchanged", "refused"]),
        code: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "BulkChangeAnswer" });
