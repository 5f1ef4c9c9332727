import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import type { PrivacyRequest, RequestStatus } from "@/lib/privacy/types";

const LOOKS = {
  open: { tone: "info", shape: "empty" },
  in_progress: { tone: "primary", shape: "half" },
  done: { tone: "success", shape: "full" },
  refused: { tone: "danger", shape: "cross" },
  cancelled: { tone: "neutral", shape: "cross" },
} as const satisfies Record<RequestStatus, unknown>;

const SOON_DAYS = 3;

/** Where a request stands. */
export async function RequestBadge({ status }: { status: RequestStatus }) {
  const t = await getTranslations("privacy.requests.statuses");
  return <Badge {...LOOKS[status]}>{t(status)}</Badge>;
}

/** What is left of the law's days; nothing once it is closed. */
export async function DaysBadge({ request: { daysLeft } }: { request: Pick<PrivacyRequest, "daysLeft"> }) {
  if (daysLeft === null) return null;
  const t = await getTranslations("privacy.requests");
  if (daysLeft < 0) return <Badge tone="danger">{t("overdue", { days: -daysLeft })}</Badge>;
  return (
    <Badge tone={daysLeft <= SOON_DAYS ? "warning" : "neutral"}>{t("daysLeft", { days: daysLeft })}</Badge>
  );
}
