import type { Shape, Tone } from "@/components/ui/badge";
import type { AnnouncementStatus } from "@/lib/announcements/rules";

/** Each state has a colour and, for those who do not tell colours apart, a shape; the word stands beside it. */
export const STATUS_LOOKS: Record<AnnouncementStatus, { tone: Tone; shape: Shape }> = {
  draft: { tone: "neutral", shape: "empty" },
  in_review: { tone: "info", shape: "quarter" },
  approved: { tone: "info", shape: "half" },
  scheduled: { tone: "primary", shape: "quarter" },
  sending: { tone: "brand", shape: "half" },
  paused: { tone: "warning", shape: "half" },
  sent: { tone: "success", shape: "full" },
  cancelled: { tone: "neutral", shape: "cross" },
  failed: { tone: "danger", shape: "cross" },
  missed: { tone: "danger", shape: "empty" },
};

/** Reasons that the product gives by itself, and has words for; any other was typed by a person. */
export const KNOWN_REASONS = [
  "too_late",
  "not_allowed",
  "retracted",
  "edited",
  "created",
  "restored",
  "unpaid",
  "deletion",
  "plan_limit",
  "approval_void",
  "skipped",
  "split",
  "series_over",
  "reminder",
  "corrected",
  "evergreen_ended",
  "evergreen_not_allowed",
  "retry_failed",
  "retry_unknown",
] as const;
