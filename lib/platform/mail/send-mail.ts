import "server-only";
import { newId } from "@/lib/shared/ids";
import type { Db } from "../db/clients";
import { definePlatformJob } from "../jobs/define-job";
import { enqueue } from "../jobs/enqueue";
import { deliverMail } from "./deliver-mail";
import { mailSchema, type NewMail } from "./mail";

// With graphile-worker's growing pauses twelve attempts span about two days.
const MAX_ATTEMPTS = 12;

export const sendMailJob = definePlatformJob({
  name: "send_mail",
  payload: mailSchema,
  handlePlatform: deliverMail,
});

/** Sends a mail when the caller's transaction commits; rolled back means never sent. */
export async function sendMail(db: Db, mail: NewMail): Promise<void> {
  await enqueue(db, sendMailJob, { id: newId(), ...mail }, { maxAttempts: MAX_ATTEMPTS });
}
