import "server-only";
import { z } from "zod";
import { memberExists, memberParams } from "@/lib/members/api";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { orderChannels } from "./commands/order-channels";
import { recordConsent } from "./commands/record-consent";
import { checkLedger } from "./queries/check-ledger";
import { exportLedger } from "./queries/export-ledger";
import { findChannelOrder } from "./queries/find-channel-order";
import { listConsents } from "./queries/list-consents";
import { listRegister } from "./queries/list-register";
import { channelOrderInput, recordConsentInput } from "./schema";
import { CONSENT_CHANNELS, CONSENT_PURPOSES, SINGLE_CHANNELS } from "./types";

const consentSchema = z
  .object({
    channel: z.enum(CONSENT_CHANNELS),
    purpose: z.enum(CONSENT_PURPOSES),
    granted: z.boolean(),
    wordingVersion: z.string(),
    source: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: "Consent" });

export const listConsentsRoute = defineRoute({
  method: "GET",
  path: "/members/{id}/consents",
  scope: "members:read",
  summary: "The ledger of a person's consents, newest first",
  params: memberParams,
  query: pageQuery,
  response: z.object({ data: z.array(consentSchema), nextCursor: z.string().nullable() }),
  exists: memberExists,
  run: (ctx, { params, query }) => listConsents(ctx, params.id, query),
});

export const recordConsentRoute = defineRoute({
  method: "POST",
  path: "/members/{id}/consents",
  whenReadOnly: "allowed",
  scope: "members:write",
  summary: "Record that a person agreed or objected, for a channel and purpose",
  params: memberParams,
  body: recordConsentInput,
  response: consentSchema,
  status: 201,
  exists: memberExists,
  run: (ctx, { params, body }) => recordConsent(ctx, params.id, body),
});

const channelOrderSchema = z
  .object({
    order: z
      .array(z.enum(SINGLE_CHANNELS))
      .meta({ description: "Each channel, the one they like best first" }),
    chosen: z.boolean().meta({ description: "False: nobody chose, this is the usual order" }),
  })
  .meta({ id: "ChannelOrder" });

export const getChannelOrderRoute = defineRoute({
  method: "GET",
  path: "/members/{id}/channel-order",
  scope: "members:read",
  summary:
    "In which order a person is reached: by the first channel that a sending uses and that they did not refuse",
  params: memberParams,
  response: channelOrderSchema,
  exists: memberExists,
  run: (ctx, { params }) => findChannelOrder(ctx, params.id),
});

export const updateChannelOrderRoute = defineRoute({
  method: "PATCH",
  path: "/members/{id}/channel-order",
  whenReadOnly: "allowed",
  scope: "members:write",
  summary:
    "The channels in the order in which a person would rather be told; an empty list is the usual order",
  params: memberParams,
  body: channelOrderInput,
  response: channelOrderSchema,
  exists: memberExists,
  run: (ctx, { params, body }) => orderChannels(ctx, params.id, body.order),
});

const registerSchema = consentSchema
  .extend({
    id: z.uuid(),
    memberId: z.uuid(),
    name: z.string().nullable().meta({ description: "Null once the person was erased" }),
    origin: z.string().nullable().meta({ description: "The address that it came from" }),
    position: z.int().nullable().meta({ description: "Its place in the chain, within a minute" }),
    hash: z.string().nullable(),
  })
  .meta({ id: "RegisterEntry" });

export const listRegisterRoute = defineRoute({
  method: "GET",
  path: "/consents",
  scope: "members:read",
  summary: "The consent ledger of the tenant, newest first",
  query: pageQuery.extend({
    memberId: z.uuid().optional(),
    channel: z.enum(CONSENT_CHANNELS).optional(),
    purpose: z.enum(CONSENT_PURPOSES).optional(),
    granted: z
      .enum(["true", "false"])
      .optional()
      .transform((value) => (value === undefined ? undefined : value === "true")),
  }),
  response: z.object({ data: z.array(registerSchema), nextCursor: z.string().nullable() }),
  run: (ctx, { query: { limit, cursor, ...filter } }) => listRegister(ctx, filter, { limit, cursor }),
});

export const checkLedgerRoute = defineRoute({
  method: "GET",
  path: "/consents/check",
  scope: "members:read",
  summary: "Recomputes the chain of the consent ledger",
  response: z.object({
    entries: z.int(),
    tip: z.string().nullable(),
    loose: z.int(),
    brokenAt: z.int().nullable().meta({ description: "The first place that does not follow; null: all do" }),
  }),
  run: (ctx) => checkLedger(ctx),
});

export const exportLedgerRoute = defineRoute({
  method: "GET",
  path: "/consents/ledger",
  scope: "members:read",
  summary: "The whole ledger as JSON lines, to be verified offline",
  response: null,
  run: async (ctx) =>
    new Response(await exportLedger(ctx), {
      headers: { "content-type": "application/x-ndjson", "cache-control": "no-store" },
    }),
});
