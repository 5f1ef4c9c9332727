import { readLink } from "./read-link";
import type { FormattedText, Inline, Line } from "./types";

const STYLES = { "*": "bold", _: "italic", "~": "strike" } as const;
type Mark = keyof typeof STYLES;

/** Reads WhatsApp formatting (A2). Any text is valid: marks without a partner stay as they are. */
export function parseFormat(text: string): FormattedText {
  return splitLines(text).map(parseLine);
}

/** Lines end at line breaks, except inside ```monospace```, which may span several. */
function splitLines(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.startsWith("```", at)) at += Math.max(monoLength(text, at) - 1, 0);
    else if (text[at] === "\n") {
      lines.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...lines, text.slice(start)];
}

function monoLength(text: string, at: number): number {
  const end = text.indexOf("```", at + 4);
  return end === -1 ? 0 : end + 3 - at;
}

function parseLine(line: string): Line {
  const marker = /^(?:> |[-*] |\d{1,3}\. )(?=.)/u.exec(line)?.[0] ?? "";
  return { type: lineType(marker), marker, children: parseInline(line.slice(marker.length), "") };
}

function lineType(marker: string): Line["type"] {
  if (marker === "") return "plain";
  if (marker === "> ") return "quote";
  return marker === "- " || marker === "* " ? "bullet" : "number";
}

/** `open` holds the marks around this text: a style does not nest in itself. */
function parseInline(text: string, open: string): Inline[] {
  const nodes: Inline[] = [];
  let plain = "";
  let at = 0;
  const dead = new Set<string>();
  while (at < text.length) {
    const found = readNode(text, at, open, dead);
    if (found === null) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain !== "") nodes.push({ type: "text", text: plain });
    plain = "";
    nodes.push(found.node);
    at += found.length;
  }
  if (plain !== "") nodes.push({ type: "text", text: plain });
  return nodes;
}

type Found = { node: Inline; length: number };

function readNode(text: string, at: number, open: string, dead: Set<string>): Found | null {
  const literal = readLiteral(text, at);
  if (literal) return literal;
  const mark = text[at];
  if (!isMark(mark) || open.includes(mark) || dead.has(mark) || !canOpen(text, at)) return null;
  const end = findClose(text, at, mark);
  if (end === -1) {
    // No partner from here on: nor for a later one.
    dead.add(mark);
    return null;
  }
  const children = parseInline(text.slice(at + 1, end), open + mark);
  return { node: { type: STYLES[mark], children }, length: end + 1 - at };
}

/** Code and links, inside which marks mean nothing. */
function readLiteral(text: string, at: number): Found | null {
  if (text.startsWith("```", at)) {
    const length = monoLength(text, at);
    if (length > 0) return { node: { type: "mono", text: text.slice(at + 3, at + length - 3) }, length };
  }
  if (text[at] === "`") {
    const end = text.indexOf("`", at + 1);
    const code = end === -1 ? "" : text.slice(at + 1, end);
    if (code.trim() !== "") return { node: { type: "code", text: code }, length: code.length + 2 };
  }
  const url = text[at] === "h" || text[at] === "H" ? readLink(text, at) : null;
  return url === null ? null : { node: { type: "link", url }, length: url.length };
}

function findClose(text: string, from: number, mark: Mark): number {
  let at = from + 1;
  while (at < text.length) {
    const literal = readLiteral(text, at);
    if (literal) at += literal.length;
    else if (text[at] === mark && at > from + 1 && canClose(text, at)) return at;
    else at += 1;
  }
  return -1;
}

function isMark(character: string | undefined): character is Mark {
  return character !== undefined && character in STYLES;
}

function canOpen(text: string, at: number): boolean {
  return !isWord(text[at - 1]) && /\S/u.test(text[at + 1] ?? " ");
}

function canClose(text: string, at: number): boolean {
  return !isWord(text[at + 1]) && /\S/u.test(text[at - 1] ?? " ");
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
