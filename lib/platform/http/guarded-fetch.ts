import "server-only";
import { type LookupAddress, lookup } from "node:dns";
import { type IncomingMessage, type OutgoingHttpHeaders, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address";

const WEB_PORTS: readonly number[] = [80, 443, 8080, 8443];

/** Why an address that somebody gave us was not asked, or did not answer. */
export type GuardedProblem =
  | "address_refused"
  | "url_refused"
  | "too_many_redirects"
  | "too_slow"
  | "unreachable";

export class GuardedFetchError extends Error {
  readonly problem: GuardedProblem;
  constructor(problem: GuardedProblem, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
  }
}

export type GuardedRequest = {
  method?: "GET" | "POST";
  headers?: OutgoingHttpHeaders;
  body?: string | undefined;
  /** More of the answer is not read. */
  maxBytes: number;
  /** For all of it: names, redirects and body. */
  timeoutMs: number;
  maxRedirects?: number;
};

/** Who may be asked, and by which names; replaced by tests alone, which have no internet: no setting leads here. */
export type Guard = {
  mayConnect: (address: string, port: number) => boolean;
  resolve: (hostname: string) => Promise<LookupAddress[]>;
};

export type GuardedAnswer = {
  /** After redirects. */
  url: URL;
  status: number;
  contentType: string;
  body: Buffer;
  /** Whether all of it was read. */
  isWhole: boolean;
};

const OF_THE_INTERNET: Guard = {
  mayConnect: (address, port) => WEB_PORTS.includes(port) && isPublicAddress(address),
  resolve: (hostname) =>
    new Promise((resolve, reject) => {
      lookup(hostname, { all: true }, (error, found) => (error ? reject(error) : resolve(found)));
    }),
};

/**
 * Asks an address that a person gave us, and nothing that is not everybody's: each hop's name is resolved once, refused when any of
 * its addresses is not public, and the connection goes to exactly those addresses, so that no second answer can lead elsewhere.
 * @throws GuardedFetchError
 */
export async function guardedFetch(
  address: string,
  given: GuardedRequest,
  guard: Guard = OF_THE_INTERNET,
): Promise<GuardedAnswer> {
  const signal = AbortSignal.timeout(given.timeoutMs);
  let url = readUrl(address);
  for (let hop = 0; hop <= (given.maxRedirects ?? 0); hop += 1) {
    try {
      const response = await ask(url, given, { guard, signal });
      const next = redirectOf(response, url);
      if (!next) return await read(response, url, given.maxBytes);
      response.destroy();
      url = next;
    } catch (error) {
      if (error instanceof GuardedFetchError) throw error;
      throw new GuardedFetchError(signal.aborted ? "too_slow" : "unreachable", error);
    }
  }
  throw new GuardedFetchError("too_many_redirects");
}

/** @throws GuardedFetchError `url_refused` for what is no web address, and for one that carries a name and password */
function readUrl(text: string, base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base?.href) : null;
  const isWeb = url?.protocol === "http:" || url?.protocol === "https:";
  if (!url || !isWeb || url.username !== "" || url.password !== "")
    throw new GuardedFetchError("url_refused");
  return url;
}

type Way = { guard: Guard; signal: AbortSignal };

function ask(
  url: URL,
  { method = "GET", headers, body }: GuardedRequest,
  { guard, signal }: Way,
): Promise<IncomingMessage> {
  const isSecure = url.protocol === "https:";
  const port = Number(url.port || (isSecure ? 443 : 80));
  // The lookup below is not asked about what is an address already.
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  if (isIP(host) !== 0 && !guard.mayConnect(host, port)) throw new GuardedFetchError("address_refused");
  return new Promise((resolve, reject) => {
    const options = {
      method,
      signal,
      // No connection of another time, whose address was looked at under another guard.
      agent: false,
      lookup: lookupUnder(guard, port, signal),
      headers: { ...headers, "accept-encoding": "identity" },
    } as const;
    const request = isSecure ? secureRequest(url, options) : plainRequest(url, options);
    request.once("response", resolve).once("error", reject).end(body);
  });
}

function lookupUnder({ mayConnect, resolve }: Guard, port: number, signal: AbortSignal): LookupFunction {
  return (hostname, { all }, answer) => {
    resolve(hostname).then(
      (found) => {
        const [first] = found;
        // One that points inside too is no name of the internet.
        const isGood = first && !signal.aborted && found.every(({ address }) => mayConnect(address, port));
        if (!isGood) answer(new GuardedFetchError("address_refused"), []);
        else if (all) answer(null, found);
        else answer(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => answer(error, []),
    );
  };
}

function redirectOf({ statusCode = 0, headers: { location } }: IncomingMessage, from: URL): URL | null {
  const isRedirect = [301, 302, 303, 307, 308].includes(statusCode);
  return isRedirect && location !== undefined ? readUrl(location, from) : null;
}

async function read(response: IncomingMessage, url: URL, maxBytes: number): Promise<GuardedAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  let isWhole = true;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, maxBytes - size));
    size += chunk.byteLength;
    // Leaving the loop ends the connection.
    if (size > maxBytes) {
      isWhole = false;
      break;
    }
  }
  const { statusCode: status = 0, headers } = response;
  return { url, status, contentType: headers["content-type"] ?? "", body: Buffer.concat(chunks), isWhole };
}
