import "server-only";
import { z } from "zod";
import { memberExists, memberParams } from "@/lib/members/api";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { chooseMutes } from "./commands/choose-mutes";
import { listMutes } from "./queries/list-mutes";
import { mutesInput } from "./schema";

const mutes = z.object({ groupIds: z.array(z.uuid()) });

export const listMutesRoute = defineRoute({
  method: "GET",
  path: "/members/{id}/mutes",
  scope: "members:read",
  summary: "The rooms that a person does not want to hear of",
  params: memberParams,
  response: mutes,
  exists: memberExists,
  run: async (ctx, { params }) => ({ groupIds: await listMutes(ctx, params.id) }),
});

export const chooseMutesRoute = defineRoute({
  method: "POST",
  path: "/members/{id}/mutes",
  whenReadOnly: "allowed",
  scope: "members:write",
  summary: "Set them: exactly these from now on",
  params: memberParams,
  body: mutesInput,
  response: mutes,
  exists: memberExists,
  run: async (ctx, { params, body }) => {
    await chooseMutes(ctx, params.id, body.groupIds);
    return { groupIds: await listMutes(ctx, params.id) };
  },
});
