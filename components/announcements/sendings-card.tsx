import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { totalOf } from "@/lib/delivery/rules";
import type { Occurrence } from "@/lib/delivery/types";
import { STATUS_LOOKS } from "./status-looks";

type SendingsCardProps = {
  slug: string;
  announcementId: string;
  sendings: readonly Occurrence[];
  zone: string;
  nextHref: string | undefined;
};

/** The sendings so far, newest first; what stayed behind says so (A12). */
export async function SendingsCard({ slug, announcementId, sendings, zone, nextHref }: SendingsCardProps) {
  const t = await getTranslations("announcements");
  return (
    <section aria-labelledby="sendings" className="grid gap-3">
      <h2 id="sendings" className="text-h3">
        {t("sendings.title")}
      </h2>
      <Table
        caption={t("sendings.title")}
        columns={[
          { key: "when", header: t("list.when"), phone: "title" },
          { key: "status", header: t("list.status"), phone: "line" },
          { key: "people", header: t("sendings.people"), align: "end" },
          { key: "read", header: t("live.counts.read"), align: "end" },
          { key: "failed", header: t("live.counts.failed"), align: "end" },
          { key: "open", header: t("sendings.who"), phone: "line" },
        ]}
        rows={sendings.map(({ id, dueAt, status, counts }) => ({
          key: id,
          cells: {
            when: <Time at={dueAt} zone={zone} />,
            status: <Badge {...STATUS_LOOKS[status]}>{t(`statuses.${status}`)}</Badge>,
            people: t("live.number", { count: totalOf(counts) }),
            read: t("live.number", { count: counts.read }),
            failed: t("live.number", { count: counts.failed }),
            open: totalOf(counts) > 0 && (
              <LinkButton
                size="sm"
                href={`/t/${slug}/announcements/${announcementId}/recipients?sending=${id}`}
              >
                {t("sendings.open")}
              </LinkButton>
            ),
          },
        }))}
      />
      {nextHref && (
        <LinkButton href={nextHref} className="justify-self-start">
          {t("sendings.older")}
        </LinkButton>
      )}
    </section>
  );
}
