import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

/** Integration tests run against a real Postgres, started once for the whole run. */
const postgres = "tests/support/postgres-setup.ts";

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      // Outside of Next's bundler the marker package would throw; the bundler and the import rules hold the line.
      "server-only": resolve(root, "node_modules/server-only/empty.js"),
    },
  },
  test: {
    env: { TZ: "UTC" },
    setupFiles: ["tests/support/fail-on-console-error.ts"],
    restoreMocks: true,
    passWithNoTests: false,
    projects: [
      { extends: true, test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"] } },
      {
        extends: true,
        plugins: [clientReferences()],
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: [postgres],
          setupFiles: ["tests/support/fail-on-console-error.ts", "tests/support/use-database.ts"],
          testTimeout: 30_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          globalSetup: [postgres],
          setupFiles: ["tests/support/fail-on-console-error.ts", "tests/support/use-database.ts"],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
        },
      },
      {
        extends: true,
        test: { name: "architecture", include: ["tests/architecture/*.test.ts"], testTimeout: 180_000 },
      },
    ],
  },
});

/**
 * Components of the browser become references, as Next makes them for the server: a test that draws a page sees what is
 * handed to them, which is what leaves, and does not run them.
 */
function clientReferences() {
  const exported = /export (?:async )?(?:const|function) (\w+)|export (default)\b/g;
  const referenceOf = (file: string, name = "") =>
    `${name === "default" ? "export default" : `export const ${name} =`} ` +
    `{ $$typeof: Symbol.for("react.client.reference"), $$id: ${JSON.stringify(`${file}#${name}`)} };`;
  return {
    name: "client-references",
    enforce: "pre" as const,
    transform: (code: string, file: string) =>
      /^["']use client["']/.test(code)
        ? [...code.matchAll(exported)].map(([, name, main]) => referenceOf(file, main ?? name)).join("\n")
        : null,
  };
}
