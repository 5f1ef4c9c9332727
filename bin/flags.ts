import { parseArgs } from "node:util";

/** Named arguments `--name value` of a command. @throws Error naming the missing ones. */
export function readFlags(
  args: string[],
  required: readonly string[],
  optional: readonly string[] = [],
): Record<string, string> {
  const options = Object.fromEntries(
    [...required, ...optional].map((name) => [name, { type: "string" as const }]),
  );
  const { values } = parseArgs({ args, options, allowPositionals: false });
  const missing = required.filter((name) => !values[name]);
  if (missing.length > 0) throw new Error(`missing: ${missing.map((name) => `--${name}`).join(" ")}`);
  return values as Record<string, string>;
}
