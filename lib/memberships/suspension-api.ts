import "server-only";
import { memberExists, memberParams } from "@/lib/members/api";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { reinstateMember, suspendMember } from "./commands/suspend-member";

export const suspendMemberRoute = defineRoute({
  method: "POST",
  path: "/members/{id}/suspend",
  scope: "members:write",
  summary: "Shut a member out without taking them out: no portal, nothing sent, no role",
  params: memberParams,
  response: null,
  whenReadOnly: "allowed",
  exists: memberExists,
  run: (ctx, { params }) => suspendMember(ctx, params.id),
});

export const reinstateMemberRoute = defineRoute({
  method: "POST",
  path: "/members/{id}/reinstate",
  scope: "members:write",
  summary: "Let a suspended member in again",
  params: memberParams,
  response: null,
  exists: memberExists,
  run: (ctx, { params }) => reinstateMember(ctx, params.id),
});
