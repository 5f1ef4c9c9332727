import "server-only";
import type { z } from "zod";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { storeFile } from "@/lib/platform/files/store-file";
import { authorize } from "@/lib/shared/decision";
import { cleanText } from "@/lib/shared/text";
import { atFormFields, identifiersOf, tagsOf } from "../form-rules";
import { canManageMembers } from "../policy";
import { getMember } from "../queries/find-member";
import type { editMemberForm, memberForm } from "../schema";
import { createMember } from "./create-member";
import { updateMember } from "./update-member";

/**
 * Adds the person of a form, with their photo. Faults are told at the form's own fields.
 * @throws Refusal as `createMember` and `storeFile`.
 */
export async function createFromForm(
  ctx: TenantContext,
  form: z.output<typeof memberForm>,
): Promise<{ id: string }> {
  authorize(canManageMembers(ctx.actor));
  const identifiers = identifiersOf(form);
  try {
    return await inTransaction(ctx, async (tx) => {
      const created = await createMember(tx, { name: form.name, identifiers, tags: tagsOf(form) });
      const photoFileId = await storePhoto(tx, form.photo);
      if (photoFileId) await updateMember(tx, created.id, { photoFileId });
      return created;
    });
  } catch (error) {
    throw atFormFields(error, identifiers);
  }
}

/**
 * Changes the person of a form. An empty photo leaves the photo as it is.
 * @throws Refusal as `updateMember` and `storeFile`.
 */
export async function updateFromForm(
  ctx: TenantContext,
  form: z.output<typeof editMemberForm>,
): Promise<void> {
  authorize(canManageMembers(ctx.actor));
  const current = await getMember(ctx, form.memberId);
  const identifiers = identifiersOf(form, current.identifiers);
  try {
    await inTransaction(ctx, async (tx) => {
      const photoFileId = await storePhoto(tx, form.photo);
      await updateMember(tx, form.memberId, {
        name: form.name,
        identifiers,
        tags: tagsOf(form),
        notes: cleanText(form.notes),
        ...(photoFileId && { photoFileId }),
      });
    });
  } catch (error) {
    throw atFormFields(error, identifiers);
  }
}

async function storePhoto(tx: TenantContext, photo: File | undefined): Promise<string | null> {
  if (!photo || photo.size === 0) return null;
  const bytes = new Uint8Array(await photo.arrayBuffer());
  return (await storeFile(tx, { purpose: "photo", bytes, name: photo.name })).id;
}
