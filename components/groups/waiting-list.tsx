import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { QueuedPerson } from "@/lib/groups/types";
import type { Page } from "@/lib/platform/http/cursor";

type WaitingListProps = { back: string; name: string; queue: Page<QueuedPerson>; zone: string };

/** Who waits for a place, first come first: the order in which they will be let in. */
export async function WaitingList({ back, name, queue, zone }: WaitingListProps) {
  const t = await getTranslations("groups.waiting");
  const rows = queue.data.map((person, index) => ({
    key: person.memberId ?? `hidden-${index}`,
    cells: {
      name: <span className="break-words font-medium">{person.name ?? t("hidden")}</span>,
      since: <Time at={person.createdAt} zone={zone} />,
    },
  }));
  return (
    <section aria-labelledby="waiting-title" className="grid gap-4">
      <Link href={back} className="link w-fit text-meta">
        {name}
      </Link>
      <div className="grid gap-1">
        <h2 id="waiting-title" className="text-h3">
          {t("heading")}
        </h2>
        <p className="max-w-prose text-ink2">{t("body")}</p>
      </div>
      <Table
        caption={t("heading")}
        columns={[
          { key: "name", header: t("name"), phone: "title" },
          { key: "since", header: t("since") },
        ]}
        rows={rows}
        empty={t("empty")}
      />
      <Pagination nextHref={queue.nextCursor ? `${back}/waiting?cursor=${queue.nextCursor}` : undefined} />
    </section>
  );
}
