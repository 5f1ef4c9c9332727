import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { acceptByLinkAction, refuseByLinkAction } from "@/lib/consent/actions";

/** One press says no, one more takes it back. */
export async function RefusalAnswer({ token, isRefused }: { token: string; isRefused: boolean }) {
  const t = await getTranslations("consent.link");
  return isRefused ? (
    <ActionForm
      action={acceptByLinkAction.bind(null, token)}
      submitLabel={t("accept")}
      submitVariant="secondary"
    />
  ) : (
    <ActionForm action={refuseByLinkAction.bind(null, token)} submitLabel={t("refuse")} />
  );
}
