import { createServer, type IncomingMessage } from "node:http";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { systemContext } from "@/lib/platform/context";
import { answerEventStream } from "@/server/event-streams";

// A web process without its pages: the event streams, and posting by what a test says. Killed and started again by it.
const port = Number(process.argv[2]);
type Posting = { tenantId: string; memberId: string; groupId: string; key: string; body: string };

async function bodyOf(request: IncomingMessage): Promise<Posting> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as Posting;
}

createServer(async (request, response) => {
  if (await answerEventStream(request, response)) return;
  const { tenantId, memberId, ...message } = await bodyOf(request);
  const actor = { kind: "member" as const, memberId, userId: null };
  const { id } = await postMessage({ ...systemContext(tenantId, "test"), actor }, message);
  response.end(id);
}).listen(port, "127.0.0.1", () => process.stdout.write("ready\n"));
