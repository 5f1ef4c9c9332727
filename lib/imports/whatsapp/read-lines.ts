const BYTE_ORDER_MARK = /^\ufeff/u;

/** The lines of a chat file; line 1 is index 0. Only real line ends count: U+2028 stays inside a message. */
export function readLines(text: string): string[] {
  return text.replace(BYTE_ORDER_MARK, "").split(/\r\n|\n|\r/u);
}
