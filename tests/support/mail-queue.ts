import { staffMailJob } from "@/lib/accounts/job-names";
import { signInMailJob } from "@/lib/accounts/jobs";
import { adminMailName } from "@/lib/memberships/job-names";
import { mailSchema } from "@/lib/platform/mail/mail";
import { asOwner } from "./as-owner";

type Queued = { id: string; task: string; payload: unknown };

const TAKE = `DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
  WHERE t.id = j.task_id AND t.identifier = $1 RETURNING j.id, t.identifier AS task, j.payload`;

/** Does what the worker would with the mails asked for, and takes all waiting mails out of the queue. */
export async function takeMails() {
  const url = process.env.DATABASE_URL ?? "";
  for (const job of await asOwner<Queued>(url, TAKE, [signInMailJob.name]))
    await signInMailJob.handlePlatform(signInMailJob.payload.parse(job.payload), new Date());
  const mails = await asOwner<Queued>(url, TAKE, ["send_mail"]);
  const bound = [
    ...(await asOwner<Queued>(url, TAKE, [staffMailJob.name])),
    ...(await asOwner<Queued>(url, TAKE, [adminMailName.name])),
  ];
  return [
    ...mails.map(({ payload }) => mailSchema.parse(payload)),
    ...bound.map(({ payload }) => mailSchema.parse((payload as { mail: unknown }).mail)),
  ];
}

/** The token in the link of a mail, or its six digits. */
export function secretOf(mail: { text: string } | undefined): string {
  const found = /token=([\w-]+)|\/convite\/([\w-]+)|^(\d{6})$/m.exec(mail?.text ?? "");
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? "";
}

/** The mails of a tenant that wait in the queue, in the order they were asked for; they stay there. */
export async function queuedMails(tenantId: string) {
  const rows = await asOwner<Queued>(
    process.env.DATABASE_URL ?? "",
    `SELECT j.id, t.identifier AS task, j.payload FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = ANY ($2) AND j.payload->>'tenantId' = $1 ORDER BY j.id`,
    [tenantId, ["send_mail", staffMailJob.name, adminMailName.name]],
  );
  return rows.map(({ payload }) => mailSchema.parse((payload as { mail?: unknown }).mail ?? payload));
}
