import { z } from "zod";
import { descriptionField, iconInput, joinModeField, nameField } from "@/lib/communities/schema";
import { cleanText } from "@/lib/shared/text";

export const createGroupFields = z.strictObject({
  name: nameField,
  description: descriptionField.default(""),
  icon: iconInput.nullable().default(null),
  overflow: z.boolean().default(false),
  joinMode: joinModeField.default("open"),
});
export type CreateGroupFields = z.input<typeof createGroupFields>;

export const updateGroupFields = z.strictObject({
  name: nameField.optional(),
  description: descriptionField.optional(),
  icon: iconInput.nullable().optional(),
  overflow: z.boolean().optional(),
  joinMode: joinModeField.optional(),
});
export type UpdateGroupFields = z.input<typeof updateGroupFields>;

/** The names of the halves; without them they are made from the room's own. */
export const splitGroupFields = z.strictObject({ name: nameField.optional(), newName: nameField.optional() });
export type SplitGroupFields = z.input<typeof splitGroupFields>;

/** A room that a member suggests (H7). */
export const suggestGroupFields = z.strictObject({
  name: nameField,
  description: descriptionField.default(""),
});
export type SuggestGroupFields = z.input<typeof suggestGroupFields>;

/** Why a suggestion is declined; the person reads it. */
export const declineFields = z.strictObject({
  reason: z.string().max(10_000).transform(cleanText).pipe(z.string().max(500)).default(""),
});
