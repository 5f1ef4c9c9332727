import { getTranslations } from "next-intl/server";
import { cx } from "@/components/ui/cx";
import { Preferences } from "./preferences";

/** Says once whose product this is not. */
export async function SiteFooter({ className }: { className?: string }) {
  const t = await getTranslations("layout");
  return (
    <footer data-print="hide" className={cx("border-line border-t", className)}>
      <div className="mx-auto flex w-full max-w-page flex-wrap items-end justify-between gap-6 px-4 py-8 sm:px-8">
        <p className="text-ink2 text-meta">{t("independent")}</p>
        <Preferences className="w-full sm:w-72" />
      </div>
    </footer>
  );
}
