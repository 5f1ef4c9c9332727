import "server-only";
import { z } from "zod";
import { memberExists, memberParams } from "@/lib/members/api";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { recordConsent } from "./commands/record-consent";
import { listConsents } from "./queries/list-consents";
import { recordConsentInput } from "./schema";
import { CONSENT_CHANNELS, CONSENT_PURPOSES } from "./types";

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
