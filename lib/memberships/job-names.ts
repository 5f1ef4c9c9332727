import { z } from "zod";
import { mailSchema } from "@/lib/platform/mail/mail";

/** Looks for places that hang on one admin, in one tenant. */
export const tellLoneAdminsName = { name: "memberships.tell_lone_admins", payload: z.looseObject({}) };

/** A mail to a member about places, for as long as they administer one of them, or `asMember`: are in one. */
export const adminMailName = {
  name: "memberships.send_admin_mail",
  payload: z.object({
    memberId: z.uuid(),
    placeIds: z.array(z.uuid()),
    asMember: z.boolean().optional(),
    mail: mailSchema,
  }),
};
