import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../matrix/discover";

type Element = { $$typeof: symbol; type: unknown; props: Record<string, unknown> };
type PageModule = {
  default: (props: object) => unknown;
  generateMetadata?: (props: object) => unknown;
  metadata?: unknown;
};

/**
 * Everything of a page that leaves for the browser: its title, what the server draws of it and of its layouts, and what
 * it hands to components of the browser, shown or not.
 */
export async function drawPage(
  address: string,
  given: { params: Record<string, string>; search?: Record<string, string> },
): Promise<string> {
  const file = pageFiles().get(address);
  if (!file) throw new Error(`no page at ${address}`);
  const props = { params: Promise.resolve(given.params), searchParams: Promise.resolve(given.search ?? {}) };
  const page = await load(file);
  const leaving: string[] = [];
  await collect(page.metadata, leaving);
  await collect(await page.generateMetadata?.(props), leaving);
  await collect(await page.default(props), leaving);
  for (const layout of layoutsAbove(file))
    await collect(await (await load(layout)).default({ ...props, children: null }), leaving);
  return leaving.join("\n");
}

/** What a value tells when it goes to the browser: texts and numbers of whatever is in it. */
export async function textsOf(value: unknown): Promise<string> {
  const leaving: string[] = [];
  await collect(value, leaving);
  return leaving.join("\n");
}

async function collect(value: unknown, leaving: string[]): Promise<void> {
  const node = await value;
  if (typeof node === "string" || typeof node === "number" || typeof node === "bigint")
    leaving.push(String(node));
  else if (node instanceof Date) leaving.push(node.toISOString());
  else if (Array.isArray(node) || node instanceof Map || node instanceof Set)
    for (const part of node) await collect(part, leaving);
  else if (isElement(node)) await collectElement(node, leaving);
  else if (typeof node === "object" && node !== null)
    for (const [name, part] of Object.entries(node)) {
      leaving.push(name);
      await collect(part, leaving);
    }
}

async function collectElement({ type, props }: Element, leaving: string[]): Promise<void> {
  if (typeof type === "function") return collect(await (type as (given: object) => unknown)(props), leaving);
  // Of tags, of React's own and of components of the browser the properties are what leaves.
  for (const part of Object.values(props)) await collect(part, leaving);
}

function isElement(node: unknown): node is Element {
  return (
    typeof node === "object" &&
    node !== null &&
    "$$typeof" in node &&
    node.$$typeof === Symbol.for("react.transitional.element")
  );
}

const known = new Map<string, string>();

/** Every page of the product by its address, `/t/[tenant]/members`. */
export function pageFiles(): ReadonlyMap<string, string> {
  if (known.size > 0) return known;
  const files = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" });
  for (const file of files.filter((each) => each.endsWith("page.tsx")).sort()) {
    const address = `/${dirname(file)}`.replace(/\/\([^)]*\)/g, "").replace(/^\/\.$/, "/") || "/";
    known.set(address, join(root, "app", file));
  }
  return known;
}

function layoutsAbove(file: string): string[] {
  const above: string[] = [];
  for (let folder = dirname(file); folder !== join(root, "app"); folder = dirname(folder))
    if (readdirSync(folder).includes("layout.tsx")) above.push(join(folder, "layout.tsx"));
  return above;
}

async function load(file: string): Promise<PageModule> {
  return (await import(/* @vite-ignore */ file)) as PageModule;
}
