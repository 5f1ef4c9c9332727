import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import { afterEach } from "vitest";
import { GET, POST } from "@/app/api/webhooks/whatsapp/[tenant]/route";
import { systemTakeWhatsapp } from "@/lib/inbox/commands/take-whatsapp";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { connectWhatsapp } from "@/lib/whatsapp/commands/connect";
import { type StandIn, startStandIn } from "@/tools/whatsapp-local/server";
import { aConnection } from "./whatsapp-connection";

const running: { close(): Promise<unknown> }[] = [];
let counter = 0;

afterEach(async () => {
  delete process.env.WHATSAPP_API_URL;
  for (const each of running.splice(0)) await each.close();
});

export type Line = {
  standIn: StandIn;
  phoneNumberId: string;
  token: string;
  appSecret: string;
  /** Takes in what webhooks brought. */
  handle(): Promise<void>;
  /** Posts a body as WhatsApp does. */
  post(body: unknown, secret?: string): Promise<string>;
};

/** The stand-in on a free port, taken for the Cloud API. Its webhooks wait until they are delivered. */
export async function aStandIn(): Promise<StandIn> {
  const standIn = await startStandIn(0);
  Object.assign(standIn.courier.manner, { held: true, delayMs: 0 });
  standIn.limits.pairSeconds = 0;
  process.env.WHATSAPP_API_URL = `${standIn.url}/v24.0`;
  running.push(standIn);
  return standIn;
}

/** A tenant with a number of its own at the stand-in, whose webhooks come in by the product's own route. */
export async function aLine(
  ctx: TenantContext,
  slug: string,
  given: Parameters<typeof aConnection>[0] = {},
): Promise<Line> {
  const standIn = await aStandIn();
  counter += 1;
  const phoneNumberId = String(1_000_000 + counter);
  const token = `token-${counter}`;
  const appSecret = createHmac("sha256", token).update("app secret").digest("hex");
  const connection = { phoneNumberId, businessId: phoneNumberId, token, appSecret, perDay: null, ...given };
  await connectWhatsapp(ctx, aConnection(connection));
  const params = { params: Promise.resolve({ tenant: slug }) };
  const url = await serveWebhooks(params);
  await fetch(`${standIn.url}/v24.0/${phoneNumberId}`, { headers: { authorization: `Bearer ${token}` } });
  const number = standIn.numbers.get(phoneNumberId);
  if (number) number.callback = url;
  return {
    standIn,
    phoneNumberId,
    token,
    appSecret,
    handle: () => systemTakeWhatsapp(systemContext(ctx.tenantId, "whatsapp.webhook")),
    async post(body, secret = appSecret) {
      const raw = typeof body === "string" ? body : JSON.stringify(body);
      const signature = `sha256=${createHmac("sha256", secret).update(raw).digest("hex")}`;
      const headers = { "x-hub-signature-256": signature };
      const answer = await POST(new Request(url, { method: "POST", body: raw, headers }), params);
      return `${answer.status} ${((await answer.json()) as { received: string }).received}`;
    },
  };
}

/** The product's route behind a port, as the world reaches it. */
async function serveWebhooks(params: { params: Promise<{ tenant: string }> }): Promise<string> {
  const server: Server = createServer((request, response) => {
    const answer = async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const url = new URL(request.url ?? "/", "http://127.0.0.1");
      const headers = new Headers(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      const made =
        request.method === "GET"
          ? await GET(new Request(url), params)
          : await POST(new Request(url, { method: "POST", body: Buffer.concat(chunks), headers }), params);
      response.writeHead(made.status).end(await made.text());
    };
    answer().catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  running.push({
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`;
}
