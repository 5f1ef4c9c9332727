import "server-only";
import { memberExists, memberParams } from "@/lib/members/api";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { deleteMember } from "./commands/delete-member";

export const deleteMemberRoute = defineRoute({
  method: "DELETE",
  path: "/members/{id}",
  whenReadOnly: "allowed",
  scope: "members:write",
  summary: "Delete a person",
  params: memberParams,
  response: null,
  exists: memberExists,
  run: async (ctx, { params }) => deleteMember(ctx, params.id),
});
