import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import { getOverview } from "@/lib/overview/queries/get-overview";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { freePort } from "@/lib/platform/db/embedded";
import { createTenant } from "@/lib/tenants/commands/create-tenant";
import { buildIfNeeded } from "../../bin/build";
import type { Ratio } from "../../scripts/bench";
import { withBenchDatabase } from "../support/bench-database";
import { interleave } from "../support/interleave";

const ROUNDS = 7;
const REQUESTS_A_ROUND = 20;
const SECRET = "a secret of the bench";

/** The dashboard through the web process, as a browser asks for it, against the same queries in a bare node server. */
export async function measure(): Promise<Ratio[]> {
  await buildIfNeeded(() => undefined);
  return await withBenchDatabase(async () => {
    const owner = { name: "Bench", email: "owner@bench.example" };
    const { tenantId, userId } = await createTenant({ slug: "bench", name: "Bench", plan: "scale", owner });
    const actor = await findStaffActor(tenantId, userId);
    if (!actor) throw new Error("the owner is staff");
    const bare = await bareServer({ ...systemContext(tenantId, "bench"), actor });
    const web = await webProcess();
    const cookie = `next-auth.session-token=${await encode({ token: { sub: userId, sessionVersion: 1 }, secret: SECRET })}`;
    try {
      const { oursMs, limitMs, ratio } = await interleave(
        ROUNDS,
        () => ask(`${web.url}/t/bench`, cookie),
        () => ask(bare.url, cookie),
      );
      const each = (ms: number) => `${(ms / REQUESTS_A_ROUND).toFixed(2)} ms`;
      return [
        {
          name: "dashboard page",
          ratio,
          bound: null,
          detail: `${each(oursMs)} as HTML, ${each(limitMs)} bare`,
        },
      ];
    } finally {
      bare.stop();
      web.stop();
    }
  });
}

async function ask(url: string, cookie: string): Promise<void> {
  for (let n = 0; n < REQUESTS_A_ROUND; n++) {
    const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
    await answer.text();
  }
}

async function bareServer(ctx: TenantContext) {
  const server = createServer((_request, response) => {
    getOverview(ctx).then(
      (overview) => response.end(JSON.stringify(overview)),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}

async function webProcess() {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), "aldeia-bench-web-"));
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    PORT: String(port),
    ALDEIA_ROLE: "web",
    ALDEIA_DATA_DIR: data,
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
    stop: () => {
      child.kill("SIGTERM");
      rmSync(data, { recursive: true, force: true });
    },
  };
}
