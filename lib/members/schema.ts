import { z } from "zod";
import { fieldValuesOf, identifierRowsOf } from "./form-rules";
import { IDENTIFIER_KINDS } from "./types";

/** A language tag of RFC 5646, as `pt-BR`. */
export const languageTag = z
  .string()
  .max(35)
  .refine((tag) => canonicalTag(tag), { error: "invalid_locale" });

/** A zone of the IANA database, as `America/Sao_Paulo`. */
export const zoneName = z
  .string()
  .max(64)
  .refine((zone) => isZone(zone), { error: "invalid_timezone" });

export const identifierInput = z.strictObject({
  kind: z.enum(IDENTIFIER_KINDS),
  value: z.string().min(1).max(320),
});

export const customFields = z.record(
  z.string().min(1).max(200),
  z.union([z.string().max(10_000), z.number(), z.boolean()]),
);

export const MOST_IDENTIFIERS = 20;
export const MOST_TAGS = 200;

const profile = {
  name: z.string().min(1).max(10_000, { error: "much_too_long" }),
  identifiers: z.array(identifierInput).max(MOST_IDENTIFIERS),
  locale: languageTag.nullable(),
  timezone: zoneName.nullable(),
  tags: z.array(z.string().max(1_000)).max(MOST_TAGS),
  fields: customFields,
  birthdayOn: z.string().max(40).nullable(),
};

/** The body of `POST /members`, and an item of a bulk. */
export const createMemberInput = z.strictObject({
  name: profile.name,
  identifiers: profile.identifiers.optional(),
  locale: profile.locale.optional(),
  timezone: profile.timezone.optional(),
  tags: profile.tags.optional(),
  fields: profile.fields.optional(),
  birthdayOn: profile.birthdayOn.optional(),
});
export type CreateMemberInput = z.output<typeof createMemberInput>;

/** The body of `PATCH /members/{id}`: what is left out stays; lists and fields are replaced as a whole. */
export const updateMemberInput = createMemberInput.partial();
export type UpdateMemberInput = z.output<typeof updateMemberInput>;

function canonicalTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function isZone(zone: string): boolean {
  if (/^[+-]/u.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The form of a person: identifiers in numbered rows, the tenant's own fields by their ids. */
const memberInputs = z.looseObject({
  name: z.string().max(10_000, { error: "much_too_long" }),
  tags: z.string().max(20_000, { error: "much_too_long" }).default(""),
  birthdayOn: z.string().max(40).default(""),
  photo: z.file().optional(),
  photoCrop: z.string().max(100).optional(),
});
export const memberForm = memberInputs.transform(withParts);
export const editMemberForm = memberInputs
  .extend({ memberId: z.uuid(), removePhoto: z.literal("on").optional() })
  .transform(withParts);

function withParts<Form extends Record<string, unknown>>(form: Form) {
  return { ...form, identifiers: identifierRowsOf(form), fields: fieldValuesOf(form) };
}

const asked = z.string().trim().max(200).optional().catch(undefined);

/** The question of the simulator as its address holds it (P15); what cannot be read in it is passed over. */
export const seeAsSearch = z.object({ viewer: asked, person: asked, findViewer: asked, findPerson: asked });
