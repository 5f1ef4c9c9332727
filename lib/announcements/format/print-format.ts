import type { FormattedText, Inline } from "./types";

const MARKS = { bold: "*", italic: "_", strike: "~" } as const;

/** The text with its marks: what `parseFormat` read, letter by letter. */
export function printFormat(text: FormattedText): string {
  return text.map(({ marker, children }) => marker + printInline(children)).join("\n");
}

function printInline(nodes: readonly Inline[]): string {
  return nodes.map(printNode).join("");
}

function printNode(node: Inline): string {
  switch (node.type) {
    case "text":
      return node.text;
    case "link":
      return node.url;
    case "code":
      return `\`${node.text}\``;
    case "mono":
      return `\`\`\`${node.text}\`\`\``;
    case "bold":
    case "italic":
    case "strike":
      return MARKS[node.type] + printInline(node.children) + MARKS[node.type];
  }
}

/** The words alone, for channels without formatting: a push notification, a subject line, a search index. */
export function plainText(text: FormattedText): string {
  const words = (nodes: readonly Inline[]): string =>
    nodes
      .map((node) => {
        if ("children" in node) return words(node.children);
        return node.type === "link" ? node.url : node.text;
      })
      .join("");
  return text
    .map(
      ({ type, marker, children }) =>
        (type === "number" || type === "bullet" ? marker : "") + words(children),
    )
    .join("\n");
}

/** Every web address of a text, each once. */
export function listLinks(text: FormattedText): string[] {
  const inside = (nodes: readonly Inline[]): string[] =>
    nodes.flatMap((node) => {
      if ("children" in node) return inside(node.children);
      return node.type === "link" ? [node.url] : [];
    });
  return [...new Set(text.flatMap(({ children }) => inside(children)))];
}
