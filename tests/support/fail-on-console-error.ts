import { afterEach, beforeEach, expect, vi } from "vitest";

// What a developer would have to notice in the output, a test notices by failing. A test that means to
// provoke console.error mocks it itself.
const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  vi.spyOn(console, "error").mockImplementation((...values: unknown[]) => {
    printed.push(values.map(String).join(" "));
  });
});

afterEach(() => {
  expect(printed, "console.error was called").toEqual([]);
});
