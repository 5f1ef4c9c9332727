import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { acceptTransfer, declineTransfer, withdrawTransfer } from "./commands/answer-transfer";
import { proposeTransfer, requestProof } from "./commands/propose-transfer";
import { getTransfer, listTransfers } from "./queries/list-transfers";
import { proposeInput } from "./schema";
import { TRANSFER_STATUSES, type Transfer } from "./types";

const partySchema = z.object({ staffId: z.uuid(), name: z.string() });
const transferSchema = z
  .object({
    id: z.uuid(),
    from: partySchema,
    to: partySchema,
    status: z.enum(TRANSFER_STATUSES),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "OwnershipTransfer" });

const params = z.object({ id: z.uuid() });
const exists = async (ctx: TenantContext, { id }: { id: string }) => {
  await getTransfer(ctx, id);
};

function dtoOf({ createdAt, expiresAt, closedAt, ...transfer }: Transfer) {
  return {
    ...transfer,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  };
}

export const listTransfersRoute = defineRoute({
  method: "GET",
  path: "/ownership-transfers",
  scope: "tenant:read",
  summary:
    "The newest proposals to hand the tenant to somebody else; who is no owner sees those from or to them",
  response: z.object({ data: z.array(transferSchema), nextCursor: z.null() }),
  run: async (ctx) => ({ data: (await listTransfers(ctx)).map(dtoOf), nextCursor: null }),
});

export const proposeTransferRoute = defineRoute({
  method: "POST",
  path: "/ownership-transfers",
  scope: "tenant:write",
  summary:
    "Propose to somebody of the team that they become the owner; takes the owner's password, or the mailed code",
  body: proposeInput,
  response: transferSchema,
  status: 201,
  run: async (ctx, { body }) => dtoOf(await getTransfer(ctx, (await proposeTransfer(ctx, body)).id)),
});

export const requestProofRoute = defineRoute({
  method: "POST",
  path: "/ownership-transfers/code",
  scope: "tenant:write",
  summary: "Mail the owner a code of six digits, good for ten minutes: for an account without a password",
  response: null,
  status: 204,
  run: (ctx) => requestProof(ctx),
});

export const getTransferRoute = defineRoute({
  method: "GET",
  path: "/ownership-transfers/{id}",
  scope: "tenant:read",
  summary: "One proposal",
  params,
  response: transferSchema,
  exists,
  run: async (ctx, { params: { id } }) => dtoOf(await getTransfer(ctx, id)),
});

/** What every answer has in common. */
const answer = {
  method: "POST",
  scope: "tenant:write",
  params,
  response: null,
  status: 204,
  exists,
} as const;

export const acceptTransferRoute = defineRoute({
  ...answer,
  path: "/ownership-transfers/{id}/accept",
  summary: "Become the owner, by whom it was proposed to; who gave it stays as admin",
  run: (ctx, { params: { id } }) => acceptTransfer(ctx, id),
});

export const declineTransferRoute = defineRoute({
  ...answer,
  path: "/ownership-transfers/{id}/decline",
  whenReadOnly: "allowed",
  summary: "Decline it, by whom it was proposed to",
  run: (ctx, { params: { id } }) => declineTransfer(ctx, id),
});

export const withdrawTransferRoute = defineRoute({
  ...answer,
  path: "/ownership-transfers/{id}/withdraw",
  whenReadOnly: "allowed",
  summary: "Take it back, by the owner",
  run: (ctx, { params: { id } }) => withdrawTransfer(ctx, id),
});
