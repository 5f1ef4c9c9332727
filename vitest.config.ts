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
        test: { name: "architecture", include: ["tests/architecture/*.test.ts"], testTimeout: 60_000 },
      },
    ],
  },
});
