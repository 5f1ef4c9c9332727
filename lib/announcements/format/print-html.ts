import { escapeHtml } from "@/lib/shared/html";
import type { FormattedText, Inline, Line } from "./types";

/** The text as HTML for a letter: what the portal shows, in marks that every mail reader knows. */
export function printHtml(text: FormattedText): string {
  return text.map(printLine).join("");
}

const PARAGRAPH = "margin:0 0 4px;white-space:pre-wrap";
const STYLES: Record<Line["type"], string> = {
  plain: PARAGRAPH,
  quote: `${PARAGRAPH};border-left:2px solid #8a8076;padding-left:8px;color:#5c5348`,
  bullet: `${PARAGRAPH};padding-left:16px`,
  number: `${PARAGRAPH};padding-left:16px`,
};

function printLine({ type, marker, children }: Line): string {
  const lead = { plain: "", quote: "", bullet: "• ", number: escapeHtml(marker) }[type];
  const words = children.map(printNode).join("");
  return `<p style="${STYLES[type]}">${lead}${words === "" ? "&nbsp;" : words}</p>`;
}

const TAGS = { bold: "strong", italic: "em", strike: "s" } as const;

function printNode(node: Inline): string {
  switch (node.type) {
    case "text":
      return escapeHtml(node.text);
    case "code":
    case "mono":
      return `<code style="font-family:ui-monospace,monospace">${escapeHtml(node.text)}</code>`;
    case "link":
      return `<a href="${escapeHtml(node.url)}" rel="noopener noreferrer nofollow" style="color:#1f5f5b">${escapeHtml(node.url)}</a>`;
    case "bold":
    case "italic":
    case "strike":
      return `<${TAGS[node.type]}>${node.children.map(printNode).join("")}</${TAGS[node.type]}>`;
  }
}
