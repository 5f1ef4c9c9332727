/** Which of the three numbers of a date is what. The file does not say; it is inferred or asked (I2). */
export type DateOrder = "dmy" | "mdy" | "ymd" | "ydm";

export type ChatEvent = { type: "joined" | "left" | "added" | "removed"; who: string[]; by: string | null };

export type ChatEntry = {
  /** Line of the file on which it starts, from 1. */
  line: number;
  /** Wall-clock time of the exporting phone, `YYYY-MM-DDTHH:mm:ss`. The file names no zone. */
  localTime: string;
  /** Name in the exporter's address book, or a raw number; null for system lines. */
  author: string | null;
  kind: "text" | "media" | "deleted" | "system";
  body: string;
  mediaName?: string;
  edited?: true;
  event?: ChatEvent;
  /** The same for the same message in every export of the chat: adding by it twice adds nothing (I2). */
  fingerprint: string;
};

export type ChatAuthor = { name: string; messages: number };

export type ParsedChat = {
  status: "ok" | "ambiguous" | "not_a_chat";
  /** Null while ambiguous. */
  dateOrder: DateOrder | null;
  /** The orders that fit, when ambiguous: what to ask. */
  candidates: DateOrder[];
  /** A date of the file as written, to show with the question. */
  sampleDate: string | null;
  /** Empty while ambiguous. */
  entries: ChatEntry[];
  /** By number of messages, most first; known while ambiguous too. */
  authors: ChatAuthor[];
  /** Lines before the first message, which belong to nothing. */
  skippedLines: number[];
};
