import "server-only";
import { z } from "zod";
import { locales } from "@/lib/platform/i18n/locales";
import { defineJob, definePlatformJob } from "@/lib/platform/jobs/define-job";
import { sendSignInMail } from "./commands/send-sign-in-mail";
import { systemDeliverStaffMail } from "./commands/send-staff-mail";
import { staffMailJob } from "./job-names";

/** The address is the subject of this job, and there may be no row of it: hence not an id. */
export const signInMailJob = definePlatformJob({
  name: "send_sign_in_mail",
  payload: z.object({
    tokenId: z.uuid(),
    purpose: z.enum(["email_link", "member_code", "verify_email", "confirm_code"]),
    email: z.string().max(320),
    locale: z.enum(locales),
    returnTo: z.string().max(2_000).nullable(),
  }),
  handlePlatform: sendSignInMail,
});

export const sendStaffMailJob = defineJob({
  ...staffMailJob,
  handle: (ctx, payload) => systemDeliverStaffMail(ctx, payload),
});
