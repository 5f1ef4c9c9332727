import type { Tone } from "@/components/ui/badge";
import type { BulkAct, Outcome } from "@/lib/bulk-acts/types";

export const statusTones: Record<BulkAct["status"], Tone> = {
  queued: "neutral",
  running: "info",
  done: "success",
  failed: "danger",
};

export const outcomeTones: Record<Outcome, Tone> = {
  done: "success",
  unchanged: "neutral",
  refused: "danger",
};
