import { parseFormat } from "@/lib/announcements/format/parse-format";
import type { Inline } from "@/lib/announcements/format/types";

/** The longest address that a preview is kept for, as it is written out. */
const MOST_LENGTH = 2_000;

/** The first web address that a text shows as one, written out as browsers send it, without the place within its page; null without one. */
export function firstLink(text: string): string | null {
  if (!/https?:/iu.test(text)) return null;
  const found = firstIn(parseFormat(text).flatMap(({ children }) => children));
  if (found === null) return null;
  const url = new URL(found);
  url.hash = "";
  return url.href.length <= MOST_LENGTH ? url.href : null;
}

function firstIn(nodes: readonly Inline[]): string | null {
  for (const node of nodes) {
    if (node.type === "link") return node.url;
    const within = "children" in node ? firstIn(node.children) : null;
    if (within !== null) return within;
  }
  return null;
}
