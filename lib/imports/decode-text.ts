// Files come from phones and from Excel: UTF-8 with or without a mark, UTF-16, or the Windows code page.
const UTF8_MARK = [0xef, 0xbb, 0xbf];

/** The text of a file. UTF-8 unless a mark or the bytes say otherwise; what is no UTF-8 is read as Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  if (UTF8_MARK.every((byte, index) => bytes[index] === byte)) return decode("utf-8", bytes);
  const wide = wideEncoding(bytes);
  if (wide) return decode(wide, bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decode("windows-1252", bytes);
  }
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 400);
  const zerosAt = (parity: 0 | 1) =>
    sample.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  const many = sample.length * 0.3;
  if (odd > many && even === 0) return "utf-16le";
  return even > many && odd === 0 ? "utf-16be" : null;
}
