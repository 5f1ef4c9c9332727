import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import type { ReadOnlyReason } from "@/lib/tenants/rules";

type ReadOnlyBannerProps = { reason: ReadOnlyReason; wayOut?: ReactNode };

/** Above every page while nothing can be changed: why, what is safe, and the way out. */
export async function ReadOnlyBanner({ reason, wayOut }: ReadOnlyBannerProps) {
  const t = await getTranslations(`readOnly.${reason}`);
  return (
    <aside aria-label={t("title")}>
      <Alert tone="danger" title={t("title")} actions={wayOut}>
        {t("body")}
      </Alert>
    </aside>
  );
}
