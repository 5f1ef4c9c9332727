import { getTranslations } from "next-intl/server";
import { MediaView } from "@/components/media/media-view";
import { SectionCard } from "@/components/ui/card";
import type { Announcement } from "@/lib/announcements/types";
import { CorrectWords } from "./correct-words";
import { FormattedText } from "./formatted-text";

type WordsCardProps = {
  slug: string;
  announcement: Announcement;
  /** What was sent can still be corrected, by whoever looks at it (A11). */
  mayCorrect: boolean;
  maxGraphemes: number;
};

/** What an announcement says and shows. */
export async function WordsCard({ slug, announcement, mayCorrect, maxGraphemes }: WordsCardProps) {
  const t = await getTranslations("announcements.detail");
  return (
    <SectionCard id="body" title={t("body")}>
      <div className="grid max-w-prose gap-3 break-words text-reading">
        <MediaView path={`/media/${slug}`} media={announcement.media ?? []} documentLabel={t("document")} />
        <div className="grid">
          <FormattedText text={announcement.body} />
        </div>
      </div>
      {mayCorrect && (
        <div className="mt-4">
          <CorrectWords slug={slug} announcement={announcement} maxGraphemes={maxGraphemes} />
        </div>
      )}
    </SectionCard>
  );
}
