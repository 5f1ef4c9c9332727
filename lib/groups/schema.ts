import { z } from "zod";
import { descriptionField, iconInput, joinModeField, nameField } from "@/lib/communities/schema";

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
