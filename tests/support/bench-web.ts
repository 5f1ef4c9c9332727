import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { freePort } from "@/lib/platform/db/embedded";

const SECRET = "a secret of the bench";

/** The built web process on a free port, over the database of the bench; `files` is its data folder. */
export async function benchWeb() {
  const port = await freePort();
  const files = mkdtempSync(join(tmpdir(), "aldeia-bench-web-"));
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    PORT: String(port),
    ALDEIA_ROLE: "web",
    ALDEIA_DATA_DIR: files,
    NEXTAUTH_SECRET: SECRET,
    NEXTAUTH_URL: `http://localhost:${port}`,
    LOG_LEVEL: "error",
  };
  const args = ["--import", "./bin/server-only.mjs", "--import", "tsx", "server/main.ts"];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  const url = `http://localhost:${port}`;
  while (!(await fetch(`${url}/healthz`).catch(() => null))?.ok) await sleep(100);
  return {
    url,
    files,
    stop: () => {
      child.kill("SIGTERM");
      rmSync(files, { recursive: true, force: true });
    },
  };
}

/** The cookie of a signed-in user of the bench's web process. */
export async function benchCookie(userId: string): Promise<string> {
  return `next-auth.session-token=${await encode({ token: { sub: userId, sessionVersion: 1 }, secret: SECRET })}`;
}

/** Asks for an address some times, one after the other, and reads each answer to its end. @throws Error unless 200 */
export async function askTimes(times: number, url: string, cookie: string): Promise<void> {
  for (let n = 0; n < times; n++) {
    const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
    await answer.arrayBuffer();
  }
}
