import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { Time } from "@/components/ui/time";
import { endEvergreenAction } from "@/lib/announcements/actions";
import type { Announcement } from "@/lib/announcements/types";
import type { Occurrence } from "@/lib/delivery/types";

type EvergreenCardProps = {
  slug: string;
  announcement: Announcement;
  latest: Occurrence | undefined;
  zone: string;
  now: Date;
  mayChange: boolean;
};

/** Whether who joins gets it too, until when, and how many did (A5). */
export async function EvergreenCard({
  slug,
  announcement,
  latest,
  zone,
  now,
  mayChange,
}: EvergreenCardProps) {
  const t = await getTranslations("announcements.evergreen");
  const { evergreen } = announcement;
  const until = latest?.evergreenUntil ?? null;
  if (!evergreen && !until) return null;
  const isOpen = until !== null && until > now && latest?.retractedAt === null;
  return (
    <SectionCard id="evergreen" title={t("title")}>
      <p>
        {until
          ? t.rich(isOpen ? "open" : "over", { day: () => <Time at={until} zone={zone} kind="dateTime" /> })
          : evergreen && planned(evergreen, t)}
      </p>
      {latest && until && <p className="mt-1 text-meta text-ink2">{t("late", { count: latest.late })}</p>}
      {isOpen && mayChange && (
        <div className="mt-4">
          <ActionForm
            action={endEvergreenAction.bind(null, slug)}
            submitLabel={t("end")}
            submitVariant="secondary"
          >
            <input type="hidden" name="id" value={announcement.id} />
          </ActionForm>
        </div>
      )}
    </SectionCard>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"announcements.evergreen">>>;

/** What will be, before it goes out. */
function planned(evergreen: NonNullable<Announcement["evergreen"]>, t: Words): string {
  if ("days" in evergreen) return t("plannedDays", { days: evergreen.days });
  return t("plannedUntil", { day: new Date(`${evergreen.until}T12:00:00Z`) });
}
