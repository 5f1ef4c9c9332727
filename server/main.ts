import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import { closeAppPool } from "@/lib/platform/db/pool";
import { port } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { answerRefusedMethod } from "./api-methods";
import { answerEventStream, closeEventStreams } from "./event-streams";

// The web process: plain node:http in front of Next. Event streams are answered here, where one costs a quarter of the
// CPU and memory that it does in a route handler (docs/decisions/0003); everything else goes to Next.
const app = next({ dev: process.argv.includes("--dev"), port: port(), hostname: "0.0.0.0" });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  // No text in the database may hold a NUL, so that no address may either.
  request.url = request.url?.replaceAll("%00", "");
  answer(request, response).catch((error: unknown) => {
    log.error({ err: error }, "a request failed outside its handler");
    if (!response.headersSent) response.writeHead(503, { "retry-after": "5" });
    response.end();
  });
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (await answerRefusedMethod(request, response)) return;
  if (await answerEventStream(request, response)) return;
  await handle(request, response);
}

server.listen(port(), () => log.info({ port: port() }, "web is up"));

async function stop(): Promise<void> {
  await closeEventStreams();
  server.close();
  server.closeIdleConnections();
  await closeAppPool();
  process.exit(0);
}
process.once("SIGTERM", () => void stop());
process.once("SIGINT", () => void stop());
process.once("disconnect", () => void stop());
