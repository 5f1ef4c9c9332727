import type { ChatEntry } from "./types";

export type ReadBody = Pick<ChatEntry, "body" | "mediaName" | "edited"> & {
  kind: "text" | "media" | "deleted";
};

const MARKS = /[\u200e\u200f\u202a-\u202e]/gu;
// Markers stand at the ends of a message: only so many characters are searched for them.
const REACH = 600;
const EDITED =
  /\s*<(?:this message was edited|(?:esta )?mensagem (?:foi )?editada|se editó este mensaje|(?:este )?mensaje (?:fue )?editado)\.?>\s*$/iu;
const DELETED =
  /^(?:this message was deleted(?: by .+)?|you deleted this message(?: as admin)?|(?:esta |essa )?mensagem (?:foi )?apagada(?: por .+| pelo admin.*)?|(?:você )?apag(?:ou|aste) (?:esta|essa) mensagem(?: como admin)?|se eliminó este mensaje|este mensaje fue eliminado(?: por .+)?|eliminaste este mensaje(?: como admin)?)\.?$/iu;
const ATTACHED_TAG = /<(?:attached|anexado|anexo|adjunto|archivo adjunto):\s*([^<>]+?)>/iu;
const ATTACHED_SUFFIX =
  /^(.+?\.\w{2,5})\s+\((?:file attached|arquivo anexado|ficheiro anexado|archivo adjunto)\)/iu;
const OMITTED_TAG =
  /^<[^<>\n]*\b(?:omitted|omitid[oa]s?|ocult[oa]s?|ocultad[oa]s?|não revelad[oa])\b[^<>\n]*>/iu;
const OMITTED_WORDS =
  /^(?:(.+\.\w{2,5}) • .*\s)?(?:image|video|audio|sticker|gif|document|contact card|video note|imagem|vídeo|áudio|figurinha|documento|cart[aã]o d[eo] contat?o|nota de vídeo|imagen|tarjeta de contacto|ficha de contacto) (?:omitted|omitid[oa]|ocultad[oa])$/iu;

/** What a message is: text, a file with its name where the export tells, or the stub of a deleted message. */
export function readBody(raw: string): ReadBody {
  const unmarked = raw.replace(MARKS, "").trim();
  const tail = unmarked.slice(-REACH);
  const body = (unmarked.slice(0, -REACH) + tail.replace(EDITED, "")).trim();
  const edited = body === unmarked ? {} : { edited: true as const };
  if (DELETED.test(body)) return { kind: "deleted", body: "" };
  return { ...(readMedia(body) ?? { kind: "text", body }), ...edited };
}

function readMedia(body: string): ReadBody | null {
  const head = body.slice(0, REACH);
  const attached = ATTACHED_SUFFIX.exec(head) ?? ATTACHED_TAG.exec(head);
  const name = attached?.[1];
  if (attached && name) return { kind: "media", body: without(body, attached[0]), mediaName: name.trim() };
  const omitted = OMITTED_TAG.exec(head);
  if (omitted) return { kind: "media", body: without(body, omitted[0]) };
  const words = body.length > REACH ? null : OMITTED_WORDS.exec(body);
  if (!words) return null;
  return { kind: "media", body: "", ...(words[1] && { mediaName: words[1] }) };
}

/** What is left is the caption. */
function without(body: string, marker: string): string {
  return body.replace(marker, "").trim();
}
