/** What WhatsApp's marks make of a text (A2). Nothing of the text is lost: printing gives it back letter by letter. */
export type Inline =
  | { type: "text"; text: string }
  | { type: "bold" | "italic" | "strike"; children: Inline[] }
  | { type: "code" | "mono"; text: string }
  | { type: "link"; url: string };

/** One line. `marker` is what stood before it: `> `, `- `, `* ` or `12. `; neighbours of a kind are one list or quote. */
export type Line = { type: "plain" | "quote" | "bullet" | "number"; marker: string; children: Inline[] };

export type FormattedText = Line[];
