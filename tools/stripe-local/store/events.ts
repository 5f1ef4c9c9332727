import { newId } from "../wire/ids";
import { type Ctx, newest, put } from "./account";
import { present } from "./present";
import type { Event } from "./wire-types";

export const API_VERSION = "2026-10-28.endive";

/** Records that something happened and queues it for every endpoint that asked for it. */
export const emit = ({ account, now }: Ctx, type: string, object: object, previous?: object): Event => {
  const listeners = newest(
    account,
    "webhook_endpoints",
    (one) =>
      one.status === "enabled" && one.enabled_events.some((wanted) => wanted === "*" || wanted === type),
  );
  const event = put(account, "events", {
    id: newId("evt"),
    object: "event",
    api_version: API_VERSION,
    created: now,
    data: {
      object: structuredClone(present(account, object)),
      ...(previous && { previous_attributes: structuredClone(previous) }),
    },
    livemode: false,
    pending_webhooks: listeners.length,
    request: account.request,
    type,
  });
  for (const endpoint of listeners)
    put(account, "deliveries", {
      id: `${event.id}:${endpoint.id}`,
      event: event.id,
      endpoint: endpoint.id,
      attempts: 0,
      nextAt: 0,
    });
  return event;
};
