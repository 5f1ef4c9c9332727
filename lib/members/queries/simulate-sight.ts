import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { formatPhone } from "../phone-rules";
import type { ListedMember, Simulated, SimulatedPerson } from "../types";
import { explainFacts } from "./explain-visibility";
import { listMembers, viewMembers } from "./list-members";

const MOST_FOUND = 8;
/** The language in which the API answers. */
const API_LOCALE = "en";

/** What a viewer sees of a person, in the language of the request and as the API says it. @throws as `explainVisibility` */
export async function simulateSight(
  ctx: TenantContext,
  question: { memberId: string; viewerId: string },
): Promise<Simulated> {
  const told = await explainFacts(ctx, question);
  return { answer: told(ctx.locale), apiBody: JSON.stringify(told(API_LOCALE)) };
}

/** Who bears this name, number or address among the people of the tenant, or of one community; nobody before it is typed. */
export async function findSimulated(
  ctx: TenantContext,
  q: string | undefined,
  communityId?: string,
): Promise<SimulatedPerson[]> {
  if (!q) return [];
  const filter = { q, ...(communityId && { communityId }) };
  const { data } = await listMembers(ctx, filter, { limit: MOST_FOUND, sort: "name" });
  return data.map(personOf);
}

/** Those of these people whom the asker sees, by id. */
export async function viewSimulated(ctx: TenantContext, ids: readonly (string | undefined)[]) {
  const seen = await viewMembers(
    ctx,
    ids.filter((id) => id !== undefined),
  );
  return new Map([...seen].map(([id, member]) => [id, personOf(member)]));
}

function personOf({ id, name, identifiers }: ListedMember): SimulatedPerson {
  const [first] = identifiers;
  if (!first) return { id, name };
  return { id, name, hint: first.kind === "phone" ? formatPhone(first.value) : first.value };
}
