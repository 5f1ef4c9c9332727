import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

/** Serves the addresses of media by the product's own handler, at what is then its public address: for those who fetch by links. */
export async function serveMedia(): Promise<string> {
  const { GET } = await import("@/app/media/[tenant]/[id]/route");
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const [, , tenant = "", id = ""] = url.pathname.split("/");
    const answer = await GET(new Request(url), { params: Promise.resolve({ tenant, id }) });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.ALDEIA_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  afterAll(async () => {
    delete process.env.ALDEIA_URL;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return process.env.ALDEIA_URL;
}
