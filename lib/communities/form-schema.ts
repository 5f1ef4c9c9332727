import { z } from "zod";
import { descriptionField, iconSchema, joinModeField, nameField } from "./schema";

const tile = z.coerce.number().int().min(0).max(7).default(0);

/** The icon as a form sends it: one kind, with the fields of the others beside it. */
export const iconFields = {
  iconKind: z.enum(["none", "emoji", "library", "image"]).default("none"),
  emoji: z.string().max(40).default(""),
  library: z.string().max(40).default(""),
  fileId: z.union([z.uuid(), z.literal("")]).default(""),
  tile,
  upload: z.instanceof(File).optional(),
  photo: z.instanceof(File).optional(),
};
const iconForm = z.object(iconFields);
export type IconForm = z.output<typeof iconForm>;

export const communityForm = z.object({
  name: nameField,
  description: descriptionField.default(""),
  ...iconFields,
});
export const updateCommunityForm = communityForm.extend({ communityId: z.uuid(), joinMode: joinModeField });
export const communityReference = z.object({ communityId: z.uuid() });
export const deleteCommunityForm = communityReference.extend({ typedName: z.string().max(2_000) });

/** What the form says about the icon, an uploaded image aside. */
export function iconOf({ iconKind, emoji, library, fileId, tile: colour }: IconForm) {
  switch (iconKind) {
    case "none":
      return null;
    case "emoji":
      return emoji.trim() === ""
        ? null
        : iconSchema.parse({ kind: iconKind, value: emoji.trim(), tile: colour });
    case "library":
      return library === "" ? null : iconSchema.parse({ kind: iconKind, value: library, tile: colour });
    case "image":
      return fileId === "" ? null : iconSchema.parse({ kind: iconKind, value: fileId, tile: colour });
  }
}

export const grantsForm = z.object({
  communityId: z.uuid(),
  staffIds: z.array(z.uuid()).max(500).default([]),
});
