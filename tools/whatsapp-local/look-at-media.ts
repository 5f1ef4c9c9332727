// Of messages with a link: what the Cloud API takes, and how much of it (media types and sizes, checked 2026-10).
const MEBIBYTE = 1024 * 1024;
const TAKEN: Readonly<Record<string, { types: readonly string[]; mostBytes: number }>> = {
  image: { types: ["image/jpeg", "image/png"], mostBytes: 5 * MEBIBYTE },
  video: { types: ["video/mp4", "video/3gpp"], mostBytes: 16 * MEBIBYTE },
  document: { types: ["application/pdf", "text/plain"], mostBytes: 100 * MEBIBYTE },
};

type Linked = { link?: unknown };
type Message = Record<string, unknown> & {
  type?: unknown;
  template?: { components?: { type?: string; parameters?: Record<string, unknown>[] }[] };
};

/** Where a message's picture, film or document is, and what it is to be; null when it has none. */
function linkIn(message: Message): { kind: string; link: string } | null {
  const header = message.template?.components?.find(({ type }) => type === "header")?.parameters?.[0];
  const holder = message.type === "template" ? header : message;
  const kind = String(holder?.type ?? "");
  const link = (holder?.[kind] as Linked | undefined)?.link;
  return Object.hasOwn(TAKEN, kind) && typeof link === "string" ? { kind, link } : null;
}

/** Fetches what a message links to, as the Cloud API does, and says whether it would have been shown. */
export async function canShowMedia(message: Message): Promise<boolean> {
  const linked = linkIn(message);
  const taken = linked && TAKEN[linked.kind];
  if (!linked || !taken) return true;
  const answer = await fetch(linked.link).catch(() => null);
  if (!answer?.ok) return false;
  const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
  const { byteLength } = await answer.arrayBuffer();
  return taken.types.includes(type) && byteLength <= taken.mostBytes;
}
