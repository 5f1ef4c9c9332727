import type { Shape, Tone } from "@/components/ui/badge";
import type { ImportStatus } from "@/lib/imports/types";

/** How a status looks beside its word. */
export const statusLook: Record<ImportStatus, { tone: Tone; shape: Shape }> = {
  queued: { tone: "neutral", shape: "empty" },
  running: { tone: "info", shape: "half" },
  needs_review: { tone: "warning", shape: "quarter" },
  done: { tone: "success", shape: "full" },
  failed: { tone: "danger", shape: "cross" },
  undone: { tone: "neutral", shape: "cross" },
};
