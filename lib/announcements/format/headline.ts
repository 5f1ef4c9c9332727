import { takeGraphemes } from "@/lib/shared/text";
import { renderTemplate } from "./merge-fields";
import { parseFormat } from "./parse-format";
import { plainText } from "./print-format";

const MOST_GRAPHEMES = 120;

/** What an announcement is called where there is one line for it: its first line with words, without marks. */
export function headlineOf(body: string): string {
  const lines = plainText(parseFormat(renderTemplate(body, {}).text)).split("\n");
  const line = lines.map((text) => text.trim()).find((text) => text !== "") ?? "";
  const short = takeGraphemes(line, MOST_GRAPHEMES);
  return short === line ? line : `${short.trimEnd()}…`;
}
