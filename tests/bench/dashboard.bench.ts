import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import { getOverview } from "@/lib/overview/queries/get-overview";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { createTenant } from "@/lib/tenants/commands/create-tenant";
import { buildIfNeeded } from "../../bin/build";
import type { Ratio } from "../../scripts/bench";
import { withBenchDatabase } from "../support/bench-database";
import { askTimes, benchCookie, benchWeb } from "../support/bench-web";
import { interleave } from "../support/interleave";

const ROUNDS = 7;
const REQUESTS_A_ROUND = 20;

/** The dashboard through the web process, as a browser asks for it, against the same queries in a bare node server. */
export async function measure(): Promise<Ratio[]> {
  await buildIfNeeded(() => undefined);
  return await withBenchDatabase(async () => {
    const owner = { name: "Bench", email: "owner@bench.example" };
    const { tenantId, userId } = await createTenant({ slug: "bench", name: "Bench", plan: "scale", owner });
    const actor = await findStaffActor(tenantId, userId);
    if (!actor) throw new Error("the owner is staff");
    const bare = await bareServer({ ...systemContext(tenantId, "bench"), actor });
    const web = await benchWeb();
    const cookie = await benchCookie(userId);
    try {
      const { oursMs, limitMs, ratio } = await interleave(
        ROUNDS,
        () => askTimes(REQUESTS_A_ROUND, `${web.url}/t/bench`, cookie),
        () => askTimes(REQUESTS_A_ROUND, bare.url, cookie),
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
