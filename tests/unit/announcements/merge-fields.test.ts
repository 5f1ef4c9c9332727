import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findMergeFieldProblems,
  listMergeFields,
  parseTemplate,
  printTemplate,
  renderTemplate,
} from "@/lib/announcements/format/merge-fields";

describe("merge fields (A2)", () => {
  it("a member without a value gets the fallback", () => {
    const template = "Oi {{first_name|amigo}}, {{ city }}!";
    expect(listMergeFields(template)).toEqual(["first_name", "city"]);
    expect(renderTemplate(template, { first_name: "Ana", city: "Olinda" })).toEqual({
      text: "Oi Ana, Olinda!",
      missing: [],
    });
    expect(renderTemplate(template, { first_name: " " })).toEqual({ text: "Oi amigo, !", missing: ["city"] });
  });

  it("an unknown field and broken braces are errors", () => {
    expect(findMergeFieldProblems("Oi {{nome}} {{first_name}", ["first_name"])).toEqual([
      { code: "unknown_field", field: "nome", at: 3 },
      { code: "malformed_field", field: "{{first_name", at: 12 },
    ]);
    expect(findMergeFieldProblems("Oi {{first_name|}} {x}", ["first_name"])).toEqual([]);
  });

  it("a value is never read as a template, nor a field from the prototype", () => {
    expect(renderTemplate("{{a}}", { a: "{{b}}", b: "x" }).text).toBe("{{b}}");
    expect(renderTemplate("{{constructor}}", {})).toEqual({ text: "", missing: ["constructor"] });
  });

  it("printing a parsed template gives the text back", () => {
    const pieces = fc.constantFrom("{{", "}}", "|", "name", " ", "{{name|x}}", "\n", "é");
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        expect(printTemplate(parseTemplate(parts.join("")))).toBe(parts.join(""));
      }),
    );
  });
});
