import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Time } from "@/components/ui/time";
import type { PrivacyRequest } from "@/lib/privacy/types";
import { DaysBadge, RequestBadge } from "./request-badge";

type RequestListProps = { base: string; requests: readonly PrivacyRequest[]; zone: string };

/** The queue: whom it is about, what they ask, and what is left of the law's days. */
export async function RequestList({ base, requests, zone }: RequestListProps) {
  const [t, words] = await Promise.all([
    getTranslations("privacy.centre"),
    getTranslations("privacy.requests"),
  ]);
  return (
    <ol
      aria-label={t("list")}
      className="grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
    >
      {requests.map((request) => (
        <li
          key={request.id}
          className="relative grid gap-x-4 gap-y-1.5 px-4 py-3 hover:bg-sunken/60 md:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(15rem,auto)] md:items-center"
        >
          <span className="grid min-w-0">
            <Link
              href={`${base}/requests/${request.id}`}
              className="min-w-0 break-words font-semibold text-ink no-underline after:absolute after:inset-0"
            >
              {words(`kinds.${request.kind}`)}
            </Link>
            <span className="min-w-0 break-words text-ink2 text-meta">{request.name ?? words("erased")}</span>
          </span>
          <span className="text-ink2 text-meta">
            {words(`ways.${request.receivedBy}`)} ·{" "}
            <Time at={request.closedAt ?? request.receivedAt} zone={zone} kind="date" />
          </span>
          <span className="flex flex-wrap gap-2 md:justify-end">
            <RequestBadge status={request.status} />
            <DaysBadge request={request} />
          </span>
        </li>
      ))}
    </ol>
  );
}
