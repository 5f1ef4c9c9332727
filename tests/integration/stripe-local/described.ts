import Ajv2020 from "ajv/dist/2020";
import Stripe from "stripe";
import type { Description } from "@/tools/stripe-local/description/derive";
import type { StandIn } from "@/tools/stripe-local/server";
import { route } from "@/tools/stripe-local/wire/router";

/** Finds what in an answer or an event is not as the SDK's types say. */
export const checkerFor = (description: Description) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, inlineRefs: false });
  ajv.addSchema({
    $id: "stripe",
    components: { schemas: description.schemas },
    responses: description.responses,
  });
  const faults = (pointer: string, value: unknown): string[] => {
    const validate = ajv.getSchema(`stripe#/${pointer}`);
    if (!validate) return [`nothing describes ${pointer}`];
    validate(value);
    return (validate.errors ?? [])
      .slice(0, 4)
      .map((one) => `${pointer} ${one.instancePath} ${one.message} ${JSON.stringify(one.params)}`);
  };
  return {
    answer: (operation: string, value: unknown): string[] =>
      faults(`responses/${encodeURIComponent(operation.replaceAll("~", "~0").replaceAll("/", "~1"))}`, value),
    event: (event: { type: string; data: { object: unknown } }): string[] => {
      const schema = description.events[event.type];
      return schema
        ? faults(schema.replace("#/", ""), event.data.object)
        : [`the SDK has no event ${event.type}`];
    },
  };
};

/** The SDK with an ear on the wire: every good answer is checked against the description; what is wrong collects in `faults`. */
export const checkedSdk = (standIn: StandIn, check: ReturnType<typeof checkerFor>) => {
  const faults: string[] = [];
  const used = new Set<string>();
  const listen: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const url = new URL(String(input));
    const name = route(init?.method ?? "GET", url.pathname)?.operation.name;
    if (name) used.add(name);
    if (name && response.ok) faults.push(...check.answer(name, await response.clone().json()));
    return response;
  };
  const stripe = new Stripe("sk_test_checked", {
    host: "127.0.0.1",
    port: standIn.port,
    protocol: "http",
    telemetry: false,
    maxNetworkRetries: 0,
    httpClient: Stripe.createFetchHttpClient(listen),
  });
  return { stripe, faults, used };
};
