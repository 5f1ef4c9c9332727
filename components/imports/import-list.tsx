import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { ImportView } from "@/lib/imports/types";
import { statusLook } from "./import-status";

type ImportListProps = { slug: string; imports: readonly ImportView[]; zone: string };

/** Past imports, newest first; each leads to what came of it, and to taking it back. */
export async function ImportList({ slug, imports, zone }: ImportListProps) {
  const t = await getTranslations("imports");
  return (
    <Table
      caption={t("list.title")}
      columns={[
        { key: "file", header: t("list.file"), phone: "title" },
        { key: "status", header: t("list.status") },
        { key: "came", header: t("list.came"), phone: "line" },
        { key: "at", header: t("list.at") },
      ]}
      rows={imports.map((view) => ({
        key: view.id,
        cells: {
          file: (
            <Link className="link break-all" href={`/t/${slug}/members/import/${view.id}`}>
              {view.fileName || t(`kinds.${view.kind}`)}
            </Link>
          ),
          status: <Badge {...statusLook[view.status]}>{t(`statuses.${view.status}`)}</Badge>,
          came:
            view.kind === "whatsapp_chat"
              ? t("list.messages", { count: view.counts.messages })
              : t("list.people", { count: view.counts.created }),
          at: <Time at={view.createdAt} zone={zone} />,
        },
      }))}
      empty={t("list.empty")}
    />
  );
}
