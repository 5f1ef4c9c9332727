import "server-only";
import Stripe from "stripe";

const TOO_MANY_REQUESTS = 429;

/**
 * The SDK's own connection, which also waits and asks again when Stripe says that it was asked too often. By itself the
 * SDK does so only where an answer carries `stripe-should-retry`, which a 429 does not; such a request did nothing yet.
 */
export function patientHttpClient() {
  const client = Stripe.createNodeHttpClient();
  const send = client.makeRequest.bind(client);
  client.makeRequest = async (...request: Parameters<typeof send>) => {
    const answer = await send(...request);
    if (answer.getStatusCode() !== TOO_MANY_REQUESTS) return answer;
    const headers = answer.getHeaders.bind(answer);
    answer.getHeaders = () => ({ ...headers(), "stripe-should-retry": "true" });
    return answer;
  };
  return client;
}
