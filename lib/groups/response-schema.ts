import { z } from "zod";
import { shownCountSchema } from "@/lib/communities/response-schema";
import { iconSchema, joinModeField } from "@/lib/communities/schema";

/** What the API answers for a group. */
export const groupSchema = z
  .object({
    id: z.uuid(),
    communityId: z.uuid(),
    name: z.string(),
    description: z.string(),
    icon: iconSchema.nullable(),
    memberCount: shownCountSchema,
    capacity: z.int(),
    overflow: z.boolean(),
    overflowOf: z.uuid().nullable(),
    joinMode: joinModeField,
    createdAt: z.iso.datetime(),
    archivedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Group" });

export const queuedPersonSchema = z
  .object({
    memberId: z.uuid().nullable().meta({ description: "Null where the viewer may not see the person" }),
    name: z.string().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "QueuedPerson" });
