import { z } from "zod";
import { STAFF_ROLES } from "@/lib/shared/actor";
import { boundedName } from "@/lib/shared/bounded-text";
import { emailSchema, newPasswordSchema, slugSchema } from "@/lib/tenants/schema";

const returnTo = z.string().max(2_000).optional();
const personName = boundedName(100);

/** Two buttons send this form: by password, or by a link sent to the address. */
export const signInInput = z.object({
  email: emailSchema,
  password: z.string().max(1_000).default(""),
  by: z.enum(["password", "link"]).default("password"),
  callbackUrl: returnTo,
});

export const emailInput = z.object({ email: emailSchema, callbackUrl: returnTo });

/** Spaces come along when a code is pasted. */
const digits = z
  .string()
  .max(40)
  .transform((text) => text.replace(/\D/g, ""));

export const codeInput = z.object({
  code: digits.refine((text) => text.length === 6, { error: "six_digits" }),
  callbackUrl: returnTo,
});

export const linkInput = z.object({ token: z.string().max(200), callbackUrl: returnTo });

export const signUpInput = z.object({
  organization: personName,
  slug: slugSchema,
  name: personName,
  email: emailSchema,
  password: newPasswordSchema,
});
export const createOrganizationInput = signUpInput.pick({ organization: true, slug: true });

export const acceptInvitationInput = z.object({ name: personName, password: newPasswordSchema });

export const inviteStaffInput = z.object({
  email: emailSchema,
  role: z.enum(["admin", "marketer", "finance", "agent"]),
});
export const changeRoleInput = z.object({ staffId: z.uuid(), role: z.enum(STAFF_ROLES) });
export const staffIdInput = z.object({ staffId: z.uuid() });
export const invitationIdInput = z.object({ invitationId: z.uuid() });
export const grantsInput = z.object({
  staffId: z.uuid(),
  communityIds: z.array(z.uuid()).max(1_000).default([]),
});

/** Proves that the user sits there: which of both it takes, the account says. */
export const proofFields = {
  currentPassword: z.string().max(1_000).default(""),
  code: digits.default(""),
};
export const changePasswordInput = z.object({
  ...proofFields,
  newPassword: newPasswordSchema,
});
export const profileInput = z.object({ name: personName });

export const createKeyInput = z.object({
  name: boundedName(80),
  scopes: z.array(z.string().max(40), { error: "choose_some" }).min(1, { error: "choose_some" }).max(40),
});
export const keyIdInput = z.object({ keyId: z.uuid() });

/** A form that is only a button. */
export const nothingInput = z.object({});

/** Through whose eyes. */
export const seeAsInput = z.object({ memberId: z.uuid() });
