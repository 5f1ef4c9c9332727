import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../../..");
const METHOD = "GET|POST|PUT|PATCH|DELETE";
const EXPORTED_METHOD = new RegExp(
  `export (?:const|async function|function) (${METHOD})\\b|\\bas (${METHOD})\\b`,
  "g",
);
/** Not endpoints of a tenant: the description itself, and the 404 of everything else. */
const NOT_ENDPOINTS = ["/openapi.json", "/[...path]", "/"];

/** Every file below a folder whose name ends so, as paths from the root. */
function filesUnder(folder: string, ...ends: string[]): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => ends.some((end) => file.endsWith(end)))
    .map((file) => join(folder, file))
    .sort();
}

function exists(folder: string): boolean {
  return readdirSync(join(root, dirname(folder))).includes(folder.split("/").at(-1) ?? "");
}

/** `GET /communities/{id}` of every handler that a route.ts under app/api/v1 exports. */
export function handlersOfApi(): string[] {
  return filesUnder("app/api/v1", "/route.ts").flatMap((file) => {
    const path = `/${relative("app/api/v1", dirname(file))}`;
    if (NOT_ENDPOINTS.includes(path)) return [];
    return methodsIn(file).map((method) => `${method} ${path.replace(/\[(\w+)\]/g, "{$1}")}`);
  });
}

/** `accounts/inviteStaffAction` of every function that a "use server" file of lib exports. */
export function exportedActions(): string[] {
  return filesUnder("lib", ".ts").flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    if (!/^["']use server["']/.test(text)) return [];
    const noun = file.startsWith("lib/platform/") ? "platform" : (file.split("/")[1] ?? "");
    const names = [...text.matchAll(/export (?:const|async function) (\w+)/g)].map(([, name]) => name);
    return names.map((name) => `${noun}/${name}`);
  });
}

/** Where an action is: the file that exports it. */
export function fileOfAction(action: string): string {
  const [noun = "", name = ""] = action.split("/");
  const file = filesUnder(join("lib", noun), ".ts").find((each) => {
    const text = readFileSync(join(root, each), "utf8");
    return (
      /^["']use server["']/.test(text) && new RegExp(`export (const|async function) ${name}\\b`).test(text)
    );
  });
  if (!file) throw new Error(`no file exports the action ${action}`);
  return join(root, file);
}

/** `/t/[tenant]/members` of every page, `GET /t/[tenant]/…` of every route handler, of the dashboard and the portal. */
export function pagesAndHandlers(): { pages: string[]; handlers: string[] } {
  const folders = ["app/t", "app/m"].filter(exists);
  const files = folders.flatMap((folder) => filesUnder(folder, "/page.tsx", "/route.ts"));
  const addressOf = (file: string) => `/${relative("app", dirname(file))}`.replace(/\/\([^)]*\)/g, "");
  return {
    pages: files.filter((file) => file.endsWith("page.tsx")).map(addressOf),
    handlers: files
      .filter((file) => file.endsWith("route.ts"))
      .flatMap((file) => methodsIn(file).map((method) => `${method} ${addressOf(file)}`)),
  };
}

/** The same of what stands outside of both: signing in, invitations, the site, files, webhooks that come in. */
export function openPagesAndHandlers(): string[] {
  const outside = filesUnder("app", "/page.tsx", "/route.ts").filter(
    (file) => !/^app\/(t|m|api\/v1)\//.test(file),
  );
  const addressOf = (file: string) => `/${relative("app", dirname(file))}`.replace(/\/\([^)]*\)/g, "") || "/";
  return outside.flatMap((file) =>
    file.endsWith("page.tsx")
      ? [addressOf(file)]
      : methodsIn(file).map((method) => `${method} ${addressOf(file)}`),
  );
}

/** The files that send mails; not those that carry others' mails. */
export function mailSenders(): string[] {
  return filesWith(/(?<!function )\bsend(Staff|Admin)?Mail\(/, ["lib", "worker", "server"]).filter(
    (file) => !file.startsWith("lib/platform/mail/"),
  );
}

/** What else leaves: the subjects of event streams, and files that ask another machine by themselves. */
export function otherWays(): string[] {
  const files = filesWith(/\bpublishChange\(\{/, ["lib", "worker", "server"]);
  const subjects = files.flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/publishChange\(\{[^}]*subject: "(\w+)"/g)].map(
      ([, subject]) => `stream ${subject}`,
    ),
  );
  const reaching =
    /\bfetch\(|\bsendLetter\(|\bsendPush\(|\bcallCloud\(|\bfrom "(nodemailer|web-push|node:https?)"|\bfrom "stripe";/;
  const outward = filesWith(reaching, ["lib", "worker"]).filter(
    (file) => !/import type Stripe from "stripe";/.test(readFileSync(join(root, file), "utf8")),
  );
  return [...new Set(subjects), ...outward];
}

function filesWith(pattern: RegExp, folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => filesUnder(folder, ".ts", ".tsx"))
    .filter((file) => pattern.test(readFileSync(join(root, file), "utf8")));
}

/** Actions that are declared elsewhere than in lib: none should be (architecture.md §1). */
export function strayActions(): string[] {
  return ["app", "components"]
    .flatMap((folder) => filesUnder(folder, ".ts", ".tsx"))
    .filter((file) => !file.startsWith("app/dev/"))
    .filter((file) => /["']use server["']/.test(readFileSync(join(root, file), "utf8")));
}

function methodsIn(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(EXPORTED_METHOD)].map(([, declared, renamed]) => declared ?? renamed ?? "");
}
