import type Stripe from "stripe";
import { change, find, newest, put, remove } from "../store/account";
import { API_VERSION } from "../store/events";
import { invalid } from "../wire/errors";
import { newId, randomText } from "../wire/ids";
import { pageOf } from "../wire/lists";
import { idIn, mergeMetadata, operation } from "../wire/operation";

const checkUrl = (url: string): string => {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw invalid("Invalid URL: URL must be a fully qualified http or https address.", "url_invalid", "url");
  return url;
};

export const webhookEndpointOperations = [
  operation<Stripe.WebhookEndpointCreateParams>("POST /v1/webhook_endpoints", ({ account, now, params }) => {
    const secret = `whsec_${randomText(32)}`;
    const endpoint = put(account, "webhook_endpoints", {
      id: newId("we"),
      object: "webhook_endpoint",
      api_version: params.api_version ?? API_VERSION,
      application: null,
      created: now,
      description: params.description || null,
      enabled_events: params.enabled_events,
      livemode: false,
      metadata: mergeMetadata({}, params.metadata),
      status: "enabled",
      url: checkUrl(params.url),
    });
    put(account, "secrets", { id: endpoint.id, kind: "endpoint", secret });
    return { ...endpoint, secret };
  }),
  operation("GET /v1/webhook_endpoints/{id}", (call) => find(call.account, "webhook_endpoints", idIn(call))),
  operation<Stripe.WebhookEndpointUpdateParams>(
    "POST /v1/webhook_endpoints/{id}",
    ({ account, params, path }) => {
      const old = find(account, "webhook_endpoints", idIn({ path }));
      return change(account, "webhook_endpoints", old.id, {
        description: params.description === undefined ? old.description : params.description || null,
        enabled_events: params.enabled_events ?? old.enabled_events,
        metadata: mergeMetadata(old.metadata, params.metadata),
        status:
          params.disabled === undefined
            ? old.status
            : ({ true: "disabled", false: "enabled" }[`${params.disabled}`] ?? old.status),
        url: params.url === undefined ? old.url : checkUrl(params.url),
      });
    },
  ),
  operation<Stripe.WebhookEndpointListParams>("GET /v1/webhook_endpoints", ({ account, params }) =>
    pageOf(
      newest(account, "webhook_endpoints", () => true),
      params,
      "/v1/webhook_endpoints",
    ),
  ),
  operation("DELETE /v1/webhook_endpoints/{id}", ({ account, path }) => {
    const { id } = find(account, "webhook_endpoints", idIn({ path }));
    remove(account, "webhook_endpoints", id);
    remove(account, "secrets", id);
    for (const delivery of [...account.tables.deliveries.values()])
      if (delivery.endpoint === id) remove(account, "deliveries", delivery.id);
    return { id, object: "webhook_endpoint", deleted: true };
  }),
];
