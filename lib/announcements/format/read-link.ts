const LINK = /https?:\/\/[^\s<>"`|\\^{}]+/iuy;
const TRAILING = /[.,;:!?'"*_~)\]]+$/u;

/** The web address that begins at `at`, without the punctuation of the sentence around it; http and https only. */
export function readLink(text: string, at: number): string | null {
  if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return null;
  LINK.lastIndex = at;
  const found = LINK.exec(text)?.[0];
  if (!found) return null;
  const url = trimEnd(found);
  return URL.canParse(url) && new URL(url).hostname !== "" ? url : null;
}

/** A closing bracket stays when it was opened inside the address. */
function trimEnd(found: string): string {
  const tail = TRAILING.exec(found.slice(-50))?.[0] ?? "";
  const body = found.slice(0, found.length - tail.length);
  const open = body.split("(").length - body.split(")").length;
  return open > 0 && tail.startsWith(")") ? `${body})` : body;
}
