import { Parser } from "htmlparser2";
import { cleanName, takeGraphemes } from "@/lib/shared/text";
import type { PagePreview } from "./types";

const MOST_TITLE = 200;
const MOST_DESCRIPTION = 300;
const TITLES = ["og:title", "twitter:title"];
const DESCRIPTIONS = ["og:description", "description", "twitter:description"];

/** What a page says of itself in its head: what it wants shown first, else its title and description. Empty where it says nothing. */
export function readPage(html: string): PagePreview {
  const said = new Map<string, string>();
  let isTitle = false;
  let title = "";
  const parser = new Parser({
    onopentag(tag, { name, property, content }) {
      isTitle = tag === "title" && title === "";
      const key = (property ?? name ?? "").toLowerCase();
      if (tag === "meta" && content && !said.has(key)) said.set(key, content);
      // The head is over; pages that leave the tag out begin their body so.
      if (tag === "body") parser.pause();
    },
    ontext(text) {
      if (isTitle) title += text;
    },
    onclosetag(tag) {
      if (tag === "title") isTitle = false;
      if (tag === "head") parser.pause();
    },
  });
  parser.write(html);
  const first = (keys: readonly string[]) => keys.map((key) => said.get(key)).find((text) => text?.trim());
  return {
    title: shortened(first(TITLES) ?? title, MOST_TITLE),
    description: shortened(first(DESCRIPTIONS) ?? "", MOST_DESCRIPTION),
  };
}

function shortened(text: string, most: number): string {
  const clean = cleanName(text).replace(/\s+/gu, " ");
  const kept = takeGraphemes(clean, most);
  return kept === clean ? clean : `${takeGraphemes(clean, most - 1).trimEnd()}…`;
}

/** The text of a page by the character set that its answer or its own beginning names; UTF-8 without one. */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1_024));
  const named = /charset=["']?([\w-]+)/iu.exec(contentType) ?? /<meta[^>]+charset=["']?([\w-]+)/iu.exec(head);
  try {
    return new TextDecoder(named?.[1] ?? "utf-8").decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
