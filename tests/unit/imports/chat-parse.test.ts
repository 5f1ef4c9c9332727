import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { authorDisplayName } from "@/lib/imports/whatsapp/authors";
import { parseChat } from "@/lib/imports/whatsapp/parse-chat";
import type { ChatEntry } from "@/lib/imports/whatsapp/types";

const fixture = (name: string) => readFileSync(`tests/fixtures/whatsapp/${name}.txt`, "utf8");
const brief = ({ line, kind, author }: ChatEntry) => [line, kind, author];

describe("an Android export in Portuguese", () => {
  const chat = parseChat(fixture("pt-br-android"));

  it("I2: tells messages, media, stubs and system lines apart", () => {
    expect(chat).toMatchObject({ status: "ok", dateOrder: "dmy", skippedLines: [] });
    expect(chat.entries.map(brief)).toEqual([
      [1, "system", null],
      [2, "system", null],
      [3, "system", null],
      [4, "text", "Lúcia Tavares"],
      [6, "text", "Davi Nogueira"],
      [7, "media", "Íris Prado"],
      [9, "media", "+55 11 90000-0001"],
      [10, "deleted", "Davi Nogueira"],
      [11, "text", "Davi Nogueira"],
      [12, "text", "Davi Nogueira"],
      [13, "text", "Davi Nogueira"],
      [14, "system", null],
      [15, "system", null],
      [16, "system", null],
      [17, "system", null],
      [18, "system", null],
    ]);
  });

  it("keeps the lines of a message together, and the caption of a file", () => {
    expect(chat.entries[3]?.body).toBe("Boa noite, vizinhança!\nSejam bem-vindos ☕");
    expect(chat.entries[5]).toMatchObject({
      body: "A minha ficou assim",
      mediaName: "IMG-20250217-WA0003.jpg",
    });
  });

  it("marks edited messages without the marker in the text", () => {
    expect(chat.entries[8]).toMatchObject({ body: "Ficou ótima", edited: true });
  });

  it("reads who came and went", () => {
    expect(chat.entries.flatMap(({ event }) => event ?? [])).toEqual([
      { type: "added", who: ["Davi Nogueira", "Íris Prado"], by: "Lúcia Tavares" },
      { type: "joined", who: ["+55 11 90000-0001"], by: null },
      { type: "left", who: ["Íris Prado"], by: null },
      { type: "removed", who: ["+55 11 90000-0001"], by: "Lúcia Tavares" },
    ]);
  });

  it("a name in quotes with a colon makes no author", () => {
    expect(chat.authors.map(({ name }) => name)).toEqual([
      "Davi Nogueira",
      "Lúcia Tavares",
      "Íris Prado",
      "+55 11 90000-0001",
    ]);
  });
});

describe("an iPhone export in English", () => {
  const chat = parseChat(fixture("en-ios"));

  it("reads month first, AM and PM after a narrow space, marks and the byte order mark", () => {
    expect(chat).toMatchObject({ status: "ok", dateOrder: "mdy" });
    expect(chat.entries.map(({ localTime }) => localTime).slice(0, 5)).toEqual([
      "2025-01-05T21:03:07",
      "2025-01-05T21:03:08",
      "2025-01-05T21:04:00",
      "2025-01-06T00:00:01",
      "2025-01-07T12:30:00",
    ]);
  });

  it("recognises system lines written under a name", () => {
    expect(chat.entries.filter(({ kind }) => kind === "system").map(({ line }) => line)).toEqual([
      1, 2, 3, 12, 15,
    ]);
    expect(chat.entries.at(-1)?.event).toEqual({ type: "left", who: ["Otis Bramble"], by: null });
  });

  it("knows attached and omitted files", () => {
    const media = chat.entries.filter(({ kind }) => kind === "media");
    expect(media.map(({ mediaName }) => mediaName)).toEqual([
      "00000012-PHOTO-2025-01-07-12-30-00.jpg",
      undefined,
      "route.pdf",
    ]);
  });

  it("keeps a name that contains a colon whole", () => {
    expect(chat.authors).toContainEqual({ name: "Coach: Ines", messages: 2 });
  });

  it("shows people outside the address book without the tilde", () => {
    expect(authorDisplayName("~ Pip")).toBe("Pip");
  });
});

describe("an Android export in Spanish", () => {
  it("reads a. m. and p. m., events, files and stubs", () => {
    const chat = parseChat(fixture("es-android"));
    expect(chat).toMatchObject({ status: "ok", dateOrder: "dmy" });
    expect(chat.entries.map(({ kind }) => kind)).toEqual([
      "system",
      "system",
      "system",
      "text",
      "media",
      "media",
      "deleted",
      "system",
      "text",
      "system",
    ]);
    expect(chat.entries[0]?.localTime).toBe("2025-03-05T16:10:00");
    expect(chat.entries[6]?.localTime).toBe("2025-03-13T00:05:00");
    expect(chat.entries.flatMap(({ event }) => event?.type ?? [])).toEqual(["added", "joined", "left"]);
  });
});

describe("a second import adds nothing (I2)", () => {
  const whole = fixture("pt-br-android");
  const prints = (text: string) => parseChat(text, "dmy").entries.map(({ fingerprint }) => fingerprint);

  it("fingerprints are the same again, and all different", () => {
    expect(prints(whole)).toEqual(prints(whole));
    expect(new Set(prints(whole)).size).toBe(prints(whole).length);
  });

  it("a longer export contains those of the shorter one", () => {
    const known = new Set(prints(whole));
    const longer = prints(`${whole}05/03/2025 11:00 - Davi Nogueira: novo\n`);
    expect(longer.filter((print) => !known.has(print))).toHaveLength(1);
  });

  it("an export cut at its oldest end brings nothing new", () => {
    const known = new Set(prints(whole));
    const lines = whole.split("\n");
    for (let cut = 1; cut < lines.length - 1; cut += 1) {
      expect(prints(lines.slice(cut).join("\n")).every((print) => known.has(print))).toBe(true);
    }
  });
});

describe("what is no chat", () => {
  it.each(["", "hello\nworld", "name,phone\nAna,+5511"])("%j is refused", (text) => {
    expect(parseChat(text)).toMatchObject({ status: "not_a_chat", entries: [] });
  });

  it("lines before the first message are named", () => {
    const chat = parseChat("Exported by Ana\n\n31/12/2025, 10:00 - Ana: hi\n");
    expect(chat).toMatchObject({ status: "ok", skippedLines: [1] });
    expect(chat.entries).toHaveLength(1);
  });
});

describe("lines that only look dated", () => {
  it("a quoted line of another look stays inside the message", () => {
    const text =
      "31/12/2025, 10:00 - Ana: see\n[30/12/2025, 09:00:00] Bia: quoted\n31/12/2025, 10:01 - Ana: ok";
    expect(parseChat(text).entries.map(({ body }) => body)).toEqual([
      "see\n[30/12/2025, 09:00:00] Bia: quoted",
      "ok",
    ]);
  });

  it("a date that does not exist stays inside the message", () => {
    const text =
      "30/12/2025, 10:00 - Ana: see\n31/02/2025, 10:00 - nothing: here\n31/12/2025, 10:01 - Ana: ok";
    expect(parseChat(text).entries).toHaveLength(2);
  });

  it("a message that begins below its author's name keeps its author", () => {
    const [entry] = parseChat("31/12/2025, 10:00 - Ana:\nbelow: this").entries;
    expect(entry).toMatchObject({ author: "Ana", body: "below: this" });
  });
});

it("hostile lines cost linear time", () => {
  const long = (text: string) => text.repeat(Math.ceil(200_000 / text.length));
  const hostile = [" ", "\u200e", "<attached: ", "created group ", "a.b ", ": ", "[1/1/20, "].map(long);
  const started = performance.now();
  for (const text of hostile)
    parseChat(`31/12/2025, 10:00 - Ana: ${text}\n31/12/2025, 10:00 - ${text}\n${text}`);
  expect(performance.now() - started).toBeLessThan(2_000);
});
