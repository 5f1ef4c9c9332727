import { z } from "zod";
import { mailSchema } from "@/lib/platform/mail/mail";

/** A mail to somebody of the team, for as long as they hold one of these roles; the handler is in jobs.ts. */
export const staffMailJob = {
  name: "send_staff_mail",
  payload: z.object({ staffId: z.uuid(), roles: z.array(z.string()), mail: mailSchema }),
};
