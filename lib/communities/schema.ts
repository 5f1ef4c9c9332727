import { z } from "zod";
import { cleanName, cleanText, isEmoji } from "@/lib/shared/text";

/** A one-line name, cleaned (L6, X23). How long it may be is a limit of the tenant, checked by the command. */
export const nameField = z.string().transform(cleanName).pipe(z.string().min(1));
export const descriptionField = z.string().transform(cleanText);

const tile = z.number().int().min(0).max(7).default(0);

/** The picture of a community or group: an emoji, one of the shipped library, or an uploaded image (H8). */
export const iconSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("emoji"),
    value: z.string().max(40).refine(isEmoji, { error: "invalid_emoji" }),
    tile,
  }),
  z.strictObject({ kind: z.literal("library"), value: z.string().regex(/^[a-z0-9-]{1,40}$/), tile }),
  z.strictObject({ kind: z.literal("image"), value: z.uuid(), tile }),
]);

/** A picture as it is given: an emoji may stand alone. */
export const iconInput = z
  .preprocess((given) => (typeof given === "string" ? { kind: "emoji", value: given } : given), iconSchema)
  .meta({ description: "Also an emoji as a text" });

export const joinModeField = z.enum(["invite", "request", "open"]);

export const createCommunityInput = z.strictObject({
  name: nameField,
  description: descriptionField.default(""),
  icon: iconInput.nullable().default(null),
});
export type CreateCommunityInput = z.input<typeof createCommunityInput>;

export const updateCommunityFields = z.strictObject({
  name: nameField.optional(),
  description: descriptionField.optional(),
  icon: iconInput.nullable().optional(),
  joinMode: joinModeField.optional(),
  approvalRequired: z.boolean().optional(),
});
export type UpdateCommunityFields = z.input<typeof updateCommunityFields>;

export const roleField = z.enum(["admin", "member"]);
