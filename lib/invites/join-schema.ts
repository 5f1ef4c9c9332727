import { z } from "zod";
import { nameField } from "@/lib/communities/schema";

/** What a visitor types on the page of an invite: a name, and an e-mail or a phone. */
export const joinForm = z
  .object({
    name: nameField,
    email: z.union([z.literal(""), z.string().trim().toLowerCase().max(254).pipe(z.email())]).default(""),
    phone: z.string().trim().max(40).default(""),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, { error: "invalid_country" })
      .default("BR"),
    groupId: z.union([z.uuid(), z.literal("").transform(() => null)]).default(null),
    consents: z.array(z.enum(["email", "whatsapp"])).default([]),
  })
  .refine((form) => form.email !== "" || form.phone !== "", { error: "contact_missing", path: ["email"] });
export type JoinForm = z.output<typeof joinForm>;

export const joinAsSelfForm = z.object({
  groupId: z.union([z.uuid(), z.literal("").transform(() => null)]).default(null),
});
