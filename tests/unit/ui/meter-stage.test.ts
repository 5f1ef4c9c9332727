import { expect, it } from "vitest";
import { meterStage } from "@/components/ui/meter-stage";

it.each([
  [0, 1024, "calm"],
  [819, 1024, "calm"],
  [820, 1024, "near"],
  [973, 1024, "tight"],
  [1023, 1024, "tight"],
  [1024, 1024, "full"],
  [1030, 1024, "full"],
  [0, 0, "full"],
])("L11: %i of %i is %s", (value, max, stage) => {
  expect(meterStage(value, max)).toBe(stage);
});
