import "server-only";
import { z } from "zod";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { chooseDigest } from "./commands/choose-digest";
import { DIGEST_FREQUENCIES } from "./digest-rules";
import { findDigest } from "./queries/find-digest";

const digestSchema = z.object({ frequency: z.enum(DIGEST_FREQUENCIES).nullable() });

export const getDigestRoute = defineRoute({
  method: "GET",
  path: "/feedback-digest",
  scope: "feedback:read",
  summary: "How often the key's user gets a digest by mail",
  response: digestSchema,
  run: async (ctx) => ({ frequency: await findDigest(ctx) }),
});

export const chooseDigestRoute = defineRoute({
  method: "PATCH",
  path: "/feedback-digest",
  scope: "feedback:write",
  summary: "How often the key's user gets a digest by mail; null: not at all",
  body: digestSchema,
  response: digestSchema,
  run: async (ctx, { body: { frequency } }) => {
    await chooseDigest(ctx, frequency);
    return { frequency: await findDigest(ctx) };
  },
});
