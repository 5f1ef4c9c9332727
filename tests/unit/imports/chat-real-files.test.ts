import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseChat } from "@/lib/imports/whatsapp/parse-chat";

// Public samples that are not part of the repository: the tests run where they lie beside it.
const folder = "../shared/data/whatsapp";
const isThere = existsSync(`${folder}/header_formats.json`);
const title = isThere ? "sample exports" : `sample exports (left out: ${folder} is not on this machine)`;
const read = (name: string) => readFileSync(`${folder}/${name}`, "utf8");

type Format = { format: string };
const formats = isThere
  ? (JSON.parse(read("header_formats.json")) as Format[]).map(({ format }) => format)
  : [];

/** Three days around a thirteenth, so that the order can be told, in one format of the list. */
function write(format: string, yearDigits: 2 | 4): string {
  const days = [11, 12, 13, 14];
  const lines = days.map((day, index) => {
    const hour = index + 11;
    const parts: Record<string, string> = {
      "%y": yearDigits === 2 ? "25" : "2025",
      "%m": "02",
      "%d": String(day),
      "%H": String(hour),
      "%I": String(((hour - 1) % 12) + 1).padStart(2, "0"),
      "%M": "07",
      "%S": "09",
      "%p": hour < 12 ? "AM" : "PM",
      "%name": "Ana Lima",
    };
    return `${format.replace(/%name|%[ymdHIMSp]/gu, (key) => parts[key] ?? key)} message ${index}`;
  });
  return lines.join("\n");
}

describe.skipIf(!isThere)(title, () => {
  it.each(formats.flatMap((format) => [[format, 2] as const, [format, 4] as const]))(
    "%s with a year of %i digits is read",
    (format, digits) => {
      const chat = parseChat(write(format, digits));
      const seconds = format.includes("%S") ? "09" : "00";
      expect(chat.status).toBe("ok");
      expect(chat.entries.map(({ localTime, author, body }) => [localTime, author, body])).toEqual(
        [11, 12, 13, 14].map((day, index) => [
          `2025-02-${day}T${index + 11}:07:${seconds}`,
          "Ana Lima",
          `message ${index}`,
        ]),
      );
    },
  );

  it("lorem.txt has 500 messages of four people", () => {
    const chat = parseChat(read("lorem.txt"));
    expect(chat).toMatchObject({ status: "ok", dateOrder: "dmy", skippedLines: [] });
    expect(chat.entries).toHaveLength(500);
    expect(chat.authors.map(({ name }) => name).sort()).toEqual([
      "+1 123 456 789",
      "Giuseppe",
      "John",
      "Mary",
    ]);
  });

  it("pokemon.txt has 18 messages of eight people and 2 system lines", () => {
    const chat = parseChat(read("pokemon.txt"));
    expect(chat).toMatchObject({ status: "ok", dateOrder: "dmy" });
    expect(chat.entries.filter(({ kind }) => kind === "system")).toHaveLength(2);
    expect(chat.entries.filter(({ author }) => author !== null)).toHaveLength(18);
    expect(chat.authors).toHaveLength(8);
  });
});
