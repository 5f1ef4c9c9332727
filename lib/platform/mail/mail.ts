import { z } from "zod";

/** A mail as it waits in the queue. `id` names it for good: a repeated delivery is the same mail again. */
export const mailSchema = z.object({
  id: z.uuid(),
  to: z.string().max(320),
  subject: z.string().max(400),
  text: z.string(),
  html: z.string(),
});
export type Mail = z.infer<typeof mailSchema>;

/** What a noun hands in to be sent. */
export type NewMail = Omit<Mail, "id">;
