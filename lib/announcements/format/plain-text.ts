import { parseFormat } from "./parse-format";
import type { Inline } from "./types";

/** The words of a text in one line, without marks: for a row of a list. */
export function plainText(text: string): string {
  return parseFormat(text)
    .map(({ children }) => children.map(wordsOf).join(""))
    .join(" ")
    .replace(/\s+/gu, " ")
    .trim();
}

function wordsOf(node: Inline): string {
  switch (node.type) {
    case "text":
    case "code":
    case "mono":
      return node.text;
    case "link":
      return node.url;
    case "bold":
    case "italic":
    case "strike":
      return node.children.map(wordsOf).join("");
  }
}
