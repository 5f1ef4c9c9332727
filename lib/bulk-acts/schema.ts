import { z } from "zod";
import { tagsOf } from "@/lib/members/form-rules";
import { MOST_TAGS } from "@/lib/members/schema";
import { BULK_ACTIONS, OUTCOMES } from "./types";

const MOST_TICKED = 2_000;
const MOST_PLACES = 500;

const part = z.string().max(200).optional();
const filter = z
  .strictObject({
    q: part,
    tag: part,
    communityId: z.uuid().optional(),
    groupId: z.uuid().optional(),
    segmentId: z.uuid().optional(),
  })
  .meta({ description: "As the list of members takes it; empty: everybody" });

/** Whom an act is for: the people ticked, or all whom a filter finds at the moment of the act. */
const selection = z
  .strictObject({
    memberIds: z.array(z.uuid()).min(1, { error: "nobody_chosen" }).max(MOST_TICKED).optional(),
    filter: filter.optional(),
  })
  .refine((one) => (one.memberIds === undefined) !== (one.filter === undefined), {
    error: "ticked_or_filter",
  });

const ids = z.array(z.uuid()).max(MOST_PLACES).default([]);

/** What a form or the API sends to start an act. */
export const startBulkActInput = z
  .strictObject({
    action: z.enum(BULK_ACTIONS),
    selection,
    communityIds: ids,
    groupIds: ids,
    tags: z.array(z.string().max(1_000)).max(MOST_TAGS).default([]),
    confirmPeople: z.int().min(0).meta({ description: "How many people the asking person expects" }),
  })
  .superRefine(({ action, communityIds, groupIds, tags }, issues) => {
    const isAboutTags = action === "tag" || action === "untag";
    const isEmpty = isAboutTags ? tags.length === 0 : communityIds.length + groupIds.length === 0;
    if (isEmpty)
      issues.addIssue({
        code: "custom",
        message: "choose_some",
        path: [isAboutTags ? "tags" : "groupIds"],
      });
  });
export type StartBulkActInput = z.output<typeof startBulkActInput>;
export type Selection = StartBulkActInput["selection"];

/** The form of the list of members: the selection as text, places as `c:…` and `g:…`, tags as they are typed. */
export const bulkActForm = z.preprocess(inputOf, startBulkActInput);

function inputOf(raw: unknown) {
  const { action, selection, places, tags, confirmPeople } = raw as Record<string, unknown>;
  const chosen = Array.isArray(places) ? places.map(String) : [];
  return {
    action,
    selection: parsed(selection),
    communityIds: idsOf(chosen, "c:"),
    groupIds: idsOf(chosen, "g:"),
    tags: tagsOf(typeof tags === "string" ? tags : ""),
    confirmPeople: Number(confirmPeople),
  };
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

function idsOf(places: readonly string[], mark: string): string[] {
  return places.filter((place) => place.startsWith(mark)).map((place) => place.slice(mark.length));
}

export const rowsQuery = z.object({ outcome: z.enum(OUTCOMES).optional() });
