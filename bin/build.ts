import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SOURCES = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "prisma/schema",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
const distDir = () => process.env.ALDEIA_DIST_DIR ?? ".next";
const stampFile = () => join(distDir(), "aldeia-build");

/** Builds the pages when their sources have changed since the last build; otherwise the build is used again. */
export async function buildIfNeeded(onBuild: () => void): Promise<void> {
  const wanted = fingerprint();
  if (existsSync(stampFile()) && readFileSync(stampFile(), "utf8") === wanted) return;
  onBuild();
  await runNode(["node_modules/next/dist/bin/next", "build"]);
  writeFileSync(stampFile(), wanted);
}

/** Runs a Node program to its end. @throws Error with the end of its output when it fails. */
export function runNode(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${args[0]} failed\n${output}`)),
    );
  });
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const add = (path: string) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      if (!path.endsWith("generated")) for (const name of readdirSync(path).sort()) add(join(path, name));
      return;
    }
    hash.update(path).update(readFileSync(path));
  };
  for (const path of SOURCES) add(path);
  return hash.digest("hex");
}
