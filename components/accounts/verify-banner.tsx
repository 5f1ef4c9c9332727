import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { ActionForm } from "@/components/ui/form";
import { resendVerificationAction } from "@/lib/accounts/actions/session";

/** Above every page until the address is confirmed. */
export async function VerifyBanner({ email }: { email: string }) {
  const t = await getTranslations("accounts.verify");
  return (
    <aside aria-label={t("title")} className="grid">
      <Alert tone="warning">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <span className="min-w-0 break-words">{t("banner", { email })}</span>
          <ActionForm
            action={resendVerificationAction.bind(null, "")}
            submitLabel={t("resend")}
            submitVariant="secondary"
            successMessage={t("resent", { email })}
            className="gap-0"
          />
        </div>
      </Alert>
    </aside>
  );
}
