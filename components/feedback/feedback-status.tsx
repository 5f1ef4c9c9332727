import { getTranslations } from "next-intl/server";
import { Badge, type Shape, type Tone } from "@/components/ui/badge";
import type { FeedbackStatus } from "@/lib/feedback/types";

const looks: Record<FeedbackStatus, { tone: Tone; shape: Shape }> = {
  new: { tone: "info", shape: "empty" },
  triaged: { tone: "neutral", shape: "quarter" },
  planned: { tone: "primary", shape: "quarter" },
  in_progress: { tone: "warning", shape: "half" },
  done: { tone: "success", shape: "full" },
  declined: { tone: "danger", shape: "cross" },
  merged: { tone: "neutral", shape: "full" },
};

/** A state in a word, a shape and a colour. */
export async function FeedbackStatusBadge({ status }: { status: FeedbackStatus }) {
  const t = await getTranslations("feedback.statuses");
  return <Badge {...looks[status]}>{t(status)}</Badge>;
}
