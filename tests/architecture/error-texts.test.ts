import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { REFUSAL_STATUS } from "@/lib/shared/refusal-codes";

const root = resolve(import.meta.dirname, "../..");
/** What zod itself finds becomes one of these (lib/platform/errors/zod-issues.ts). */
const FROM_ZOD = [
  ...["text", "list", "number"].flatMap((kind) => [`too_small_${kind}`, `too_big_${kind}`]),
  ...["required", "invalid", "invalid_type", "invalid_choice", "unknown_field"],
  ...["email", "uuid", "format"].map((format) => `invalid_${format}`),
];
/** A field's code: beside its path, in a schema's `error`, or in the `message` of an issue. */
const NAMED = [
  /path: [^{};]*?\bcode: "([a-z][a-z0-9_]*)"/g,
  /\{ error: "([a-z][a-z0-9_]*)"/g,
  /code: "custom",\s*message: "([a-z][a-z0-9_]*)"/g,
];

function codesInCode(): string[] {
  const files = globSync(["lib/**/*.ts", "app/**/*.ts", "app/**/*.tsx"], { cwd: root })
    .filter((file) => !file.includes("/generated/") && !file.startsWith("app/dev/"))
    .filter((file) => !file.endsWith("errors/zod-issues.ts"));
  const texts = files.map((file) => readFileSync(join(root, file), "utf8"));
  return NAMED.flatMap((pattern) =>
    texts.flatMap((text) => [...text.matchAll(pattern)].map(([, code]) => code ?? "")),
  );
}

describe.each(["pt-BR", "en", "es"])("Errors in %s", (locale) => {
  const { errors } = JSON.parse(readFileSync(join(root, `messages/${locale}.json`), "utf8")) as {
    errors: Record<string, unknown> & { fields: Record<string, string> };
  };

  test("every refusal has a text", () => {
    expect(["internal", ...Object.keys(REFUSAL_STATUS)].filter((code) => !(code in errors))).toEqual([]);
  });

  test("every code that a field may get has a text", () => {
    const codes = new Set([...FROM_ZOD, ...codesInCode()]);
    expect(codes.size).toBeGreaterThan(40);
    expect([...codes].filter((code) => !(code in errors.fields))).toEqual([]);
  });
});
