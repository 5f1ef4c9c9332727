import { findNamesWithColon, splitAuthor } from "./authors";
import { readBody } from "./body";
import { dateText, readDate } from "./calendar-date";
import { inferDateOrder } from "./date-order";
import { makeFingerprinter } from "./fingerprint";
import { type Header, readHeader } from "./header";
import { readLines } from "./read-lines";
import { isSystemText, readEvent } from "./system-lines";
import type { ChatAuthor, ChatEntry, DateOrder, ParsedChat } from "./types";

type Block = { line: number; header: Header; rest: string };
type Read = Omit<ChatEntry, "line" | "localTime" | "fingerprint">;

/** Reads the text of an "Export chat" file (I2). `dateOrder` is the answer of a person, or `auto`. */
export function parseChat(text: string, dateOrder: DateOrder | "auto" = "auto"): ParsedChat {
  const lines = readLines(text);
  const headers = lines.map(readHeader);
  const look = commonLook(headers);
  if (look === null) return { ...nothing, status: "not_a_chat" };
  const own = headers.map((header) => (header?.look === look ? header : null));
  const dates = own.flatMap((header) => (header ? [header.numbers] : []));
  const inferred = dateOrder === "auto" ? inferDateOrder(dates) : { order: dateOrder, candidates: [] };
  const order = inferred.order;
  const isDated = (header: Header) =>
    readDate(header.numbers, order ?? inferred.candidates[0] ?? "dmy") !== null;
  const { blocks, skippedLines } = joinLines(
    lines,
    own.map((header) => (header && isDated(header) ? header : null)),
  );
  if (blocks.length === 0) return { ...nothing, status: "not_a_chat", skippedLines };
  const entries = readEntries(blocks, order ?? "dmy");
  return {
    status: order === null ? "ambiguous" : "ok",
    dateOrder: order,
    candidates: inferred.candidates,
    sampleDate: blocks[0]?.header.rawDate ?? null,
    entries: order === null ? [] : entries,
    authors: countAuthors(entries),
    skippedLines,
  };
}

const nothing: ParsedChat = {
  status: "not_a_chat",
  dateOrder: null,
  candidates: [],
  sampleDate: null,
  entries: [],
  authors: [],
  skippedLines: [],
};

function commonLook(headers: readonly (Header | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const header of headers) if (header) counts.set(header.look, (counts.get(header.look) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

function joinLines(lines: readonly string[], headers: readonly (Header | null)[]) {
  const blocks: (Block & { more: string[] })[] = [];
  const skippedLines: number[] = [];
  for (const [index, text] of lines.entries()) {
    const header = headers[index];
    const current = blocks.at(-1);
    if (header) blocks.push({ line: index + 1, header, rest: header.rest, more: [] });
    else if (current) current.more.push(text);
    else if (text.trim() !== "") skippedLines.push(index + 1);
  }
  const joined = blocks.map(({ more, ...block }) => ({
    ...block,
    rest: [block.rest, ...more].join("\n").trimEnd(),
  }));
  return { blocks: joined, skippedLines };
}

function readEntries(blocks: readonly Block[], order: DateOrder): ChatEntry[] {
  const fingerprint = makeFingerprinter();
  const names = findNamesWithColon(blocks.map(({ header }) => header.rest));
  return blocks.flatMap(({ line, header, rest }) => {
    const date = readDate(header.numbers, order);
    if (date === null) return [];
    const localTime = `${dateText(date)}T${header.time}`;
    const read = readEntry(rest, names);
    const content = read.mediaName ? `${read.body}\n${read.mediaName}` : `${read.kind}:${read.body}`;
    return [{ line, localTime, ...read, fingerprint: fingerprint(localTime, read.author, content) }];
  });
}

function readEntry(rest: string, names: ReadonlySet<string>): Read {
  const { author, body } = splitAuthor(rest, names);
  if (author === null) return systemEntry(body);
  // iPhones write system lines under a name, and mark them with an invisible left-to-right mark.
  const isMarked = /^\u200e/u.test(body);
  if (isMarked && readBody(body).kind === "text" && (readEvent(body) || isSystemText(body)))
    return systemEntry(body);
  return { author, ...readBody(body) };
}

function systemEntry(text: string): Read {
  const body = text.replace(/[\u200e\u200f\u202a-\u202e]/gu, "").trim();
  const event = readEvent(body);
  return { author: null, kind: "system", body, ...(event && { event }) };
}

function countAuthors(entries: readonly ChatEntry[]): ChatAuthor[] {
  const counts = new Map<string, number>();
  for (const { author } of entries) if (author) counts.set(author, (counts.get(author) ?? 0) + 1);
  return [...counts].map(([name, messages]) => ({ name, messages })).sort((a, b) => b.messages - a.messages);
}
