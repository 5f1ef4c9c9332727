import { execFileSync } from "node:child_process";

const dataDir = process.env.ALDEIA_E2E_DATA_DIR ?? ".aldeia-e2e";

/** Runs the operator's command against the running product; answers what it printed. */
export function aldeia(...args: string[]): string {
  const loader = ["--import", "./bin/server-only.mjs", "--import", "tsx", "bin/aldeia.ts"];
  const env = { ...process.env, ALDEIA_DATA_DIR: dataDir, LOG_LEVEL: "error" };
  return execFileSync(process.execPath, [...loader, ...args], { env, encoding: "utf8" }).trim();
}

/** A key with all scopes for a tenant, by its slug. */
export function apiKeyOf(slug: string): string {
  return aldeia("api-key", "create", "--tenant", slug, "--scopes", "all");
}
