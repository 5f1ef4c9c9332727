import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { parseFormat } from "@/lib/announcements/format/parse-format";
import { plainText } from "@/lib/announcements/format/print-format";
import type { Announcement } from "@/lib/announcements/types";
import { STATUS_LOOKS } from "./status-looks";

type AnnouncementListProps = { slug: string; announcements: readonly Announcement[]; zone: string };

/** Announcements with their state in word, colour and shape. */
export async function AnnouncementList({ slug, announcements, zone }: AnnouncementListProps) {
  const t = await getTranslations("announcements");
  return (
    <Table
      caption={t("list.caption")}
      columns={[
        { key: "text", header: t("list.text"), phone: "title" },
        { key: "kind", header: t("list.kind"), phone: "hide" },
        { key: "status", header: t("list.status"), phone: "value" },
        { key: "when", header: t("list.when"), phone: "line" },
      ]}
      rows={announcements.map((announcement) => ({
        key: announcement.id,
        cells: {
          text: (
            <Link
              href={`/t/${slug}/announcements/${announcement.id}`}
              className="link line-clamp-2 break-words"
            >
              {plainText(parseFormat(announcement.body)).slice(0, 160)}
            </Link>
          ),
          kind: t(`kinds.${announcement.kind}`),
          status: (
            <Badge {...STATUS_LOOKS[announcement.status]}>{t(`statuses.${announcement.status}`)}</Badge>
          ),
          when: <Time at={announcement.dueAt ?? announcement.updatedAt} zone={zone} kind="dateTime" />,
        },
      }))}
    />
  );
}
