import { z } from "zod";
import { shownCountSchema } from "@/lib/communities/response-schema";
import { PERIODS } from "./rules";

/** Over how many days one looks. */
export const daysQuery = z.coerce.number().pipe(z.literal([...PERIODS]));

const ratio = z.object({
  part: shownCountSchema,
  whole: shownCountSchema,
  share: z
    .number()
    .nullable()
    .meta({ description: "Between 0 and 1; null where few people would be told apart" }),
  before: z.number().nullable().meta({ description: "The same of as many days before" }),
});
const step = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ from: z.iso.datetime(), ...shape });
const answers = z.array(step({ answered: shownCountSchema, unanswered: shownCountSchema }));
const people = z.array(step({ people: shownCountSchema }));
const hour = z.object({ weekday: z.int().min(1).max(7), hour: z.int().min(0).max(23) });

/** What the API answers for how a community is doing. */
export const healthAnswer = z
  .object({
    communityId: z.uuid(),
    days: z.literal([...PERIODS]),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    participation: ratio.extend({ steps: people }).meta({ description: "Who wrote, of all members" }),
    replies: ratio.extend({ steps: answers }).meta({ description: "Messages that somebody else replied to" }),
    newcomers: ratio
      .extend({ steps: answers })
      .meta({ description: "First messages of newcomers with a reply within a day" }),
    voices: ratio
      .extend({
        groups: z.array(z.object({ groupId: z.uuid(), name: z.string(), people: shownCountSchema })),
      })
      .meta({ description: "Who wrote in more than one group, of all who wrote" }),
    growth: z.object({
      joined: shownCountSchema,
      left: shownCountSchema,
      joinedBefore: shownCountSchema,
      leftBefore: shownCountSchema,
      steps: z.array(step({ joined: shownCountSchema, left: shownCountSchema })),
    }),
    staying: ratio
      .extend({ steps: people })
      .meta({ description: "Who was here at the beginning and still is" }),
    hours: z.object({
      messages: shownCountSchema,
      cells: z.array(hour.extend({ messages: shownCountSchema })),
      best: hour.nullable(),
    }),
    reading: ratio
      .extend({
        sendings: z.array(
          z.object({
            announcementId: z.uuid(),
            occurrenceId: z.uuid(),
            dueAt: z.iso.datetime(),
            title: z.string(),
            read: shownCountSchema,
            arrived: shownCountSchema,
            share: z.number().nullable(),
          }),
        ),
      })
      .meta({ description: "Known to have read what was sent here alone, of those to whom it came" }),
  })
  .meta({ id: "CommunityHealth" });

/** What the API answers for one of the rows behind a number. */
export const healthRowAnswer = z
  .object({
    memberId: z.uuid().nullable(),
    name: z.string().nullable(),
    groupId: z.uuid().nullable(),
    groupName: z.string().nullable(),
    messageId: z.uuid().nullable(),
    words: z.string().nullable(),
    messages: z.int().nullable(),
    groups: z.int().nullable(),
    isAnswered: z.boolean().nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: "CommunityHealthRow" });
