import { CircleHelp, Heart, Lightbulb, TriangleAlert } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import type { FeedbackKind } from "@/lib/feedback/types";

const icons = {
  suggestion: Lightbulb,
  question: CircleHelp,
  complaint: TriangleAlert,
  praise: Heart,
} as const;

/** The picture of a kind; its word always stands beside it. */
export function KindIcon({ kind, size = 20 }: { kind: FeedbackKind; size?: 16 | 20 | 24 }) {
  return <Icon of={icons[kind]} size={size} className="shrink-0 text-telha" />;
}
