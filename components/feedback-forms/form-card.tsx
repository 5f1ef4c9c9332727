import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { Qr } from "@/components/ui/qr";
import { Time } from "@/components/ui/time";
import { revokeFeedbackFormAction } from "@/lib/feedback-forms/actions";
import type { FeedbackForm } from "@/lib/feedback-forms/types";

type FormCardProps = { slug: string; form: FeedbackForm; zone: string };

/** A public form with its address and its QR code, to print or to share; revoked, it has neither. */
export async function FormCard({ slug, form, zone }: FormCardProps) {
  const t = await getTranslations("feedbackForms");
  return (
    <Card className="grid gap-4 sm:grid-cols-[auto_minmax(0,1fr)]">
      {form.url && <Qr text={form.url} label={t("qr", { name: form.name })} className="size-36" />}
      <div className="grid min-w-0 content-start gap-2.5">
        <h2 className="break-words text-h3">{form.name}</h2>
        <p className="text-ink2 text-meta">
          {form.communityName ?? t("wholeOrganization")} · {t("received", { count: form.received })} ·{" "}
          <Time at={form.createdAt} zone={zone} kind="date" />
        </p>
        {form.url ? (
          <>
            <p className="break-all text-meta">{form.url}</p>
            <div className="flex flex-wrap gap-2.5 print:hidden">
              <CopyButton text={form.url} />
              <Dialog
                title={t("revokeTitle", { name: form.name })}
                description={t("revokeBody")}
                trigger={{ label: t("revoke"), variant: "danger-quiet" }}
              >
                <ActionForm
                  action={revokeFeedbackFormAction.bind(null, slug)}
                  submitLabel={t("revoke")}
                  submitVariant="danger"
                  successMessage={t("revokedToast")}
                >
                  <input type="hidden" name="formId" value={form.id} />
                </ActionForm>
              </Dialog>
            </div>
          </>
        ) : (
          <Badge tone="neutral" shape="cross" className="justify-self-start">
            {t("revoked")}
          </Badge>
        )}
      </div>
    </Card>
  );
}
