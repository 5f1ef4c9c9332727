import { describe, expect, test } from "vitest";
import { departedAuthors, makeInstantReader } from "@/lib/imports/chat-rules";
import { detectKind, groupNameOf } from "@/lib/imports/rules";
import { parseChat } from "@/lib/imports/whatsapp/parse-chat";
import { writeCsv } from "@/lib/platform/csv";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("imports", () => {
  test("X27: no cell of a written file is a formula, and quotes hold", () => {
    expect(writeCsv([["=1+1", "+55", "-a", "@x", "a;b", 'c"d', 7]])).toBe(
      `\ufeff'=1+1;'+55;'-a;'@x;"a;b";"c""d";7\r\n`,
    );
  });

  test("a file tells by itself what it is", () => {
    expect(detectKind("a.csv", bytes("nome,telefone\n"))).toBe("members_csv");
    expect(detectKind("x.txt", bytes("[15-01-20 02:22:56] Mary: oi\n"))).toBe("whatsapp_chat");
    expect(detectKind("x.csv", bytes("\u200e[13/01/2026, 21:04:10] Ana: oi"))).toBe("whatsapp_chat");
    expect(detectKind("a.xlsx", new Uint8Array([0x50, 0x4b, 3, 4]))).toBe("members_xlsx");
    expect(detectKind("a.zip", new Uint8Array([0x50, 0x4b, 3, 4]))).toBe("whatsapp_chat");
  });

  test("a chat's group is named like its file", () => {
    expect(groupNameOf("Conversa do WhatsApp com Corrida 🏃.txt")).toBe("Corrida 🏃");
    expect(groupNameOf("WhatsApp Chat - Corrida (1).zip")).toBe("Corrida");
    expect(groupNameOf("_chat.txt")).toBeNull();
  });

  test("wall-clock times become instants of the zone, over a change of offset too (A6)", () => {
    const instantOf = makeInstantReader("America/New_York");
    expect(instantOf("2026-03-08T01:59:00")?.toISOString()).toBe("2026-03-08T06:59:00.000Z");
    expect(instantOf("2026-03-08T02:15:00")?.toISOString()).toBe("2026-03-08T07:00:00.000Z");
    expect(instantOf("2026-03-08T03:00:09")?.toISOString()).toBe("2026-03-08T07:00:09.000Z");
    expect(instantOf("2026-11-01T01:30:00")?.toISOString()).toBe("2026-11-01T05:30:00.000Z");
  });

  test("who leaves and does not come back has departed", () => {
    const { entries } = parseChat(
      [
        "13/01/2026 21:04 - Ana: Oi",
        "13/01/2026 21:05 - Ana saiu",
        "13/01/2026 21:06 - Beto: Oi",
        "13/01/2026 21:07 - Beto saiu",
        "13/01/2026 21:08 - Beto entrou usando o link de convite deste grupo",
      ].join("\n"),
    );
    expect([...departedAuthors(entries)]).toEqual(["Ana"]);
  });
});
