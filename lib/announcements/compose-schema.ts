import "server-only";
import { z } from "zod";
import { SENDING_CHANNELS, type SendingChannel } from "@/lib/delivery/channel-rules";
import { createAnnouncementInput } from "./schema";

const blankToNothing = (value: unknown) => (value === "" ? undefined : value);
const body = createAnnouncementInput.shape.body;
const kind = createAnnouncementInput.shape.kind;
// The portal always has it (A10); what is ticked goes out besides.
const withPortal = (ticked: readonly SendingChannel[]) =>
  SENDING_CHANNELS.filter((channel) => channel === "in_app" || ticked.includes(channel));

/** The composer's form: flat fields, as a browser sends them. */
export const composeForm = z
  .object({
    id: z.preprocess(blankToNothing, z.uuid().optional()),
    version: z.preprocess(blankToNothing, z.coerce.number().int().optional()),
    intent: z.enum(["draft", "send"]).default("send"),
    body,
    kind,
    communityId: z.uuid({ error: "required" }),
    audience: z.enum(["community", "groups"]).default("community"),
    groupIds: z.array(z.uuid()).max(500).default([]),
    channels: z.array(z.enum(SENDING_CHANNELS)).default([]).transform(withPortal),
    when: z.enum(["now", "at"]).default("now"),
    localTime: z.preprocess(blankToNothing, z.string().max(30).optional()),
    timezone: z.preprocess(blankToNothing, z.string().max(64).optional()),
    confirmPeople: z.preprocess(blankToNothing, z.coerce.number().int().min(0).optional()),
  })
  .superRefine((form, issues) => {
    const missing = (path: string) => issues.addIssue({ code: "custom", message: "required", path: [path] });
    if (form.audience === "groups" && form.groupIds.length === 0)
      issues.addIssue({ code: "custom", message: "choose_some", path: ["groupIds"] });
    if (form.when === "at" && !form.localTime) missing("localTime");
  })
  .transform((form) => ({
    id: form.id,
    version: form.version,
    intent: form.intent,
    body: form.body,
    kind: form.kind,
    channels: form.channels,
    communityIds: [form.communityId],
    audience:
      form.audience === "groups"
        ? { kind: "groups" as const, groupIds: form.groupIds }
        : { kind: "community" as const },
    schedule:
      form.when === "at"
        ? { mode: "at" as const, localTime: form.localTime, timezone: form.timezone }
        : { mode: "now" as const },
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
    channels: z
      .string()
      .max(200)
      .default("")
      .transform((list) => list.split(",").filter((channel) => channel !== ""))
      .pipe(z.array(z.enum(SENDING_CHANNELS)))
      .transform(withPortal),
  })
  .transform(({ communityId, groupIds, kind, channels }) => ({
    communityIds: [communityId],
    audience: groupIds.length > 0 ? { kind: "groups" as const, groupIds } : { kind: "community" as const },
    kind,
    channels,
  }));
