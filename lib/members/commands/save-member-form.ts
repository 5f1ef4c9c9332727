import "server-only";
import type { z } from "zod";
import { findFields } from "@/lib/fields/queries/list-fields";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { storeFile } from "@/lib/platform/files/store-file";
import { authorize } from "@/lib/shared/decision";
import { atFormFields, readCrop, tagsOf } from "../form-rules";
import { canManageMembers } from "../policy";
import { getMember } from "../queries/find-member";
import type { editMemberForm, memberForm } from "../schema";
import type { CustomFields } from "../types";
import { createMember } from "./create-member";
import { updateMember } from "./update-member";

type MemberForm = z.output<typeof memberForm>;

/**
 * Adds the person of a form, with their photo. Faults are told at the form's own inputs.
 * @throws Refusal as `createMember` and `storeFile`.
 */
export async function createFromForm(ctx: TenantContext, form: MemberForm): Promise<{ id: string }> {
  authorize(canManageMembers(ctx.actor));
  return await withFormNames(ctx, form, async (tx, fields) => {
    const created = await createMember(tx, { ...profileOf(form), fields });
    const photoFileId = await storePhoto(tx, form);
    if (photoFileId) await updateMember(tx, created.id, { photoFileId });
    return created;
  });
}

/**
 * Changes the person of a form. An empty photo leaves the photo as it is; values of fields that nobody has defined stay.
 * @throws Refusal as `updateMember` and `storeFile`.
 */
export async function updateFromForm(
  ctx: TenantContext,
  form: z.output<typeof editMemberForm>,
): Promise<void> {
  authorize(canManageMembers(ctx.actor));
  const current = await getMember(ctx, form.memberId);
  await withFormNames(ctx, form, async (tx, fields) => {
    const stored = await storePhoto(tx, form);
    const photoFileId = stored ?? (form.removePhoto === "on" ? null : undefined);
    await updateMember(tx, form.memberId, {
      ...profileOf(form),
      fields: { ...current.fields, ...fields },
      ...(photoFileId !== undefined && { photoFileId }),
    });
  });
}

/** Runs in one transaction with the values of the tenant's own fields by their keys; an empty text takes a value away. */
async function withFormNames<T>(
  ctx: TenantContext,
  form: MemberForm,
  run: (tx: TenantContext, fields: CustomFields) => Promise<T>,
): Promise<T> {
  const definitions = await findFields(ctx);
  const fields = Object.fromEntries(
    definitions.flatMap(({ id, key }) => (form.fields[id] === undefined ? [] : [[key, form.fields[id]]])),
  );
  try {
    return await inTransaction(ctx, (tx) => run(tx, fields));
  } catch (error) {
    const fieldIdOf = new Map(definitions.map(({ id, key }) => [key, id]));
    throw atFormFields(error, { rows: form.identifiers, fieldIdOf });
  }
}

function profileOf({ name, identifiers, tags, birthdayOn }: MemberForm) {
  return {
    name,
    identifiers: identifiers.map(({ kind, value }) => ({ kind, value })),
    tags: tagsOf(tags),
    birthdayOn,
  };
}

async function storePhoto(tx: TenantContext, { photo, photoCrop }: MemberForm): Promise<string | null> {
  if (!photo || photo.size === 0) return null;
  const bytes = new Uint8Array(await photo.arrayBuffer());
  const crop = readCrop(photoCrop);
  return (await storeFile(tx, { purpose: "photo", bytes, name: photo.name, ...(crop && { crop }) })).id;
}
