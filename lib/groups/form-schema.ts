import { z } from "zod";
import { descriptionField, joinModeField, nameField } from "@/lib/communities/schema";
import { declineFields } from "./schema";

const switched = z
  .string()
  .optional()
  .transform((value) => value === "on");

const fields = {
  name: nameField,
  description: descriptionField.default(""),
  joinMode: joinModeField.default("open"),
  overflow: switched,
};

export const createGroupForm = z.object({ communityId: z.uuid(), ...fields });
export const updateGroupForm = z.object({ groupId: z.uuid(), ...fields });
export const groupReference = z.object({ groupId: z.uuid() });
export const moveGroupForm = groupReference.extend({ communityId: z.uuid() });
export const splitGroupForm = groupReference.extend({ name: nameField, newName: nameField });
export const suggestGroupForm = z.object({
  communityId: z.uuid(),
  name: nameField,
  description: descriptionField.default(""),
});
export const suggestionReference = z.object({ suggestionId: z.uuid() });
export const declineForm = suggestionReference.extend(declineFields.shape);
export const deleteGroupForm = groupReference.extend({ typedName: z.string().max(2_000) });
