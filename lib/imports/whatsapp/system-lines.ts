import type { ChatEvent } from "./types";

// What WhatsApp itself writes, in Portuguese, English and Spanish. Texts differ by version and platform, so the
// patterns hold on to verbs and shape. A system line in another language is still `system`, without an event.
const LONGEST = 400; // WhatsApp's own lines are short; longer text is a person's.

const NOTICE = [
  /end-to-end encrypt/iu,
  /criptografia de ponta a ponta|encripta[cç][aã]o ponta a ponta|encriptad[ao]s ponto a ponto/iu,
  /cifrad[oa]s? de extremo a extremo|cifrado de extremo a extremo/iu,
];

/** Beginnings that may be followed by a quoted name with ": " in it. */
const QUOTING =
  /\b(?:changed the (?:subject|group name|group description)|created (?:the )?(?:group|community)|(?:mudou|alterou) o (?:nome|assunto)|criou (?:o grupo|a comunidade)|(?:cambió|cambiaste) (?:el (?:nombre|asunto))|creó (?:el grupo|la comunidad)|You created (?:the )?group|Você criou o grupo|Creaste el grupo)\b[^"“«]*["“«]/iu;

type Pattern = { type: ChatEvent["type"]; text: RegExp };

// `who` is the person who came or went, `by` the one who did it.
const EVENTS: Pattern[] = [
  {
    type: "joined",
    text: /^(?<who>.+?) joined(?: using (?:this group's|a group|an?|the)? ?.*(?:invite|link).*| from the community| via .*| the group)?\.?$/iu,
  },
  {
    type: "joined",
    text: /^(?<who>.+?) (?:entrou|entrei)(?: (?:usando|por meio|através|com|pelo|via|no grupo|a partir|na comunidade|no).*)?\.?$/iu,
  },
  {
    type: "joined",
    text: /^(?<who>.+?) se uni[óo](?: (?:usando|con|mediante|a través|al|desde|por).*)?\.?$/iu,
  },
  { type: "joined", text: /^(?<who>.+?) (?:ingresó|entró) .*(?:enlace|grupo|comunidad).*$/iu },
  {
    type: "left",
    text: /^(?<who>.+?) (?:left|saiu|salió)(?: (?:the group|do grupo|del grupo|da comunidade|the community|de la comunidad))?\.?$/iu,
  },
  {
    type: "added",
    text: /^(?:(?<by>.+?) added|(?<me>You) were added by .+?|(?<passive>.+?) (?:was|were) added)(?: (?<who>.+?))?(?: to the group)?\.?$/iu,
  },
  { type: "added", text: /^(?<by>.+?) (?:adicionou|adicionaste) (?<who>.+?)(?: ao grupo)?\.?$/iu },
  { type: "added", text: /^(?<passive>.+?) foi adicionad[oa](?: .*)?\.?$/iu },
  {
    type: "added",
    text: /^(?<by>.+?) (?:añadió|agregó|añadiste|agregaste)(?: a)? (?<who>.+?)(?: al grupo)?\.?$/iu,
  },
  { type: "removed", text: /^(?<by>.+?) removed (?<who>.+?)(?: from the group)?\.?$/iu },
  { type: "removed", text: /^(?<by>.+?) removeu (?<who>.+?)(?: do grupo)?\.?$/iu },
  { type: "removed", text: /^(?<by>.+?) (?:eliminó|expulsó|sacó) a (?<who>.+?)(?: del grupo)?\.?$/iu },
];

// Asked first: few lines hold one of these, and the patterns above are slow on the others.
const EVENT_VERB =
  /joined|left|added|removed|entr(?:ou|ei|ó)|saiu|salió|uni[óo]|ingresó|adicion|añadi|agreg|removeu|eliminó|expulsó|sacó/iu;

const OTHER_SYSTEM = [
  QUOTING,
  /changed (?:this group's|the group|their|to|his|her)|security code|disappearing messages|pinned a message|now an admin|no longer an admin/iu,
  /(?:mudou|alterou|apagou|removeu) (?:a (?:descrição|imagem|foto)|o (?:número|ícone|nome|código)|as configurações|para)|código de segurança|mensagens temporárias|fixou uma mensagem|agora é (?:um )?admin|não é mais admin/iu,
  /(?:cambió|eliminó) (?:la (?:descripción|imagen|foto)|el (?:ícono|icono|número)|su número|los ajustes|a )|código de seguridad|mensajes temporales|fijó un mensaje|ahora (?:es|eres) admin|ya no (?:es|eres) admin/iu,
  /^(?:Missed (?:group )?(?:voice|video) call|Chamada de (?:voz|vídeo) perdida|(?:Llamada|Videollamada) perdida)/iu,
];

/** The encryption notice, which some exports put in the mouth of the group. */
export function isEncryptionNotice(text: string): boolean {
  return NOTICE.some((pattern) => pattern.test(text.slice(0, LONGEST)));
}

/** What WhatsApp writes about a group: subject, description, numbers, admins, calls. */
export function isSystemText(whole: string): boolean {
  const text = whole.slice(0, LONGEST);
  return isEncryptionNotice(text) || OTHER_SYSTEM.some((pattern) => pattern.test(text));
}

/** A line such as `Ana changed the subject to "Vendas: maio"`: the ": " in the quote ends no author's name. */
export function quotesAfterVerb(beforeColon: string): boolean {
  return QUOTING.test(beforeColon);
}

/** Who came or went, where the line tells. */
export function readEvent(text: string): ChatEvent | null {
  const line = text.replace(/[\u200e\u200f\u202a-\u202e]/gu, "").trim();
  if (line.length > LONGEST || !EVENT_VERB.test(line) || isSystemText(line)) return null;
  for (const { type, text: pattern } of EVENTS) {
    const groups = pattern.exec(line)?.groups;
    const who = groups?.who ?? groups?.passive ?? groups?.me;
    if (groups && who) return { type, who: splitNames(who), by: groups.by ?? null };
  }
  return null;
}

function splitNames(who: string): string[] {
  return who
    .split(/,\s+(?:and |e |y )?|\s+(?:and|e|y)\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
