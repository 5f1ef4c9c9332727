import { z } from "zod";
import { iconSchema, joinModeField } from "./schema";

/** What the API answers for a community. */
export const shownCountSchema = z
  .union([z.int().min(0), z.literal("<5")])
  .meta({ description: 'To members who do not administer, fewer than five read "<5"' });

export const communitySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    description: z.string(),
    icon: iconSchema.nullable(),
    joinMode: joinModeField,
    approvalRequired: z.boolean(),
    memberCount: shownCountSchema,
    groupCount: z.int(),
    lanes: z.array(z.object({ number: z.int(), memberCount: z.int() })),
    createdAt: z.iso.datetime(),
    archivedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Community" });
