import { getTranslations } from "next-intl/server";
import type { Page } from "@/lib/platform/http/cursor";
import type { SightChange } from "@/lib/privacy/types";
import { SightList } from "./sight-list";

type SightBetweenProps = {
  slug: string;
  summary: { gained: number; lost: number; stayed: number };
  page: Page<SightChange>;
};

/** Who began and who ceased to see a person between two days, with the reasons of the time when they saw. */
export async function SightBetween({ slug, summary, page }: SightBetweenProps) {
  const t = await getTranslations("privacy.travel");
  return (
    <div className="grid gap-5">
      <p className="font-semibold">{t("summary", summary)}</p>
      {page.data.length > 0 ? (
        <SightList slug={slug} viewers={page.data} />
      ) : (
        <p className="text-ink2">{t("same")}</p>
      )}
    </div>
  );
}
