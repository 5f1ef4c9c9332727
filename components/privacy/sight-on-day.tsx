import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { SectionCard } from "@/components/ui/card";
import type { Page } from "@/lib/platform/http/cursor";
import type { Sight, SightSummary, SightViewer } from "@/lib/privacy/types";
import { SightList } from "./sight-list";

type SightOnDayProps = { slug: string; sight: Sight; summary: SightSummary; page: Page<SightViewer> };

/** Who saw a person on a day: how many by which rule, then each of them. */
export async function SightOnDay({ slug, sight, summary, page }: SightOnDayProps) {
  const [t, words] = await Promise.all([
    getTranslations("privacy.travel"),
    getTranslations("privacy.reasons"),
  ]);
  const { total, counts, hadPhone } = summary;
  return (
    <div className="grid gap-5">
      {sight === "phone" && !hadPhone && <Alert>{t("noPhone")}</Alert>}
      <SectionCard id="why" title={t("total", { count: total })}>
        <ul className="grid list-disc gap-1 pl-5">
          {counts.map((count) => (
            <li key={`${count.rule}-${count.roomId}`} className="break-words">
              {t("byRule", {
                count: count.people,
                reason: words(count.rule, { room: count.roomName ?? "" }),
              })}
            </li>
          ))}
        </ul>
      </SectionCard>
      {page.data.length > 0 && <SightList slug={slug} viewers={page.data} />}
    </div>
  );
}
