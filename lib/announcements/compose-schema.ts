import "server-only";
import { z } from "zod";
import { SENDING_CHANNELS, type SendingChannel } from "@/lib/delivery/channel-rules";
import { mediaFields } from "@/lib/media/form-schema";
import { blockFields, blockOf } from "./compose-block";
import { evergreenFields, evergreenOf, missingEvergreen } from "./compose-evergreen";
import { createAnnouncementInput } from "./schema";
import type { AudienceChoice } from "./types";
import { missingWhen, scheduleOf, whenFields } from "./when-schema";

const blankToNothing = (value: unknown) => (value === "" ? undefined : value);
const body = createAnnouncementInput.shape.body;
const kind = createAnnouncementInput.shape.kind;
// The portal always has it (A10); what is ticked goes out besides.
const withPortal = (ticked: readonly SendingChannel[]) =>
  SENDING_CHANNELS.filter((channel) => channel === "in_app" || ticked.includes(channel));

type Chosen = {
  audience: AudienceChoice["kind"];
  groupIds: string[];
  segmentId?: string | undefined;
  excludeSegmentIds: string[];
  excludeGroupIds: string[];
  receivedAnnouncementId?: string | undefined;
  didNotReadAnnouncementId?: string | undefined;
  answeredBlockId?: string | undefined;
  answeredChoices: string[];
  answeredHasNot: boolean;
  askedFeedbackId?: string | undefined;
};

/** The audience that flat fields choose. */
function audienceFrom(chosen: Chosen): AudienceChoice {
  const { audience: kind, groupIds, segmentId, answeredBlockId: blockId } = chosen;
  const exclude = {
    ...(chosen.excludeGroupIds.length > 0 ? { groupIds: chosen.excludeGroupIds } : {}),
    ...(chosen.excludeSegmentIds.length > 0 ? { segmentIds: chosen.excludeSegmentIds } : {}),
    ...(chosen.receivedAnnouncementId ? { receivedAnnouncementId: chosen.receivedAnnouncementId } : {}),
    ...(chosen.didNotReadAnnouncementId ? { didNotReadAnnouncementId: chosen.didNotReadAnnouncementId } : {}),
  };
  const answered = { choices: chosen.answeredChoices, hasNot: chosen.answeredHasNot };
  return {
    kind,
    ...(kind === "groups" ? { groupIds } : {}),
    ...(kind === "segment" ? { segmentId } : {}),
    ...(blockId ? { answered: { blockId, ...answered } } : {}),
    ...(chosen.askedFeedbackId ? { askedFeedbackId: chosen.askedFeedbackId } : {}),
    ...(Object.keys(exclude).length > 0 ? { exclude } : {}),
  };
}

const idOrNone = z.preprocess(blankToNothing, z.uuid().optional());
const listOf = (most: number, longest: number) =>
  z
    .string()
    .max(longest)
    .default("")
    .transform((list) => list.split(",").filter((one) => one !== ""))
    .pipe(z.array(z.uuid()).max(most));

/** What the form and the reach card say of an audience in the same words. */
const bounds = {
  receivedAnnouncementId: idOrNone,
  didNotReadAnnouncementId: idOrNone,
  answeredBlockId: idOrNone,
  askedFeedbackId: idOrNone,
};
const choice = z.string().max(10);

/** The composer's form: flat fields, as a browser sends them. */
export const composeForm = z
  .object({
    id: z.preprocess(blankToNothing, z.uuid().optional()),
    version: z.preprocess(blankToNothing, z.coerce.number().int().optional()),
    intent: z.enum(["draft", "send"]).default("send"),
    body,
    kind,
    communityId: z.uuid({ error: "required" }),
    audience: z.enum(["community", "groups", "segment"]).default("community"),
    groupIds: z.array(z.uuid()).max(500).default([]),
    segmentId: z.preprocess(blankToNothing, z.uuid().optional()),
    excludeSegmentIds: z.array(z.uuid()).max(20).default([]),
    excludeGroupIds: z.array(z.uuid()).max(500).default([]),
    ...bounds,
    answeredChoices: z.array(choice).max(20).default([]),
    answeredHasNot: z.preprocess((value) => value === "on", z.boolean()),
    channels: z.array(z.enum(SENDING_CHANNELS)).default([]).transform(withPortal),
    urgentReason: z.preprocess(blankToNothing, createAnnouncementInput.shape.urgentReason).default(null),
    ...whenFields,
    ...evergreenFields,
    ...blockFields,
    ...mediaFields,
    confirmPeople: z.preprocess(blankToNothing, z.coerce.number().int().min(0).optional()),
  })
  .superRefine((form, issues) => {
    const missing = (path: string) => issues.addIssue({ code: "custom", message: "required", path: [path] });
    if (form.audience === "groups" && form.groupIds.length === 0)
      issues.addIssue({ code: "custom", message: "choose_some", path: ["groupIds"] });
    if (form.audience === "segment" && !form.segmentId) missing("segmentId");
    for (const unsaid of [missingWhen(form), missingEvergreen(form)]) if (unsaid) missing(unsaid);
  })
  .transform((form, issues) => ({
    block: blockOf(form, issues),
    evergreen: evergreenOf(form),
    id: form.id,
    version: form.version,
    intent: form.intent,
    body: form.body,
    media: form.media,
    kind: form.kind,
    channels: form.channels,
    urgentReason: form.urgentReason,
    communityIds: [form.communityId],
    audience: audienceFrom(form),
    schedule: scheduleOf(form),
    confirmPeople: form.confirmPeople,
  }));
export type ComposeInput = z.output<typeof composeForm>;

/** What the reach card asks, as query parameters. */
export const reachQuery = z
  .object({
    communityId: z.uuid(),
    groupIds: listOf(500, 20_000),
    excludeGroupIds: listOf(500, 20_000),
    ...bounds,
    answeredChoices: z
      .string()
      .max(300)
      .default("")
      .transform((list) => list.split(",").filter((one) => one !== ""))
      .pipe(z.array(choice).max(20)),
    answeredHasNot: z.preprocess((value) => value === "true", z.boolean()),
    kind,
    audience: z.enum(["community", "groups", "segment"]).default("community"),
    segmentId: z.preprocess(blankToNothing, z.uuid().optional()),
    excludeSegmentIds: listOf(20, 1_000),
    urgentReason: z.string().max(2_000).default(""),
    remindsId: z.preprocess(blankToNothing, z.uuid().optional()),
    channels: z
      .string()
      .max(200)
      .default("")
      .transform((list) => list.split(",").filter((channel) => channel !== ""))
      .pipe(z.array(z.enum(SENDING_CHANNELS)))
      .transform(withPortal),
  })
  .transform(({ communityId, kind, channels, urgentReason, remindsId, ...chosen }) => ({
    communityIds: [communityId],
    audience: audienceFrom(chosen),
    kind,
    channels,
    urgentReason,
    remindsId,
  }));
