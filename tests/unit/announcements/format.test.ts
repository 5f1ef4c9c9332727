import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFormat } from "@/lib/announcements/format/parse-format";
import { listLinks, plainText, printFormat } from "@/lib/announcements/format/print-format";
import type { Inline } from "@/lib/announcements/format/types";

const inline = (text: string) => parseFormat(text)[0]?.children;
const text = (words: string): Inline => ({ type: "text", text: words });

describe("WhatsApp formatting (A2)", () => {
  it.each<[string, Inline[]]>([
    ["*b*", [{ type: "bold", children: [text("b")] }]],
    ["_i_", [{ type: "italic", children: [text("i")] }]],
    ["~s~", [{ type: "strike", children: [text("s")] }]],
    ["`*c*`", [{ type: "code", text: "*c*" }]],
    ["```m *x*```", [{ type: "mono", text: "m *x*" }]],
    [
      "*a _b_ ~c~*",
      [
        {
          type: "bold",
          children: [
            text("a "),
            { type: "italic", children: [text("b")] },
            text(" "),
            { type: "strike", children: [text("c")] },
          ],
        },
      ],
    ],
    ["(*b*), é", [text("("), { type: "bold", children: [text("b")] }, text("), é")]],
  ])("%s is read", (source, nodes) => {
    expect(inline(source)).toEqual(nodes);
  });

  it.each([
    "2*3*4",
    "snake_case_name",
    "* a*",
    "*a *",
    "**",
    "*a",
    "a*b*",
    "``",
    "` `",
    "*a\nb*",
    "5 * 3 * 2",
  ])("%j is plain text", (source) => {
    expect(
      parseFormat(source)
        .flatMap(({ children }) => children)
        .every(({ type }) => type === "text"),
    ).toBe(true);
  });

  it("reads quotes, lists and numbers, line by line", () => {
    const lines = parseFormat("> q\n- a\n* b\n12. c\n1.d\n>x\n-\n");
    expect(lines.map(({ type, marker }) => [type, marker])).toEqual([
      ["quote", "> "],
      ["bullet", "- "],
      ["bullet", "* "],
      ["number", "12. "],
      ["plain", ""],
      ["plain", ""],
      ["plain", ""],
      ["plain", ""],
    ]);
  });

  it("monospace may span lines", () => {
    expect(parseFormat("a ```x\n- y``` b\nc")).toHaveLength(2);
  });

  it("links are http and https only, without the sentence's punctuation, and marks inside them mean nothing", () => {
    expect(
      listLinks(parseFormat("see https://a.example/x_y_z, *http://b.example/*! (https://c.example/d_(e)).")),
    ).toEqual(["https://a.example/x_y_z", "http://b.example/", "https://c.example/d_(e)"]);
    expect(listLinks(parseFormat("javascript:alert(1) ftp://x.example xhttps://y.example https://"))).toEqual(
      [],
    );
  });

  it("plain words lose the marks and keep lists", () => {
    expect(plainText(parseFormat("*Oi* `x`\n- um\n> _dois_"))).toBe("Oi x\n- um\ndois");
  });

  const marked = fc
    .array(
      fc.constantFrom(
        "*",
        "_",
        "~",
        "`",
        "```",
        "> ",
        "- ",
        "1. ",
        "\n",
        " ",
        "a",
        "é",
        "https://a.b/",
        ".",
        "👨‍👩‍👧",
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(""));

  it("print gives the text back, and parse of print is the same tree", () => {
    fc.assert(
      fc.property(fc.oneof(marked, fc.string({ unit: "grapheme" })), (source) => {
        const tree = parseFormat(source);
        expect(printFormat(tree)).toBe(source);
        expect(parseFormat(printFormat(tree))).toEqual(tree);
      }),
      { numRuns: 500 },
    );
  });

  it("hostile texts cost little", () => {
    const started = performance.now();
    for (const unit of ["*a ", "_*~a ", "`", "```", "https://a", "*_", "(("])
      parseFormat(unit.repeat(4_096 / unit.length));
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
