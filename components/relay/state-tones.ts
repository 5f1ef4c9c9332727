import type { ComponentProps } from "react";
import type { Badge } from "@/components/ui/badge";
import type { TaskState } from "@/lib/relay/rules";

export const STATE_TONES: Record<TaskState, NonNullable<ComponentProps<typeof Badge>["tone"]>> = {
  waiting: "neutral",
  open: "info",
  late: "warning",
  held: "neutral",
  posted: "success",
  withdrawn: "warning",
  closed: "neutral",
};
