import "server-only";
import { createHash } from "node:crypto";
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { z } from "zod";
import type { Account } from "./types";

/** An answer of the Cloud API, or how the line ended: before all of the request was handed over, or after. */
export type Answer =
  | { kind: "answered"; status: number; body: unknown; retryAfterSeconds: number | null }
  | { kind: "unreachable" }
  | { kind: "silent" };

const ANSWER_MS = 20_000;
const MOST_ANSWER_BYTES = 1_000_000;
const LINES = 50;
const secure = new HttpsAgent({ keepAlive: true, maxSockets: LINES });
const plain = new HttpAgent({ keepAlive: true, maxSockets: LINES });

/** Asks the Cloud API. Says whether a broken line had taken the request: `fetch` does not, and sends again by itself. */
export async function callCloud(
  account: Pick<Account, "apiUrl" | "token">,
  method: "GET" | "POST",
  path: string,
  body?: object,
): Promise<Answer> {
  const url = new URL(`${account.apiUrl}/${path}`);
  const isSecure = url.protocol === "https:";
  const content = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    authorization: `Bearer ${account.token}`,
    ...(content === undefined
      ? {}
      : { "content-type": "application/json", "content-length": Buffer.byteLength(content) }),
  };
  const agent = isSecure ? secure : plain;
  return await new Promise<Answer>((resolve) => {
    let isHandedOver = false;
    let isAnswered = false;
    const asked = (isSecure ? httpsRequest : httpRequest)(url, {
      method,
      headers,
      agent,
      timeout: ANSWER_MS,
    });
    const fail = () => resolve({ kind: isHandedOver ? "silent" : "unreachable" });
    // A line closes while its answer is still being read.
    const failUnanswered = () => isAnswered || fail();
    asked.once("finish", () => {
      isHandedOver = true;
    });
    asked.once("response", (response) => {
      isAnswered = true;
      readAnswer(response).then(resolve, fail);
    });
    asked.once("timeout", () => asked.destroy());
    asked.once("error", failUnanswered).once("close", failUnanswered);
    asked.end(content);
  });
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) {
    text += String(chunk);
    if (text.length > MOST_ANSWER_BYTES) throw new Error("an answer that does not end");
  }
  const after = Number(response.headers["retry-after"]);
  return {
    kind: "answered",
    status: response.statusCode ?? 0,
    body: jsonOf(text),
    retryAfterSeconds: Number.isFinite(after) && after > 0 ? Math.ceil(after) : null,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const failure = z.object({ error: z.object({ code: z.number().int() }) });

/** The code of an error, as Meta numbers them; null when the answer names none. */
export function errorCodeOf(body: unknown): number | null {
  const parsed = failure.safeParse(body);
  return parsed.success ? parsed.data.error.code : null;
}

const accepted = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) });

/** The id of the message that was taken, as its digest: the id itself has the person's number in it. Null: none was. */
export function acceptedId(body: unknown): string | null {
  const parsed = accepted.safeParse(body);
  return parsed.success ? digestOf(parsed.data.messages[0]?.id ?? "") : null;
}

/** By what an id or a piece of news is known here. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
