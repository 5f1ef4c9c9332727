import "server-only";
import { dueAtOf, REPEAT_WINDOW_MS } from "@/lib/feedback/rules";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { takePoint } from "@/lib/platform/rate-limit";
import { newId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { assertWritable } from "@/lib/tenants/queries/assert-writable";
import { findSettings } from "@/lib/tenants/queries/find-settings";
import { lockForm } from "../forms-sql";
import { findForm } from "../queries/find-form";
import { CONSENT_WORDING, PER_ADDRESS, PER_FORM } from "../rules";
import type { PublicForm } from "../schema";

/**
 * What somebody says by a public form: an item of nobody, whatever address stands in it. The same words by the same form within
 * ten minutes are one item; what a machine filled in is kept nowhere, and answered alike.
 * @throws Refusal `not_found`, `read_only`, `too_many_requests`
 */
export async function sendPublicFeedback(
  ctx: TenantContext,
  token: string,
  { website, name, email, consent, ...words }: PublicForm,
): Promise<void> {
  await takePoint(PER_ADDRESS, ctx.ip ?? "unknown");
  const form = await findForm(ctx, token);
  if (!form) throw notFound();
  await takePoint(PER_FORM, form.formId);
  await assertWritable(ctx);
  if (website !== "") return;
  const { formId, communityId } = form;
  await inTransaction(ctx, async (tx) => {
    await lockForm(tx.db, formId);
    const since = new Date(tx.now.getTime() - REPEAT_WINDOW_MS);
    const repeated = await tx.db.feedback.count({ where: { formId, ...words, createdAt: { gt: since } } });
    if (repeated > 0) return;
    const contact =
      consent && (name || email) ? { contactName: name || null, contactEmail: email || null } : {};
    await tx.db.feedback.create({
      data: {
        id: newId(),
        ...words,
        communityId,
        formId,
        source: "form",
        ...contact,
        ...("contactName" in contact && { contactLocale: tx.locale, contactConsent: CONSENT_WORDING }),
        dueAt: dueAtOf(words.kind, tx.now, await findSettings(tx)),
        createdAt: tx.now,
        updatedAt: tx.now,
      },
      select: { id: true },
    });
  });
}
