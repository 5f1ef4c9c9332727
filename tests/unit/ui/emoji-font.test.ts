import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const shipped = readFileSync("node_modules/@infolektuell/noto-color-emoji/index.css", "utf8");
const declared = readFileSync("app/emoji.css", "utf8");
const TEXT_BY_ITSELF = ["23", "2a", "30-39", "a9", "ae", "20e3", "2122", "2139"];
const VARIATION_SELECTOR = "fe0f";

it("every part of the emoji font is declared with the characters that it has, less those that are text", () => {
  const left = new Set([...TEXT_BY_ITSELF, VARIATION_SELECTOR].map((code) => `U+${code}`));
  const wanted = partsOf(shipped).map(({ file, ranges }) => ({
    file,
    ranges: ranges.filter((range) => !left.has(range)),
  }));
  expect(wanted.length).toBeGreaterThan(0);
  expect(partsOf(declared).slice(0, wanted.length)).toEqual(wanted);
});

it("a device with an emoji font of its own is asked before anything is fetched", () => {
  const sources = declared.match(/src:[^;]+;/g) ?? [];
  for (const source of sources) expect(source.indexOf("local(")).toBeLessThan(source.indexOf("url("));
});

function partsOf(css: string): { file: string; ranges: string[] }[] {
  return [...css.matchAll(/files\/(\d+)\.woff2[\s\S]*?unicode-range:([^;]+);/g)].map(([, file, ranges]) => ({
    file: file ?? "",
    ranges: (ranges ?? "").split(",").map((range) => range.trim()),
  }));
}
