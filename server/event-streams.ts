import type { IncomingMessage, ServerResponse } from "node:http";

const open = new Set<ServerResponse>();

/** Answers a request for an event stream; false when it is for something else. */
export async function answerEventStream(
  _request: IncomingMessage,
  _response: ServerResponse,
): Promise<boolean> {
  return false;
}

/** Ends every open stream, so that the process can stop; clients come back by themselves. */
export function closeEventStreams(): void {
  for (const response of open) response.end();
}
