import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { CHAT_ARCHIVE_LIMITS, readChatFile } from "@/lib/imports/whatsapp/read-chat-file";

const chat = strToU8("31/12/2025, 10:00 - Ana: olá ☕\n");

describe("reading an uploaded chat (I2)", () => {
  it("a text file is itself, with any encoding a phone or a computer writes", () => {
    expect(readChatFile(chat)).toMatchObject({ ok: true, fileName: null });
    const utf16 = Buffer.from("\ufeff31/12/2025, 10:00 - Ana: olá\n", "utf16le");
    expect(readChatFile(utf16)).toMatchObject({ ok: true, text: "31/12/2025, 10:00 - Ana: olá\n" });
    expect(readChatFile(Buffer.from("31/12/2025, 10:00 - Ana: ol\xe1\n", "latin1"))).toMatchObject({
      ok: true,
      text: "31/12/2025, 10:00 - Ana: olá\n",
    });
  });

  it("an archive gives its chat and lists its media", () => {
    const zip = zipSync({ "notas.txt": strToU8("x"), "_chat.txt": chat, "0001-PHOTO.jpg": strToU8("jpg") });
    const file = readChatFile(zip);
    expect(file).toMatchObject({
      ok: true,
      fileName: "_chat.txt",
      mediaNames: ["notas.txt", "0001-PHOTO.jpg"],
    });
  });

  it("an Android archive names the text after the chat", () => {
    const zip = zipSync({
      "__MACOSX/._a.txt": strToU8("x"),
      "lista.txt": strToU8("x"),
      "Conversa do WhatsApp com Café.txt": chat,
    });
    expect(readChatFile(zip)).toMatchObject({ ok: true, fileName: "Conversa do WhatsApp com Café.txt" });
  });

  it("refuses what is empty, broken, no text or without a chat", () => {
    expect(readChatFile(new Uint8Array())).toEqual({ ok: false, code: "file_empty" });
    expect(readChatFile(zipSync({ "a.jpg": chat }))).toEqual({ ok: false, code: "zip_without_chat" });
    expect(readChatFile(zipSync({ "_chat.txt": chat }).subarray(0, 40))).toEqual({
      ok: false,
      code: "zip_invalid",
    });
    expect(readChatFile(new Uint8Array([1, 2, 0, 5, 0, 0, 0, 9, 200]))).toEqual({
      ok: false,
      code: "file_not_text",
    });
  });

  it("X28: an archive that would grow beyond its limit is refused before it is unpacked", () => {
    const bomb = zipSync({ "_chat.txt": new Uint8Array(2_000_000) });
    expect(bomb.length).toBeLessThan(10_000);
    const limits = { ...CHAT_ARCHIVE_LIMITS, maxFileBytes: 1_000_000 };
    expect(readChatFile(bomb, limits)).toEqual({ ok: false, code: "zip_too_large" });
    const many = zipSync({ "a.txt": chat, "b.txt": chat, "c.txt": chat });
    expect(readChatFile(many, { ...limits, maxFiles: 2 })).toEqual({ ok: false, code: "zip_too_many_files" });
  });

  it("X28: a directory that lies about the size cannot make it grow", () => {
    const bomb = zipSync({ "_chat.txt": strToU8("a".repeat(100_000)) });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    const directory = bomb.findLastIndex(
      (_, at) => at + 4 < bomb.length && view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32(directory + 24, 10, true);
    const file = readChatFile(bomb);
    expect(file.ok ? file.text.length : file.code).toSatisfy(
      (seen) => seen === "zip_invalid" || Number(seen) <= 10,
    );
  });
});
