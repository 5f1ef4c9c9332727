import type { Account } from "../store/account";
import { invalid, StripeRefusal } from "./errors";
import { expandAll } from "./expand";
import { decodeForm } from "./form";
import { fingerprintOf, recall, remember } from "./idempotency";
import { newId } from "./ids";
import type { Operation } from "./operation";
import { readParameters } from "./parameters";
import { route } from "./router";

export type ApiRequest = {
  method: string;
  path: string;
  query: string;
  body: string;
  idempotencyKey: string | undefined;
};
export type ApiAnswer = { status: number; body: string; headers: Record<string, string> };

/** Answers one call of the API for an account, as Stripe would. */
export const answerApi = (account: Account, request: ApiRequest): ApiAnswer => {
  const requestId = newId("req");
  const headers = { "request-id": requestId };
  try {
    const found = route(request.method, request.path);
    if (!found)
      throw new StripeRefusal(404, {
        type: "invalid_request_error",
        message: `Unrecognized request URL (${request.method}: ${request.path}). The local stand-in does not know it; see tools/stripe-local/README.md.`,
      });
    const key = request.method === "POST" ? request.idempotencyKey : undefined;
    const fingerprint = fingerprintOf(`${request.method} ${request.path}`, request.body);
    const before = key === undefined ? undefined : recall(account, key, fingerprint);
    if (before)
      return {
        status: before.status,
        body: before.body,
        headers: { ...headers, "idempotent-replayed": "true" },
      };
    account.request = { id: requestId, idempotency_key: key ?? null };
    const answer = runToAnswer(account, found, request);
    const outcome = { status: answer.status, body: JSON.stringify(answer.body, null, 2) };
    if (key !== undefined && (answer.status === 200 || answer.status === 402))
      remember(account, { id: key, fingerprint, ...outcome });
    return { ...outcome, headers: { ...headers, ...(key !== undefined && { "idempotency-key": key }) } };
  } catch (error) {
    const { status, body } = refusalBody(error);
    return { status, body: JSON.stringify(body, null, 2), headers };
  } finally {
    account.request = { id: null, idempotency_key: null };
  }
};

const runToAnswer = (
  account: Account,
  found: { operation: Operation; path: Record<string, string> },
  request: ApiRequest,
): { status: number; body: object } => {
  const raw = { ...decodeForm(request.query), ...decodeForm(request.body) };
  const params = readParameters(found.operation.name, raw);
  const expand = Array.isArray(params.expand) ? params.expand.map(String) : [];
  try {
    const result = found.operation.run({
      account,
      now: account.site.now(),
      params: params as never,
      path: found.path,
    });
    return { status: 200, body: expandAll(account, result, expand) };
  } catch (error) {
    return refusalBody(error);
  }
};

/** @throws what is not a refusal, turned into a 500 with its text on the console. */
const refusalBody = (error: unknown): { status: number; body: object } => {
  if (error instanceof StripeRefusal) return { status: error.status, body: { error: error.body } };
  console.error(error);
  const message = "The local stand-in failed. This is its own fault; its console has the details.";
  return { status: 500, body: { error: { type: "api_error", message } } };
};

/** The secret key of a request. @throws a 401 for none, or one that is not a test key. */
export const keyOf = (authorization: string | undefined): string => {
  const [scheme = "", value = ""] = (authorization ?? "").split(" ");
  const key =
    scheme.toLowerCase() === "basic"
      ? (Buffer.from(value, "base64").toString("utf8").split(":")[0] ?? "")
      : value;
  if (key === "")
    throw new StripeRefusal(401, {
      type: "invalid_request_error",
      message:
        "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    });
  if (!/^sk_test_\w+$/.test(key))
    throw new StripeRefusal(401, {
      type: "invalid_request_error",
      message: `Invalid API Key provided: ${key.slice(0, 8)}****`,
    });
  return key;
};

/** A refusal outside of any operation. */
export const refuse = (error: unknown): ApiAnswer => {
  const { status, body } = refusalBody(error);
  return { status, body: JSON.stringify(body, null, 2), headers: { "request-id": newId("req") } };
};

export const tooLarge = (): StripeRefusal => invalid("The request body is too large.");
