import { describe, expect, test } from "vitest";
import { shownBy } from "@/lib/delivery/channel-rules";
import { mediaFields } from "@/lib/media/form-schema";
import { partFor } from "@/lib/media/part-rules";
import { captionOf, lacksAlt } from "@/lib/media/rules";
import { mediaChoices } from "@/lib/media/schema";
import { mediaKindOf } from "@/lib/platform/files/media-rules";
import { newId } from "@/lib/shared/ids";

describe("media (A2)", () => {
  test("only pictures need words, and decoration needs none", () => {
    expect(lacksAlt({ kind: "image", alt: "", decorative: false })).toBe(true);
    expect(lacksAlt({ kind: "image", alt: "", decorative: true })).toBe(false);
    expect(lacksAlt({ kind: "image", alt: "Cartaz", decorative: false })).toBe(false);
    expect(lacksAlt({ kind: "document", alt: "", decorative: false })).toBe(false);
    expect([captionOf({ alt: "Cartaz", name: "a.pdf" }), captionOf({ alt: "", name: "a.pdf" })]).toEqual([
      "Cartaz",
      "a.pdf",
    ]);
  });

  test("X28: what carries script, and what is named like a property of everything, is of no kind", () => {
    expect([
      mediaKindOf("image/svg+xml"),
      mediaKindOf("text/html"),
      mediaKindOf("constructor"),
      mediaKindOf(undefined),
    ]).toEqual([null, null, null, null]);
    expect([mediaKindOf("image/avif"), mediaKindOf("video/mp4"), mediaKindOf("application/pdf")]).toEqual([
      "image",
      "video",
      "document",
    ]);
  });

  test("at most four, each once, with words that people count as a thousand at most; none is null", () => {
    const ids = Array.from({ length: 5 }, () => newId());
    const codes = (value: unknown) =>
      mediaChoices.safeParse(value).error?.issues.map(({ code, message }) => `${code} ${message}`);
    expect(codes(ids.map((id) => ({ id })))).toHaveLength(1);
    expect(codes([{ id: ids[0] }, { id: ids[0] }])).toEqual(["custom named_twice"]);
    expect(codes([{ id: ids[0], alt: "á".repeat(1_001) }])).toEqual(["custom too_big_text"]);
    expect(mediaChoices.parse([])).toBeNull();
    expect(mediaChoices.parse([{ id: ids[0], alt: " Cartaz\u202e " }])).toEqual([
      { id: ids[0], alt: "Cartaz", decorative: false },
    ]);
  });

  test("a form without the field shows nothing; what is no list is refused, and one with something on its way too", () => {
    expect(mediaFields.media.parse(undefined)).toBeNull();
    for (const text of ["{", "null", '{"id":1}', "[1]"])
      expect(mediaFields.media.safeParse(text).success).toBe(false);
    expect(mediaFields.mediaPending.safeParse("on").error?.issues[0]?.message).toBe("media_pending");
  });

  test("each channel shows what it can: WhatsApp the first of all, a notification the first picture, a mail the pictures", () => {
    const media = [{ kind: "document" }, { kind: "image" }, { kind: "video" }, { kind: "image" }] as const;
    const kinds = (channel: Parameters<typeof shownBy>[0]) => shownBy(channel, media).map(({ kind }) => kind);
    expect(kinds("whatsapp")).toEqual(["document"]);
    expect(kinds("push")).toEqual(["image"]);
    expect(kinds("email")).toEqual(["image", "image"]);
    expect(kinds("in_app")).toHaveLength(4);
  });

  test("a phone gets the smaller picture, a mail JPEG; films and documents have one form", () => {
    const facts = { id: newId(), byteSize: 1, width: 1, height: 1, name: "" };
    const part = (kind: "image" | "video", query: string) =>
      partFor({ ...facts, kind, contentType: "image/webp" }, new URLSearchParams(query)).part;
    expect([
      part("image", "size=640"),
      part("image", ""),
      part("image", "as=jpeg"),
      part("video", "as=jpeg"),
    ]).toEqual(["640.webp", "1600.webp", "1600.jpg", "original"]);
  });
});
