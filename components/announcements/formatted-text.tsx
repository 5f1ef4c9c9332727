import type { ReactNode } from "react";
import { parseFormat } from "@/lib/announcements/format/parse-format";
import type { Inline, Line } from "@/lib/announcements/format/types";

/** A body with its WhatsApp formatting (A2), line by line as a phone shows it. Links open elsewhere, without a trace of us. */
export function FormattedText({ text }: { text: string }) {
  return parseFormat(text).map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place.
    <LineOfText key={index} line={line} />
  ));
}

function LineOfText({ line }: { line: Line }) {
  const words = line.children.length > 0 ? inline(line.children) : "\u00a0";
  if (line.type === "quote") return <p className="border-current border-l-2 pl-2 opacity-80">{words}</p>;
  if (line.type === "bullet") return <p className="pl-4 -indent-3">• {words}</p>;
  if (line.type === "number")
    return (
      <p className="pl-5 -indent-5">
        {line.marker}
        {words}
      </p>
    );
  return <p>{words}</p>;
}

function inline(nodes: readonly Inline[]): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line have no identity but their place.
  return nodes.map((node, index) => <Node key={index} node={node} />);
}

function Node({ node }: { node: Inline }): ReactNode {
  switch (node.type) {
    case "text":
      return node.text;
    case "bold":
      return <strong>{inline(node.children)}</strong>;
    case "italic":
      return <em>{inline(node.children)}</em>;
    case "strike":
      return <s>{inline(node.children)}</s>;
    case "code":
    case "mono":
      return <code className="whitespace-pre-wrap font-mono text-[0.92em]">{node.text}</code>;
    case "link":
      return (
        <a href={node.url} target="_blank" rel="noopener noreferrer nofollow" className="break-all underline">
          {node.url}
        </a>
      );
  }
}
