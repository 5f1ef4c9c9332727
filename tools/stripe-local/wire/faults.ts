/** One misbehaviour asked for: the requests it is for, what they get instead, and how often. */
export type Fault = {
  /** The beginning of `POST /v1/subscriptions/sub_x`; empty: everything. */
  match: string;
  /** The status to answer; `200`: the right answer, only late; `0` drops the connection after the work, `-1` before it. */
  status: number;
  times: number;
  delayMs: number;
};

export type Faults = {
  add(given: Partial<Fault>[]): void;
  /** Takes the fault of a request, if one is asked for. */
  take(request: string): Fault | undefined;
};

/** What a test asked the stand-in to do wrong, in the order it asked. */
export const makeFaults = (): Faults => {
  let waiting: Fault[] = [];
  return {
    add(given) {
      if (given.length === 0) waiting = [];
      for (const one of given) waiting.push({ match: "", status: 500, times: 1, delayMs: 0, ...one });
    },
    take(request) {
      const fault = waiting.find((one) => request.startsWith(one.match));
      if (!fault) return undefined;
      fault.times -= 1;
      if (fault.times <= 0) waiting = waiting.filter((one) => one !== fault);
      return fault;
    },
  };
};

/** The body of an answer that is not the real one, as Stripe words it. */
export const faultBody = (status: number): string => {
  const limited = status === 429;
  return JSON.stringify({
    error: {
      type: limited ? "invalid_request_error" : "api_error",
      ...(limited && { code: "rate_limit" }),
      message: limited
        ? "Request rate limit exceeded."
        : "Sorry! There was an error while talking to one of our backends.",
    },
  });
};
