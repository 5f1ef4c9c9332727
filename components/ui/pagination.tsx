import { getTranslations } from "next-intl/server";
import { LinkButton } from "./link-button";

/** Cursor pages: the way on, and the way back to the first page once one has left it. */
export async function Pagination({
  nextHref,
  firstHref,
}: {
  nextHref?: string | undefined;
  firstHref?: string | undefined;
}) {
  if (!nextHref && !firstHref) return null;
  const t = await getTranslations("ui");
  return (
    <nav aria-label={t("pages")} data-print="hide" className="flex justify-center gap-2.5 pt-4">
      {firstHref && (
        <LinkButton href={firstHref} variant="quiet">
          {t("firstPage")}
        </LinkButton>
      )}
      {nextHref && <LinkButton href={nextHref}>{t("more")}</LinkButton>}
    </nav>
  );
}
