import { BLOCK_KINDS, type BlockKind } from "@/lib/blocks/block-rules";
import type { BlockContent } from "@/lib/blocks/schema";

/** The fields of a block as the composer begins with them: what stands in each, by its name. */
export type BlockStart = { kind: BlockKind | ""; values: Record<string, string> };

export const NO_BLOCK: BlockStart = { kind: "", values: {} };

/** A kept block as the fields of the composer show it. */
export function blockStartOf(content: BlockContent | null): BlockStart {
  if (!content) return NO_BLOCK;
  const { kind, ...fields } = content;
  const values = Object.entries(fields).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === false) return [];
    if (value === true) return [[name, "on"] as const];
    return [[name, Array.isArray(value) ? value.join("\n") : String(value)] as const];
  });
  return { kind, values: Object.fromEntries(values) };
}

/** What the fields of a form say of it now. */
export function readBlock(form: FormData): BlockStart {
  const fields = [...form].filter(([name]) => name.startsWith("block."));
  return {
    kind: BLOCK_KINDS.find((kind) => kind === form.get("block")) ?? "",
    values: Object.fromEntries(fields.map(([name, value]) => [name.slice("block.".length), String(value)])),
  };
}
