import "server-only";
import { z } from "zod";
import { SENDING_CHANNELS, type SendingChannel } from "@/lib/delivery/channel-rules";
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
};

/** The audience that flat fields choose. */
function audienceFrom({ audience: kind, groupIds, segmentId, excludeSegmentIds }: Chosen): AudienceChoice {
  return {
    kind,
    ...(kind === "groups" ? { groupIds } : {}),
    ...(kind === "segment" ? { segmentId } : {}),
    ...(excludeSegmentIds.length > 0 ? { exclude: { segmentIds: excludeSegmentIds } } : {}),
  };
}

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
    channels: z.array(z.enum(SENDING_CHANNELS)).default([]).transform(withPortal),
    urgentReason: z.preprocess(blankToNothing, createAnnouncementInput.shape.urgentReason).default(null),
    ...whenFields,
    confirmPeople: z.preprocess(blankToNothing, z.coerce.number().int().min(0).optional()),
  })
  .superRefine((form, issues) => {
    const missing = (path: string) => issues.addIssue({ code: "custom", message: "required", path: [path] });
    if (form.audience === "groups" && form.groupIds.length === 0)
      issues.addIssue({ code: "custom", message: "choose_some", path: ["groupIds"] });
    if (form.audience === "segment" && !form.segmentId) missing("segmentId");
    const unsaid = missingWhen(form);
    if (unsaid) missing(unsaid);
  })
  .transform((form) => ({
    id: form.id,
    version: form.version,
    intent: form.intent,
    body: form.body,
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
    groupIds: z
      .string()
      .max(20_000)
      .default("")
      .transform((list) => list.split(",").filter((id) => id !== ""))
      .pipe(z.array(z.uuid()).max(500)),
    kind,
    audience: z.enum(["community", "groups", "segment"]).default("community"),
    segmentId: z.preprocess(blankToNothing, z.uuid().optional()),
    excludeSegmentIds: z
      .string()
      .max(1_000)
      .default("")
      .transform((list) => list.split(",").filter((id) => id !== ""))
      .pipe(z.array(z.uuid()).max(20)),
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
