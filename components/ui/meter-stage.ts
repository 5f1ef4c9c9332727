export type MeterStage = "calm" | "near" | "tight" | "full";

/** L11: how close a count is to its limit: hint from 80 %, warning from 95 %, full at 100 %. */
export function meterStage(value: number, max: number): MeterStage {
  const share = max > 0 ? value / max : 1;
  if (share >= 1) return "full";
  if (share >= 0.95) return "tight";
  return share >= 0.8 ? "near" : "calm";
}
