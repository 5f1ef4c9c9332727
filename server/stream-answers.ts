import type { ServerResponse } from "node:http";

/** The head of an event stream; a reader that loses it comes back after two seconds. */
export function beginStream(response: ServerResponse): void {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
  response.write("retry: 2000\n\n");
}

/** 401 also for strangers to the tenant: an unknown house answers like one that one may not enter (T3). */
export function refuseStream(response: ServerResponse): void {
  response.writeHead(401, { "content-type": "application/problem+json", "cache-control": "no-store" });
  response.end(
    JSON.stringify({
      type: "https://aldeia.example/problems/unauthenticated",
      title: "unauthenticated",
      status: 401,
      code: "unauthenticated",
      detail: "Sign in.",
      errors: [],
    }),
  );
}
