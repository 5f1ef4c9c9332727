import { createFormatter, createTranslator } from "use-intl/core";
import { vi } from "vitest";
import { platformClient } from "@/lib/platform/db/clients";
import { catalogues } from "@/lib/platform/i18n/catalogues";

/** What Next would do with a redirect or a 404, as an error that a test recognises. */
export class WebOutcome extends Error {
  readonly kind: "redirect" | "notFound";
  readonly to: string;

  constructor(kind: "redirect" | "notFound", to = "") {
    super(`${kind} ${to}`);
    this.kind = kind;
    this.to = to;
  }
}

const edge = vi.hoisted(() => ({
  session: null as { user: { id: string; sessionVersion: number } } | null,
  jar: new Map<string, string>(),
}));

vi.mock("next-auth", async (original) => ({
  ...(await original<typeof import("next-auth")>()),
  getServerSession: async () => edge.session,
}));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (edge.jar.has(name) ? { name, value: edge.jar.get(name) } : undefined),
    set: (name: string, value: string) => void edge.jar.set(name, value),
    delete: (name: string) => void edge.jar.delete(name),
  }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined, revalidateTag: () => undefined }));
vi.mock("next-intl/server", () => ({
  getLocale: async () => "en",
  getMessages: async () => catalogues.en,
  getFormatter: async () => createFormatter({ locale: "en" }),
  getTranslations: async (namespace?: string) =>
    createTranslator({ locale: "en", messages: catalogues.en, namespace: namespace as "ui" }),
}));
vi.mock("next/link", () => ({ default: { $$typeof: Symbol.for("react.client.reference") } }));
vi.mock("next-intl", async (original) => ({
  ...(await original<typeof import("next-intl")>()),
  NextIntlClientProvider: { $$typeof: Symbol.for("react.client.reference") },
}));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new WebOutcome("redirect", to);
  },
  permanentRedirect: (to: string) => {
    throw new WebOutcome("redirect", to);
  },
  notFound: () => {
    throw new WebOutcome("notFound");
  },
  unstable_rethrow: (error: unknown) => {
    if (error instanceof WebOutcome) throw error;
  },
}));

/** Signs a user in, or nobody, in a browser of their own. */
export async function signIn(userId: string | null): Promise<void> {
  const user =
    userId &&
    (await platformClient().user.findUnique({ where: { id: userId }, select: { sessionVersion: true } }));
  edge.jar.clear();
  edge.session = userId && user ? { user: { id: userId, sessionVersion: user.sessionVersion } } : null;
}

/** What came of a call: the value, or where Next would have gone. */
export async function outcomeOf<T>(run: () => Promise<T>): Promise<T | { redirect: string } | "404"> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof WebOutcome)) throw error;
    return error.kind === "notFound" ? "404" : { redirect: error.to };
  }
}
