import { type ArchiveError, type ArchiveLimits, isZip, unpackWithin } from "../archive-limits";
import { decodeText } from "../decode-text";

export type ChatFileError =
  | ArchiveError
  | "zip_without_chat"
  | "file_too_large"
  | "file_empty"
  | "file_not_text";
export type ChatFile =
  | { ok: true; text: string; fileName: string | null; mediaNames: string[] }
  | { ok: false; code: ChatFileError };

// 40,000 messages, the most that WhatsApp exports, stay well below 20 MB of text.
const MAX_TEXT_BYTES = 32 * 1024 * 1024;

export const CHAT_ARCHIVE_LIMITS: ArchiveLimits = {
  maxArchiveBytes: 512 * 1024 * 1024,
  maxFiles: 20_000,
  maxFileBytes: MAX_TEXT_BYTES,
  maxTotalBytes: 2 * MAX_TEXT_BYTES,
};

/** The chat's text out of what was uploaded: the .txt itself or the .zip around it. Media are listed, not unpacked. */
export function readChatFile(bytes: Uint8Array, limits: ArchiveLimits = CHAT_ARCHIVE_LIMITS): ChatFile {
  if (bytes.length === 0) return { ok: false, code: "file_empty" };
  if (isZip(bytes)) return readChatArchive(bytes, limits);
  if (bytes.length > limits.maxFileBytes) return { ok: false, code: "file_too_large" };
  return textOf(bytes, null, []);
}

function readChatArchive(bytes: Uint8Array, limits: ArchiveLimits): ChatFile {
  const unpacked = unpackWithin(bytes, limits, isText);
  if (!unpacked.ok) return unpacked;
  const name = chooseChat(Object.keys(unpacked.files));
  const chat = name === undefined ? undefined : unpacked.files[name];
  if (name === undefined || chat === undefined) return { ok: false, code: "zip_without_chat" };
  const mediaNames = unpacked.names.filter(
    (other) => other !== name && !other.endsWith("/") && !isHidden(other),
  );
  return textOf(chat, name, mediaNames);
}

function textOf(bytes: Uint8Array, fileName: string | null, mediaNames: string[]): ChatFile {
  const text = decodeText(bytes);
  if (text.includes("\u0000")) return { ok: false, code: "file_not_text" };
  return { ok: true, text, fileName, mediaNames };
}

function isText(path: string): boolean {
  return /\.txt$/iu.test(path) && !isHidden(path);
}

function isHidden(path: string): boolean {
  return path.startsWith("__MACOSX/") || /(?:^|\/)\._/u.test(path);
}

/** iPhones call it `_chat.txt`, Androids after the chat; a document of the chat may be a .txt as well. */
function chooseChat(names: readonly string[]): string | undefined {
  const baseName = (path: string) => path.slice(path.lastIndexOf("/") + 1);
  return (
    names.find((path) => baseName(path) === "_chat.txt") ??
    names.find((path) => /whatsapp/iu.test(baseName(path))) ??
    names[0]
  );
}
