import { z } from "zod";
import { isTimezone } from "@/lib/announcements/zone-rules";
import { IMPORT_KINDS, IMPORT_STATUSES } from "./types";

const timezone = z.string().max(64).refine(isTimezone, { error: "invalid_timezone" });
const country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, { error: "invalid_country" })
  .transform((code) => code.toUpperCase());
const dateOrder = z.enum(["auto", "dmy", "mdy", "ymd", "ydm"]);
const mode = z.enum(["per_row", "all_or_nothing"]);
const id = z.uuid({ error: "unknown_id" });

/** `{ "Cliente": "name" }` or `{ "name": "Cliente" }`; see `applyMapping`. */
const mapping = z.record(
  z.string().max(500),
  z.union([z.string().max(500), z.array(z.string().max(500)).max(50)]),
);
const authors = z
  .record(z.string().max(500), id)
  .refine((names) => Object.keys(names).length <= 5_000, { error: "invalid" });

/** An empty field of a form is one that was not filled in. */
function optionalText<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
}

const mappingText = z
  .string()
  .max(100_000)
  .transform((text, ctx) => {
    try {
      return mapping.parse(JSON.parse(text));
    } catch {
      ctx.addIssue({ code: "custom", message: "invalid_json" });
      return z.NEVER;
    }
  });

const flag = z.enum(["true", "false", "1", "0", "on"]).transform((text) => text !== "false" && text !== "0");

/** The multipart body of `POST /imports`. */
export const uploadFields = z.strictObject({
  file: z.file().min(1, { error: "file_empty" }),
  kind: z.enum(IMPORT_KINDS),
  communityId: optionalText(id),
  groupId: optionalText(id),
  timezone: optionalText(timezone),
  country: optionalText(country),
  dateOrder: optionalText(dateOrder),
  mapping: optionalText(mappingText),
  mode: optionalText(mode),
  dryRun: optionalText(flag),
});

/** A place as a form's select names it: `c:` a community, `g:` a group, nothing for the list of members alone. */
const place = z.string().transform((text, ctx) => {
  const [kind, chosen = ""] = text.split(":", 2);
  if (text === "") return { communityId: null, groupId: null };
  if (!id.safeParse(chosen).success || (kind !== "c" && kind !== "g")) {
    ctx.addIssue({ code: "custom", message: "unknown_id" });
    return z.NEVER;
  }
  return { communityId: kind === "c" ? chosen : null, groupId: kind === "g" ? chosen : null };
});

/** The form of an upload. The field is named after the group, where a missing one is told. */
export const uploadForm = z.object({ file: z.file().min(1, { error: "file_empty" }), groupId: place });

/** Answers of a form, one numbered pair of fields for each column or author; `intent` is the button. */
export const reviewForm = z
  .looseObject({
    id,
    intent: z.enum(["check", "start"]),
    groupId: place,
    mode: mode.optional(),
    dateOrder: dateOrder.exclude(["auto"]).optional(),
  })
  .transform(({ id, intent, groupId, mode, dateOrder, ...rest }) => ({
    id,
    ...groupId,
    mode,
    dateOrder,
    mapping: pairs(rest, "column", "field"),
    authors: pairs(rest, "author", "member"),
    dryRun: intent === "start" ? (false as const) : undefined,
  }));

/** The body of `PATCH /imports/{id}`: answers to what an import waits for; `dryRun: false` starts a checked one. */
export const reviewFields = z.strictObject({
  dateOrder: dateOrder.exclude(["auto"]).optional(),
  authors: authors.optional(),
  mapping: mapping.optional(),
  timezone: timezone.optional(),
  country: country.optional(),
  mode: mode.optional(),
  communityId: id.nullable().optional(),
  groupId: id.nullable().optional(),
  dryRun: z.literal(false).optional(),
});
export type ReviewFields = z.output<typeof reviewFields>;

const count = z.int().min(0);
const order = z.enum(["dmy", "mdy", "ymd", "ydm"]);
const tableReview = z.object({
  kind: z.literal("table"),
  columns: z.array(z.object({ column: z.string(), index: count, field: z.string() })),
  sample: z.array(z.object({ row: count, cells: z.array(z.string()) })),
});
const chatReview = z.object({
  kind: z.literal("chat"),
  dateOrder: order.nullable(),
  candidates: z.array(order),
  sampleDate: z.string().nullable(),
  authors: z.array(z.object({ name: z.string(), messages: count, memberId: z.uuid().nullable() })),
});

/** What the API answers for one import. */
export const importAnswer = z
  .object({
    id: z.uuid(),
    kind: z.enum(IMPORT_KINDS),
    status: z.enum(IMPORT_STATUSES),
    fileName: z.string(),
    communityId: z.uuid().nullable(),
    groupId: z.uuid().nullable(),
    dryRun: z.boolean(),
    counts: z.object({
      rows: count,
      created: count,
      updated: count,
      unchanged: count,
      skipped: count,
      messages: count,
    }),
    progress: z.object({ done: count, total: count }),
    errors: z
      .array(z.object({ row: count, code: z.string(), column: z.string().nullable(), message: z.string() }))
      .meta({ description: "Rows are lines of the file, the header being line 1; row 0 is the whole file" }),
    review: z.union([tableReview, chatReview]).nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Import" });

/** `column-3` and `field-3` as `{ [column]: field }`; undefined where a form has none of them. */
function pairs(
  form: Record<string, unknown>,
  left: string,
  right: string,
): Record<string, string> | undefined {
  const found = Object.entries(form).flatMap(([name, value]) => {
    const other = name.startsWith(`${left}-`) ? form[`${right}-${name.slice(left.length + 1)}`] : "";
    return typeof value === "string" && typeof other === "string" && other !== "" ? [[value, other]] : [];
  });
  return found.length === 0 ? undefined : (Object.fromEntries(found) as Record<string, string>);
}
