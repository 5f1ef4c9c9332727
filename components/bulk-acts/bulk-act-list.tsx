import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { BulkAct } from "@/lib/bulk-acts/types";
import { statusTones } from "./act-words";

/** Acts on many people, with how many and what came of them. */
export async function BulkActList({
  slug,
  acts,
  zone,
}: {
  slug: string;
  acts: readonly BulkAct[];
  zone: string;
}) {
  const t = await getTranslations("bulkActs");
  if (acts.length === 0) return <EmptyState title={t("emptyTitle")}>{t("emptyBody")}</EmptyState>;
  return (
    <Table
      caption={t("list")}
      columns={[
        { key: "act", header: t("kind"), phone: "title" },
        { key: "status", header: t("status"), phone: "value" },
        { key: "rows", header: t("result"), phone: "line" },
        { key: "at", header: t("startedAt"), phone: "line" },
      ]}
      rows={acts.map((act) => ({
        key: act.id,
        cells: {
          act: (
            <Link className="hover:underline" href={`/t/${slug}/members/acts/${act.id}`}>
              {t(`submit.${act.action}`, { count: act.people })}
            </Link>
          ),
          status: <Badge tone={statusTones[act.status]}>{t(`statuses.${act.status}`)}</Badge>,
          rows: t("counts", act.counts),
          at: <Time at={act.createdAt} zone={zone} />,
        },
      }))}
    />
  );
}
